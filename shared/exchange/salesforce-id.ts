const CHECK_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18 characters of a Salesforce id. Reports give 15, in which capitals matter; the data export gives 18, of which the
 * last three say where the capitals are. Anything that is no such id stays as it is.
 */
export function fullSalesforceId(text: string): string {
  if (!/^[A-Za-z0-9]{15}$/.test(text)) return text;
  const check = [0, 5, 10].map((from) => {
    const capitals = [...text.slice(from, from + 5)].reduce((bits, letter, at) => bits + (/[A-Z]/.test(letter) ? 1 << at : 0), 0);
    return CHECK_LETTERS.charAt(capitals);
  });
  return text + check.join('');
}

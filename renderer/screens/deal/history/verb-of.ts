/** `deal.win` → `win`, `import.hubspot-deals` → `import of hubspot deals`: the act as a word, where a sentence is too long. */
export function verbOf(act: string): string {
  const [noun = '', verb = ''] = act.split('.');
  const words = (text: string): string =>
    text.replace(/-/g, ' ').replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  return noun === 'import' ? `import of ${words(verb)}` : `${words(verb)} ${words(noun)}`;
}

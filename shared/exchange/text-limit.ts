/** UTF-16 units of one text that certainly fit into an entry of the ledger, whatever the letters (3 bytes each at most). */
const LONGEST = 30_000;

/** The text, cut at a line or word where it is longer than one entry can hold. */
export function withinLimit(text: string): { readonly text: string; readonly cut: boolean } {
  if (text.length <= LONGEST) return { text, cut: false };
  const head = text.slice(0, LONGEST);
  const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '));
  return { text: head.slice(0, end > LONGEST / 2 ? end : LONGEST - 1), cut: true };
}

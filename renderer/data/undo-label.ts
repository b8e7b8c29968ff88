import type { Entry } from '#shared/ledger/entry';
import { actLabel, tellHistory } from '#shared/records/act-label';
import type { Wording } from '#shared/records/value-text';

/** What a step did, in one sentence. An undo is told as what it does to the values. */
export function labelOf(entries: readonly Entry[], wording: Wording): string {
  const [first, ...others] = entries;
  if (first === undefined) return '';
  const { undoes: _, ...plain } = first;
  const sentence = first.act.startsWith('import.')
    ? importLabel(entries, wording)
    : (tellHistory([plain], wording)[0]?.sentence ?? first.act);
  const rest = others.length > 0 && !first.act.startsWith('import.') ? ` and ${others.length} more` : '';
  return sentence.charAt(0).toUpperCase() + sentence.slice(1) + rest;
}

/** An import is told by what it brought, counted over all its entries. */
function importLabel(entries: readonly Entry[], wording: Wording): string {
  const all = { ...(entries[0] as Entry), edits: entries.flatMap(({ edits }) => edits) };
  return actLabel(all, [], wording);
}

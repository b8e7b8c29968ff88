import type { Records } from '#shared/records/records';
import type { RecordType } from '#shared/records/registry';
import { recordTitle } from '#shared/records/title';

export interface RecordMatch {
  readonly id: string;
  readonly title: string;
}

const SHOWN = 40;

/**
 * Records of a type whose name contains what is asked, names that begin with it first, at most 40. People who
 * have left are not offered, nor who joined as somebody else.
 */
export function matchesOf(
  records: Records,
  type: RecordType,
  asked: string,
  within?: (record: { readonly id: string }) => boolean,
): readonly RecordMatch[] {
  const words = asked.trim().toLocaleLowerCase();
  const matches: { readonly match: RecordMatch; readonly at: number }[] = [];
  for (const record of records.all(type)) {
    if (
      ('active' in record && record.active === false) ||
      ('joinedAs' in record && record.joinedAs !== undefined) ||
      (within && !within(record))
    )
      continue;
    const title = recordTitle(record);
    const at = title.toLocaleLowerCase().indexOf(words);
    if (at >= 0) matches.push({ match: { id: record.id, title }, at: Math.min(at, 1) });
  }
  return matches
    .sort((a, b) => a.at - b.at || a.match.title.localeCompare(b.match.title))
    .slice(0, SHOWN)
    .map(({ match }) => match);
}

import { isSignedDeal } from '#shared/deal/phase';
import type { Id } from '#shared/records/define-record';
import type { LiveRecords } from '../workspace';

/** The firm is kept in parts, so that a change makes one of them anew and asks no more than its deals whether they still stand. */
export const PARTS: readonly number[] = Array.from({ length: 64 }, (_, part) => part);

/** Every deal that was signed, in no order. */
export const signedDeals = (records: LiveRecords): readonly Id<'deal'>[] =>
  records
    .all('deal')
    .filter(isSignedDeal)
    .map(({ id }) => id);

/** The signed deals of one part. The same list until one of them comes or goes. */
export const signedDealsOf = (records: LiveRecords, part: number): readonly Id<'deal'>[] =>
  records.kept(`signed deals of part ${part}`, '', (from) => from.kept('signed deals by part', '', signedByPart)[part] ?? []);

function signedByPart(records: LiveRecords): readonly (readonly Id<'deal'>[])[] {
  const parts = PARTS.map((): Id<'deal'>[] => []);
  for (const id of signedDeals(records)) {
    let sum = 0;
    for (let at = id.length - 4; at < id.length; at += 1) sum = sum * 31 + id.charCodeAt(at);
    parts[sum % PARTS.length]?.push(id);
  }
  return parts;
}

import type { Change, Command } from '../ledger/command';
import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import { typeOf, type Deal, type RecordOf } from '../records/registry';
import { MOVED, MOVED_COSTS, movedOf, type Moved } from './split-parts';

/** A record that stands in one deal, and the deal that it belongs to since a split. */
export interface LeftBehind {
  readonly record: RecordOf<Moved>;
  readonly to: Id<'deal'>;
}

/** Deals that were part of a deal and are deals of their own now. */
export const partsSplitFrom = (records: Records, deal: Id<'deal'>): readonly Deal[] => records.of('deal', 'splitFrom', deal);

/**
 * What somebody added without having seen the split: a ticket, hours or a cost on a line that went to another part. It stands
 * where it was put, visible, until somebody sends it after its line. Where a split was taken back, what was added to a part
 * since belongs to the deal again.
 */
export function leftBehind(records: Records, deal: Deal): readonly LeftBehind[] {
  const parts = new Set<string>(partsSplitFrom(records, deal.id).map(({ id }) => id));
  const home = records.get('deal', deal.splitFrom);
  if (deal.archived && home && !home.archived) return movedOf(records, deal.id).map((record) => ({ record, to: home.id }));
  if (parts.size === 0) return [];
  return movedOf(records, deal.id).flatMap((record) => {
    const to = dealOfOwner(records, record);
    return to !== undefined && parts.has(to) ? [{ record, to }] : [];
  });
}

/** Sends them after what they belong to: one command for the team's ledger, one for that of finance where costs are among them. */
export function sendAfter(deal: Deal, left: readonly LeftBehind[]): { readonly team?: Command; readonly finance?: Command } {
  const moving = (types: readonly string[]): Command | undefined => {
    const changes = left
      .filter(({ record }) => types.includes(typeOf(record.id) ?? ''))
      .map(({ record, to }): Change => ({ record: record.id, set: { deal: to } }));
    return changes.length > 0 ? { act: 'deal.sendAfter', deal: deal.id, changes } : undefined;
  };
  const [team, finance] = [moving(MOVED), moving(MOVED_COSTS)];
  return { ...(team ? { team } : {}), ...(finance ? { finance } : {}) };
}

function dealOfOwner(records: Records, record: RecordOf<Moved>): Id<'deal'> | undefined {
  const at = record as unknown as Readonly<Record<string, string | undefined>>;
  const owner =
    records.get('scopeLine', at['scopeLine']) ??
    records.get('ticket', at['ticket']) ??
    records.get('changeOrder', at['changeOrder']) ??
    records.get('commitment', at['commitment']) ??
    records.get('invoice', at['invoice']);
  return owner?.deal;
}

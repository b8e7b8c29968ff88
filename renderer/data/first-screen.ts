import { PHASES } from '#shared/records/deal';
import type { MoneyValue } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import type { AnyRecord, Deal } from '#shared/records/registry';
import { totalsByCurrency } from '#shared/values/money';

/** What the pipeline paints before the records are in memory: written with the snapshot, replaced as soon as they are. */
export interface FirstScreen {
  /** The first deals in order of phase, then name, with the accounts and people that they name. */
  readonly records: readonly AnyRecord[];
  readonly totals: readonly { readonly phase: Deal['phase']; readonly deals: number; readonly amounts: readonly MoneyValue[] }[];
}

const ROWS = 50;

export function firstScreenOf(records: Records): FirstScreen {
  const deals = records.all('deal').toSorted(inPipelineOrder);
  const rows = deals.slice(0, ROWS);
  const named = rows.flatMap((deal) => [
    records.get('account', deal.account),
    records.get('person', deal.ae),
    records.get('person', deal.pm),
  ]);
  const totals = PHASES.map((phase) => {
    const within = deals.filter((deal) => deal.phase === phase);
    return { phase, deals: within.length, amounts: totalsByCurrency(within.flatMap(({ amount }) => amount ?? [])) };
  });
  return { records: [...new Set<AnyRecord>([...rows, ...named.filter((record) => record !== undefined)])], totals };
}

function inPipelineOrder(a: Deal, b: Deal): number {
  return PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

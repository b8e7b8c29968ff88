import { PHASES, type Phase } from '#shared/records/deal';
import type { Deal } from '#shared/records/registry';
import type { Records } from '#shared/records/records';

/** A deal with the names that lists show and search, so that no row has to look anything up. */
export interface DealRow {
  readonly deal: Deal;
  readonly account: string;
  readonly ae: string;
  readonly pm: string;
  /** Everything that the text filter looks at, lower case. */
  readonly words: string;
}

/** Every deal that is not archived, in the order of a deal's life, then by name. */
export function dealRows(records: Records): readonly DealRow[] {
  return records
    .all('deal')
    .map((deal) => dealRow(records, deal))
    .sort((a, b) => PHASE_ORDER[a.deal.phase] - PHASE_ORDER[b.deal.phase] || collator.compare(a.deal.name, b.deal.name));
}

/** Where a phase stands in the order of a deal's life, from 0. */
export const PHASE_ORDER = Object.fromEntries(PHASES.map((phase, at) => [phase, at])) as Readonly<Record<Phase, number>>;

function dealRow(records: Records, deal: Deal): DealRow {
  const account = records.get('account', deal.account)?.name ?? '';
  const ae = records.get('person', deal.ae)?.name ?? '';
  const pm = records.get('person', deal.pm)?.name ?? '';
  const words = `${deal.name}\n${account}\n${ae}\n${pm}\n${deal.department ?? ''}`.toLocaleLowerCase();
  return { deal, account, ae, pm, words };
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

import type { Id } from '#shared/records/define-record';
import { PHASES, type Phase } from '#shared/records/deal';
import { joinedPerson } from '#shared/records/joined-person';
import type { Deal } from '#shared/records/registry';
import type { LiveRecords } from '../workspace';

/** A deal with the names that lists show and search, so that no row has to look anything up. */
export interface DealRow {
  readonly deal: Deal;
  readonly account: string;
  readonly ae: string;
  readonly pm: string;
  /** The same as ids, joined persons as whom they joined. */
  readonly people: { readonly ae: Id<'person'> | undefined; readonly pm: Id<'person'> | undefined };
  /** Somebody must choose between values of it. */
  readonly clashes: boolean;
  /** Everything that the text filter looks at, lower case. */
  readonly words: string;
}

/** Every deal that is not archived, in the order of a deal's life, then by name. */
export function dealRows(records: LiveRecords): readonly DealRow[] {
  return records
    .all('deal')
    .map((deal) => dealRow(records, deal))
    .sort((a, b) => PHASE_ORDER[a.deal.phase] - PHASE_ORDER[b.deal.phase] || collator.compare(a.deal.name, b.deal.name));
}

/** Where a phase stands in the order of a deal's life, from 0. */
export const PHASE_ORDER = Object.fromEntries(PHASES.map((phase, at) => [phase, at])) as Readonly<Record<Phase, number>>;

function dealRow(records: LiveRecords, deal: Deal): DealRow {
  const account = records.get('account', deal.account)?.name ?? '';
  const seller = joinedPerson(records, deal.ae);
  const manager = joinedPerson(records, deal.pm);
  const ae = seller?.name ?? '';
  const pm = manager?.name ?? '';
  const words = `${deal.name}\n${account}\n${ae}\n${pm}\n${deal.department ?? ''}`.toLocaleLowerCase();
  const people = { ae: seller?.id ?? deal.ae, pm: manager?.id ?? deal.pm };
  return { deal, account, ae, pm, people, clashes: records.clashing(deal.id).length > 0, words };
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

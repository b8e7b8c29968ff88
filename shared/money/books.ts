import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import type {
  ChangeOrder,
  Commitment,
  Concession,
  CostPlan,
  Deal,
  Expense,
  Invoice,
  InvoiceLine,
  MarginFreeze,
  Milestone,
  Payment,
  ScopeLine,
  Ticket,
  TimeEntry,
} from '../records/registry';
import { costRatesOf, type CostRates } from './cost-rates';

/** An invoice or credit note with what belongs to it. */
export interface Bill {
  readonly invoice: Invoice;
  readonly lines: readonly InvoiceLine[];
  readonly payments: readonly Payment[];
}

/** Everything on the team's side that the money of one deal is computed from. */
export interface DealBooks {
  readonly deal: Deal;
  readonly scopeLines: readonly ScopeLine[];
  readonly changeOrders: readonly ChangeOrder[];
  /** Discounts inside an accepted offer are left out: the signed value is after them. */
  readonly concessions: readonly DatedConcession[];
  readonly commitments: readonly Commitment[];
  readonly milestones: readonly Milestone[];
  readonly tickets: readonly Ticket[];
  readonly timeEntries: readonly TimeEntry[];
  readonly bills: readonly Bill[];
}

/** A concession, and the day on which it was given: its own, else that of the moment in which it was said. */
export interface DatedConcession {
  readonly concession: Concession;
  readonly givenOn: string | undefined;
}

/** Everything on the finance side. */
export interface CostBooks {
  readonly rates: CostRates;
  readonly expenses: readonly Expense[];
  readonly costPlans: readonly CostPlan[];
  /** The margin as it was signed; undefined where nobody has frozen it. */
  readonly marginFreeze: MarginFreeze | undefined;
}

/** The books of a deal; undefined where there is no such deal. Archived records are in none of them. */
export function booksOf(records: Records, id: Id<'deal'>): DealBooks | undefined {
  const deal = records.get('deal', id);
  if (!deal) return undefined;
  return {
    deal,
    scopeLines: records.of('scopeLine', 'deal', id),
    changeOrders: records.of('changeOrder', 'deal', id),
    concessions: concessionsOf(records, id),
    commitments: records.of('commitment', 'deal', id),
    milestones: records.of('milestone', 'deal', id),
    tickets: records.of('ticket', 'deal', id),
    timeEntries: records.of('timeEntry', 'deal', id),
    bills: records.of('invoice', 'deal', id).map((invoice) => ({
      invoice,
      lines: records.of('invoiceLine', 'invoice', invoice.id),
      payments: records.of('payment', 'invoice', invoice.id),
    })),
  };
}

/**
 * The cost side; undefined where there is nothing of it, as on a client without the finance ledger. `rates` are the
 * firm's, made once for many deals.
 */
export function costBooksOf(records: Records, id: Id<'deal'>, rates: CostRates = costRatesOf(records)): CostBooks | undefined {
  const expenses = records.of('expense', 'deal', id);
  const costPlans = records.of('costPlan', 'deal', id);
  const freezes = records.of('marginFreeze', 'deal', id);
  if (rates.size + expenses.length + costPlans.length + freezes.length === 0) return undefined;
  return { rates, expenses, costPlans, marginFreeze: freezeOf(freezes, records.get('deal', id)) };
}

/** The freeze of the signature that stands; where the day of it was corrected since, the latest. */
function freezeOf(freezes: readonly MarginFreeze[], deal: Deal | undefined): MarginFreeze | undefined {
  const byDay = freezes.toSorted((a, b) => (a.acceptedAt === b.acceptedAt ? (a.id < b.id ? -1 : 1) : a.acceptedAt < b.acceptedAt ? -1 : 1));
  return byDay.findLast(({ acceptedAt }) => acceptedAt === deal?.signedAt) ?? byDay.at(-1);
}

function concessionsOf(records: Records, id: Id<'deal'>): readonly DatedConcession[] {
  return records
    .of('concession', 'deal', id)
    .filter((concession) => !isInSignedPrice(records, concession))
    .map((concession) => ({ concession, givenOn: concession.givenAt ?? records.get('moment', concession.sourceMoment)?.at.slice(0, 10) }));
}

/** A line of the accepted offer takes it off already. */
const isInSignedPrice = (records: Records, { id }: Concession): boolean =>
  records.of('proposalLine', 'concession', id).some(({ proposal }) => records.get('proposal', proposal)?.status === 'accepted');

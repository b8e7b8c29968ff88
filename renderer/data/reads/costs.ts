import { booksOf } from '#shared/money/books';
import { currencyOf } from '#shared/money/contract';
import { costRatesOf } from '#shared/money/cost-rates';
import type { Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import type { ChangeOrder, Commitment, CostPlan, ScopeLine, TimeEntry } from '#shared/records/registry';
import { uncostedHours, type UncostedHours } from '#shared/time/cost-rates';

/** A piece of work and what it is planned to cost. */
export interface PlannedRow {
  readonly kind: 'scopeLine' | 'changeOrder' | 'commitment';
  readonly work: ScopeLine | ChangeOrder | Commitment;
  readonly hours: number | undefined;
  readonly plan: CostPlan | undefined;
}

/** Everything on a deal whose cost can be planned: work that is sold, changes, and promises beside the contract. */
export function workToPlan(records: Records, deal: Id<'deal'>): readonly PlannedRow[] {
  const lines = records.of('scopeLine', 'deal', deal).filter(({ status }) => status !== 'negotiated away');
  const orders = records.of('changeOrder', 'deal', deal).filter(({ status }) => status !== 'rejected');
  const promises = records.of('commitment', 'deal', deal).filter(({ inSow, scopeLine }) => !inSow && !scopeLine);
  return [
    ...lines.map((work) => ({
      kind: 'scopeLine' as const,
      work,
      hours: work.plannedHours,
      plan: records.of('costPlan', 'scopeLine', work.id)[0],
    })),
    ...orders.map((work) => ({
      kind: 'changeOrder' as const,
      work,
      hours: work.hours,
      plan: records.of('costPlan', 'changeOrder', work.id)[0],
    })),
    ...promises.map((work) => ({
      kind: 'commitment' as const,
      work,
      hours: undefined,
      plan: records.of('costPlan', 'commitment', work.id)[0],
    })),
  ];
}

/** Hours of a person on deals in one currency that no rate in that currency covers. */
export interface HoursToCost extends UncostedHours {
  readonly currency: string;
}

/** Hours that no cost rate covers, by person; of one deal, or of the firm. */
export function hoursWithoutRate(records: Records, deal?: Id<'deal'>): readonly HoursToCost[] {
  const rates = costRatesOf(records);
  const deals = deal ? [deal] : records.all('deal').map(({ id }) => id);
  const byCurrency = new Map<string, TimeEntry[]>();
  for (const id of deals) {
    const books = booksOf(records, id);
    if (!books || books.timeEntries.length === 0) continue;
    const currency = currencyOf(books);
    const missing = books.timeEntries.filter((entry) => !rates.on(entry.person, roleOf(records, entry), entry.date, currency));
    byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), ...missing]);
  }
  return [...byCurrency].flatMap(([currency, entries]) => uncostedHours(entries).map((one) => ({ ...one, currency })));
}

function roleOf(records: Records, { scopeLine, ticket }: TimeEntry): string | undefined {
  return records.get('scopeLine', scopeLine ?? records.get('ticket', ticket)?.scopeLine)?.role;
}

import type { RecordOf, RecordType } from '#shared/records/registry';
import type { LiveRecords } from '../workspace';

/** Goes on making one index; true when it is there. */
type Index = (records: LiveRecords) => boolean;

const by =
  <T extends RecordType>(type: T, field: keyof RecordOf<T> & string): Index =>
  (records) =>
    records.index(type, field);

/** By what the signals of a deal are found. */
export const SIGNAL_INDEXES: readonly Index[] = [
  by('timeEntry', 'deal'),
  by('scopeLine', 'deal'),
  by('ticket', 'deal'),
  by('changeOrder', 'deal'),
  by('externalFigure', 'deal'),
  by('visit', 'deal'),
  by('pulse', 'deal'),
  by('milestone', 'deal'),
  by('invoice', 'deal'),
  by('invoiceLine', 'invoice'),
  by('payment', 'invoice'),
];

/** By what the money of a deal is found. */
export const MONEY_INDEXES: readonly Index[] = [
  by('timeEntry', 'deal'),
  by('scopeLine', 'deal'),
  by('changeOrder', 'deal'),
  by('concession', 'deal'),
  by('proposalLine', 'concession'),
  by('commitment', 'deal'),
  by('milestone', 'deal'),
  by('ticket', 'deal'),
  by('invoice', 'deal'),
  by('invoice', 'credits'),
  by('invoiceLine', 'invoice'),
  by('invoiceLine', 'milestone'),
  by('invoiceLine', 'changeOrder'),
  by('payment', 'invoice'),
  by('timeEntry', 'changeOrder'),
  by('expense', 'deal'),
  by('expense', 'invoice'),
  by('costPlan', 'deal'),
  by('marginFreeze', 'deal'),
];

/** Makes indexes ready in small pieces: the first read through one of half a million records would hold the thread for a second. */
export async function prepareIndexes(records: LiveRecords, indexes: readonly Index[], breathe: () => Promise<unknown>): Promise<void> {
  for (const index of indexes) while (!index(records)) await breathe();
}

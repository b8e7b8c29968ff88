import type { RecordId } from '../ledger/entry';

/** Why a ticket cannot be opened, moved or closed, and what to do. `message` is fit to show. */
export interface TicketError {
  readonly message: string;
}

/** Fields of a record whose offline edits nobody has settled yet. */
export type Undecided = (record: RecordId) => readonly string[];

/** Where nothing waits to be settled: tests, and stories that are told in one voice. */
export const nothingUndecided: Undecided = () => [];

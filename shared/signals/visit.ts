import type { Command } from '../ledger/command';
import type { Id } from '../records/define-record';
import { createRecord } from '../records/write';
import type { CalendarDate, Instant } from '../values/calendar';
import { derivedId } from '../values/id';

/** Who opened which deal when. */
export interface Looked {
  readonly person: Id<'person'>;
  readonly deal: Id<'deal'>;
  readonly at: Instant;
  /** The same on the wall where they sit. */
  readonly on: CalendarDate;
}

/** One record per person, deal and day: opened again, on another window or device, it is the same one. */
export const visitId = ({ person, deal, on }: Pick<Looked, 'person' | 'deal' | 'on'>): Id<'visit'> =>
  derivedId('visit', `${person}/${deal}`, on);

/** Notes that somebody of ours opened a deal. */
export const noteVisit = ({ person, deal, at, on }: Looked): Command =>
  createRecord('visit', visitId({ person, deal, on }), { person, deal, at }, { act: 'visit.note' });

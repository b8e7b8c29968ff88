import type { Records } from '../records/records';
import type { CalendarDate } from '../values/calendar';
import type { ImportChoices } from './import-plan';

/** What a reader may know beside its table: what is here already, what was chosen, which day it is. */
export interface ReadContext {
  readonly records: Records;
  readonly choices: ImportChoices;
  readonly today: CalendarDate;
}

import type { Records } from '#shared/records/records';
import { TIME_ZONE } from '../../../components/use-today';
import { dateOfInstant, type CalendarDate } from '#shared/values/calendar';
import type { PromiseRecord } from '../../../data/reads/promises';

/** Who said it, and to whom, as ids; whatever a kind calls them. */
export function partiesOf(record: PromiseRecord): { readonly from: string | undefined; readonly to: string | undefined } {
  if ('madeBy' in record || 'madeTo' in record) return { from: record.madeBy, to: record.madeTo };
  if ('raisedBy' in record) return { from: record.raisedBy, to: undefined };
  if ('by' in record) return { from: record.by, to: undefined };
  if ('contact' in record) return { from: record.contact, to: undefined };
  return { from: undefined, to: undefined };
}

/** The day on which it was said: its own, else that of the moment; empty where neither says so. */
export function dayOf(record: PromiseRecord, records: Records): CalendarDate {
  const own = ['madeAt', 'givenAt', 'decidedAt']
    .map((field) => (record as unknown as Readonly<Record<string, string | undefined>>)[field])
    .find(Boolean);
  if (own) return own;
  const moment = records.get('moment', record.sourceMoment);
  return moment ? dateOfInstant(moment.at, TIME_ZONE) : '';
}

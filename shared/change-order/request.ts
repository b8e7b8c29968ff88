import type { Command } from '../ledger/command';
import { wordsIn, type Selection } from '../promise/from-selection';
import type { CalendarDateText, Id } from '../records/define-record';
import type { Values } from '../records/parse';
import { parseRecord } from '../records/parse';
import type { Commitment, Deal, ScopeLine, Ticket } from '../records/registry';
import { shorten } from '../records/title';
import { createRecord } from '../records/write';
import { dateOfInstant } from '../values/calendar';
import { err, ok, type Result } from '../values/result';
import type { ChangeOrderError } from './change-order-error';
import { t } from '../values/texts';

type Asked = Values<'changeOrder'>;

/** Notes that something was asked for that was not sold. Everybody may; it waits until somebody decides it. */
export function requestChange(id: Id<'changeOrder'>, deal: Pick<Deal, 'id'>, values: Asked): Result<Command, ChangeOrderError> {
  const title = values.title?.trim();
  if (!title) return err({ message: t('Say in a few words what is asked for.') });
  const parsed = parseRecord('changeOrder', { ...values, title, deal: deal.id, status: 'requested' });
  if (!parsed.ok) return err({ message: parsed.error.map(({ message }) => message).join('. ') });
  return ok(createRecord('changeOrder', id, parsed.value));
}

/** The same from words of a mail, a call, a meeting: they stand with it verbatim, and lead back to where they were said. */
export function requestFromWords(id: Id<'changeOrder'>, selection: Selection, values: Asked = {}): Result<Command, ChangeOrderError> {
  const { moment } = selection;
  if (!moment.deal) return err({ message: t('File this under a deal first: a request belongs to one.') });
  const words = wordsIn(selection);
  if (!words.ok) return words;
  return requestChange(id, { id: moment.deal }, { ...askedInWords(selection), ...values, ...words.value });
}

/** What words of a moment say of a request by themselves. */
export function askedInWords({ moment, quote, timeZone = 'UTC' }: Selection): Asked {
  const [contact] = moment.contacts.length === 1 ? moment.contacts : [];
  const said = quote.trim();
  return {
    title: shorten(said),
    detail: said,
    requestedAt: dateOfInstant(moment.at, timeZone),
    ...(contact ? { requestedBy: contact } : {}),
  };
}

/** What a ticket says of a request: the work in which it came up. */
export const askedInTicket = (ticket: Ticket, on: CalendarDateText): Asked => ({
  title: ticket.title,
  requestedAt: on,
  ticket: ticket.id,
  ...(ticket.detail ? { detail: ticket.detail } : {}),
  ...(ticket.estimateHours === undefined ? {} : { hours: ticket.estimateHours }),
  ...(ticket.scopeLine ? { scopeLine: ticket.scopeLine } : {}),
  ...(ticket.commitment ? { commitment: ticket.commitment } : {}),
  ...(ticket.reportedBy ? { requestedBy: ticket.reportedBy } : {}),
  ...(ticket.sourceMoment ? { sourceMoment: ticket.sourceMoment } : {}),
  ...(ticket.quote ? { quote: ticket.quote } : {}),
  ...(ticket.quoteStart === undefined ? {} : { quoteStart: ticket.quoteStart }),
});

/** What a line of scope says of a request: the line that it changes. */
export const askedOnLine = (line: ScopeLine, on: CalendarDateText): Asked => ({
  title: shorten(t('Change: {{title}}', { title: line.title })),
  requestedAt: on,
  scopeLine: line.id,
});

/** What a promise says of a request: the promise that it makes good. */
export const askedByPromise = (commitment: Commitment, on: CalendarDateText): Asked => ({
  title: shorten(commitment.text),
  detail: commitment.text,
  requestedAt: on,
  commitment: commitment.id,
  ...(commitment.scopeLine ? { scopeLine: commitment.scopeLine } : {}),
  ...(commitment.madeTo ? { requestedBy: commitment.madeTo } : {}),
  ...(commitment.sourceMoment ? { sourceMoment: commitment.sourceMoment } : {}),
  ...(commitment.quote ? { quote: commitment.quote } : {}),
  ...(commitment.quoteStart === undefined ? {} : { quoteStart: commitment.quoteStart }),
});

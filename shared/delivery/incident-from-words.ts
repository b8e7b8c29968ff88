import type { Id } from '../records/define-record';
import type { Values } from '../records/parse';
import type { Moment, Ticket } from '../records/registry';
import { shorten } from '../records/title';
import { dateOfInstant } from '../values/calendar';
import { derivedId } from '../values/id';
import { err, ok, type Result } from '../values/result';
import type { DeliveryError } from './delivery-error';
import { t } from '../values/texts';

/** Words that somebody selected in a moment. */
export interface SelectedWords {
  readonly moment: Moment;
  readonly quote: string;
  /** Where they begin in the body, in UTF-16 units; absent for words of the subject. */
  readonly start?: number;
  /** IANA time zone in which the day of the moment is meant; absent: UTC. */
  readonly timeZone?: string;
}

type DeliveryKind = Extract<Ticket['kind'], 'incident' | 'question' | 'escalation'>;

/** What words of a mail say of the ticket that is made of them: its title, who reported it, when, and the words themselves. */
export function ticketFromWords(
  kind: DeliveryKind,
  { moment, quote, start, timeZone = 'UTC' }: SelectedWords,
): Result<{ readonly id: Id<'ticket'>; readonly values: Values<'ticket'> }, DeliveryError> {
  const words = quote.trim();
  if (!moment.deal) return err({ message: t('File this under a deal first: work belongs to one.') });
  if (!words) return err({ message: t('Select the words first.') });
  const at = start === undefined ? undefined : start + quote.indexOf(words);
  const [contact, ...others] = moment.contacts;
  const values = {
    title: shorten(words),
    openedAt: dateOfInstant(moment.at, timeZone),
    sourceMoment: moment.id,
    quote: words,
    ...(at === undefined ? {} : { quoteStart: at }),
    ...(contact && others.length === 0 ? { reportedBy: contact } : {}),
  };
  // Two people who make an incident of the same words, offline, make one.
  return ok({ id: derivedId('ticket', `words/${moment.id}`, `${kind}/${at ?? 'subject'}/${words}`), values });
}

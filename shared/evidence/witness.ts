import type { RecordId } from '../ledger/entry';
import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import { isOfType, typeOf, type Moment } from '../records/registry';
import { dateOfInstant, type CalendarDate } from '../values/calendar';
import type { PartRole } from './source';
import { writtenBy } from './stance';
import { t } from '../values/texts';

/** Who said it to whom, when and by which channel, and the moment that can be opened. */
export interface Witness {
  readonly deal?: Id<'deal'>;
  /** The moment itself, or the one in which the words of the record were said. */
  readonly moment?: Id<'moment'>;
  /** The day; an instant's day in UTC. */
  readonly on?: CalendarDate;
  /** ISO instant, where one is known. */
  readonly at?: string;
  readonly by: readonly RecordId[];
  readonly to: readonly RecordId[];
  /** `e-mail`, `call` …, or the noun that holds it. */
  readonly channel: string;
}

/** Where the words of a record come from. What a line of scope says was written for the offer, not in the moment that asked for it. */
export function witnessOf(id: RecordId, role: PartRole, records: Records): Witness {
  const moment = records.get('moment', id);
  if (moment) return witnessOfMoment(moment, records);
  const type = typeOf(id);
  const held = type && (records.get(type, id) as Readonly<Record<string, unknown>> | undefined);
  const isWrittenAnew = isOfType('scopeLine', id) && role !== 'quote';
  const source = isWrittenAnew ? undefined : records.get('moment', textOf(held?.['sourceMoment']));
  const offer = records.get('proposal', isOfType('proposal', id) ? id : textOf(held?.['proposal']));
  const said = source ? witnessOfMoment(source, records) : undefined;
  const deal = (textOf(held?.['deal']) ?? offer?.deal) as Id<'deal'> | undefined;
  const on = dayIn(held) ?? offer?.acceptedAt ?? offer?.sentAt ?? offeredOn(id, records) ?? said?.on;
  const [by, to] = [idsIn(held, BY), idsIn(held, TO)];
  return {
    ...(deal && { deal }),
    ...(source && { moment: source.id }),
    ...(on && { on }),
    ...(said?.at && { at: said.at }),
    by: by.length > 0 ? by : (said?.by ?? []),
    to: to.length > 0 ? to : (said?.to ?? []),
    channel:
      textOf(held?.['channel']) ??
      source?.kind ??
      (offer ? t('proposal {{version}}', { version: offer.version }) : type === 'scopeLine' ? 'scope' : (type ?? 'record')),
  };
}

const BY = ['madeBy', 'by', 'raisedBy', 'askedBy', 'requestedBy', 'contact'] as const;
const TO = ['madeTo', 'to'] as const;
const DAYS = ['madeAt', 'givenAt', 'decidedAt', 'answeredAt', 'acceptedAt', 'sentAt', 'requestedAt'] as const;

function witnessOfMoment(moment: Moment, records: Records): Witness {
  const theirs = writtenBy(moment, records) === 'them';
  const [by, to] = theirs ? [authorsOf(moment, records), moment.people] : [authorsOf(moment, records), moment.contacts];
  return {
    ...(moment.deal && { deal: moment.deal }),
    moment: moment.id,
    on: dateOfInstant(moment.at, 'UTC'),
    at: moment.at,
    by,
    to,
    channel: moment.kind,
  };
}

/** Of a mail, the one who sent it; else everybody of ours who took part. */
function authorsOf(moment: Moment, records: Records): readonly RecordId[] {
  const from = (moment.from ?? '').toLowerCase();
  const isSender = (email: string | undefined): boolean => email !== undefined && email !== '' && from.includes(email.toLowerCase());
  const contact = moment.contacts.find((id) => isSender(records.get('contact', id)?.email));
  if (contact) return [contact];
  const person = moment.people.find((id) => isSender(records.get('person', id)?.email));
  return person ? [person] : moment.people;
}

/** When the client saw a line: the day of the last offer that had it. */
function offeredOn(id: RecordId, records: Records): CalendarDate | undefined {
  if (!isOfType('scopeLine', id)) return undefined;
  const offers = records.of('proposalLine', 'scopeLine', id).map(({ proposal }) => records.get('proposal', proposal));
  return offers
    .map((offer) => offer?.acceptedAt ?? offer?.sentAt)
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const dayIn = (held: Readonly<Record<string, unknown>> | undefined): string | undefined =>
  DAYS.map((field) => textOf(held?.[field])).find((day) => day !== undefined);
const idsIn = (held: Readonly<Record<string, unknown>> | undefined, fields: readonly string[]): readonly RecordId[] =>
  fields.flatMap((field) => (textOf(held?.[field])?.includes(':') ? [held?.[field] as RecordId] : [])).slice(0, 1);

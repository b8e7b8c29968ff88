import type { Command } from '../ledger/command';
import type { Id } from '../records/define-record';
import type { Values } from '../records/parse';
import { parseRecord } from '../records/parse';
import type { Notable } from '../records/register';
import type { Moment } from '../records/registry';
import { shorten } from '../records/title';
import { createRecord } from '../records/write';
import { dateOfInstant } from '../values/calendar';
import { err, ok, type Result } from '../values/result';
import type { PromiseError } from './promise-error';
import { t } from '../values/texts';

/** Words that somebody selected in a moment. */
export interface Selection {
  readonly moment: Moment;
  /** The words as they stand there. */
  readonly quote: string;
  /** Where they begin in the moment's body, in UTF-16 units; absent for words of the subject. */
  readonly start?: number;
  /** IANA time zone in which the moment's day is meant; absent: UTC. */
  readonly timeZone?: string;
}

/**
 * Makes words of a moment a commitment, objection, concession, constraint, priority, decision or scope line. The record
 * keeps the words verbatim and where they stand; `values` say the rest and win over what is derived from the moment.
 */
export function promiseFromSelection<K extends Notable>(
  kind: K,
  id: Id<K>,
  selection: Selection,
  values: Values<K> = {},
): Result<Command, PromiseError> {
  const { moment } = selection;
  if (!moment.deal) return err({ message: t('File this under a deal first: a promise belongs to one.') });
  const words = wordsIn(selection);
  if (!words.ok) return words;
  const derived = { ...derivedFrom(kind, selection, words.value.quote), ...values };
  const evidence = { deal: moment.deal, ...words.value };
  const parsed = parseRecord(kind, { ...derived, ...evidence });
  if (!parsed.ok) return err({ message: parsed.error.map(({ message }) => message).join('. ') });
  return ok(createRecord(kind, id, parsed.value, { act: `${kind}.note` }));
}

/** Words as evidence: verbatim, and where they stand. */
export interface Words {
  readonly sourceMoment: Id<'moment'>;
  readonly quote: string;
  /** Absent for words of the subject. */
  readonly quoteStart?: number;
}

/** The selected words, where they stand in the moment as they were selected. */
export function wordsIn(selection: Selection): Result<Words, PromiseError> {
  const { moment } = selection;
  const quote = selection.quote.trim();
  if (!quote) return err({ message: t('Select the words first.') });
  const start = startOf(selection, quote);
  if (start === undefined && !moment.subject?.includes(quote)) {
    return err({ message: t('These words do not stand in the text as they were selected. Select them again.') });
  }
  return ok({ sourceMoment: moment.id, quote, ...(start === undefined ? {} : { quoteStart: start }) });
}

/** Where the trimmed quote begins: at the selection if it stands there, else at its first occurrence. */
function startOf({ moment, quote, start }: Selection, trimmed: string): number | undefined {
  const body = moment.body ?? '';
  const selected = start === undefined ? -1 : start + quote.indexOf(trimmed);
  if (selected >= 0 && body.startsWith(trimmed, selected)) return selected;
  const found = body.indexOf(trimmed);
  return found < 0 ? undefined : found;
}

/** What the moment itself says: who, when and by which channel. */
function derivedFrom(kind: Notable, { moment, timeZone = 'UTC' }: Selection, quote: string): Readonly<Record<string, unknown>> {
  const day = dateOfInstant(moment.at, timeZone);
  const contact = moment.contacts.length === 1 ? moment.contacts[0] : undefined;
  const person = moment.people.length === 1 ? moment.people[0] : undefined;
  switch (kind) {
    case 'commitment':
      return {
        text: quote,
        madeBy: person,
        madeTo: contact,
        madeAt: day,
        channel: channelOf(moment),
        decision: 'open',
        fulfilment: 'open',
      };
    case 'objection':
      return { text: quote, raisedBy: contact };
    case 'concession':
      return { text: quote, givenBy: 'us', givenAt: day };
    case 'constraint':
      return { text: quote, by: contact, strength: 'must' };
    case 'priority':
      return { text: quote, contact };
    case 'decision':
      return { text: quote, decidedAt: day };
    case 'scopeLine':
      return { title: shorten(quote), origin: originOf(moment), status: 'proposed' };
  }
}

function channelOf({ kind }: Moment): 'e-mail' | 'call' | 'meeting' | 'chat' | 'document' | undefined {
  if (kind === 'note') return undefined;
  return kind === 'file' ? 'document' : kind;
}

const originOf = ({ kind }: Moment): 'e-mail' | 'verbal' => (kind === 'e-mail' || kind === 'chat' ? 'e-mail' : 'verbal');

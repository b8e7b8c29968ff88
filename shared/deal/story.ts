import { instantOfAt } from '../ledger/clock';
import type { Entry, Json, RecordId } from '../ledger/entry';
import type { Phase } from '../records/deal';
import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import { isCreation, tellHistory, type ToldEntry } from '../records/act-label';
import { isPromise, REGISTERS, type Register } from '../records/register';
import { typeOf, type AnyRecord, type Moment, type RecordType } from '../records/registry';
import type { Wording } from '../records/value-text';

/** One thing in the life of a deal, at the time it happened and in the phase that the deal was in then. */
export type StoryItem = StoryBase &
  (
    | { readonly kind: 'moment'; readonly moment: Moment; readonly promises: readonly Promised[] }
    /** A promise that stands on no moment of this deal. */
    | { readonly kind: 'promise'; readonly promise: Promised; readonly told: ToldEntry | undefined }
    | { readonly kind: 'phase'; readonly told: ToldEntry; readonly to: Phase }
    | { readonly kind: 'act'; readonly told: ToldEntry }
  );

export type Promised = Extract<AnyRecord, { readonly id: `${Register}:${string}` }>;

interface StoryBase {
  readonly id: string;
  readonly at: string;
  readonly phase: Phase;
  /** Of ours: who did it or took part. */
  readonly people: readonly Id<'person'>[];
  /** Of the client. */
  readonly contacts: readonly Id<'contact'>[];
}

/** Nouns that would drown the story of a deal; they have screens of their own. */
const BOOKKEEPING: readonly (RecordType | undefined)[] = ['timeEntry', 'visit', 'readReceipt', 'importedRow', 'savedView', 'firmSetting'];

/**
 * The one timeline of a deal, oldest first, across the signature: what was said (with the promises made in it), what
 * was done, and each step from phase to phase. `entries` are the deal's history in effective-time order.
 */
export function dealStory(deal: Id<'deal'>, entries: readonly Entry[], records: Records, wording: Wording): readonly StoryItem[] {
  const told = tellHistory(entries, wording);
  const phases = phasesOf(deal, entries);
  const phaseAt = (at: string): Phase => phases.findLast((step) => step.at <= at)?.phase ?? phases[0]?.phase ?? 'discovery';
  const moments = momentItems(deal, records, phaseAt);
  const items = [...moments, ...promiseItems(deal, told, records, phaseAt), ...actItems(deal, told, phaseAt)];
  return items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

interface Step {
  readonly at: string;
  readonly phase: Phase;
}

/** When the deal entered which phase, as its entries say. */
export function phasesOf(deal: Id<'deal'>, entries: readonly Entry[]): readonly Step[] {
  return entries.flatMap((entry) => {
    const phase = valueSet(entry, deal, 'phase');
    return typeof phase === 'string' ? [{ at: instantOfAt(entry.at), phase: phase as Phase }] : [];
  });
}

function momentItems(deal: Id<'deal'>, records: Records, phaseAt: (at: string) => Phase): StoryItem[] {
  return records.of('moment', 'deal', deal).map((moment) => ({
    kind: 'moment',
    id: moment.id,
    at: moment.at,
    phase: phaseAt(moment.at),
    people: moment.people,
    contacts: moment.contacts,
    moment,
    promises: promisesFrom(moment, records),
  }));
}

/** The promises that stand on a moment, in the order of its text. */
export function promisesFrom(moment: Moment, records: Records): readonly Promised[] {
  return REGISTERS.flatMap((type) => records.of(type, 'sourceMoment', moment.id) as readonly Promised[]).sort(
    (a, b) => (a.quoteStart ?? 0) - (b.quoteStart ?? 0),
  );
}

/** Promises that were noted without a moment: at the time that they name, else when they were noted. */
function promiseItems(deal: Id<'deal'>, told: readonly ToldEntry[], records: Records, phaseAt: (at: string) => Phase): StoryItem[] {
  return REGISTERS.flatMap((type) => records.of(type, 'deal', deal) as readonly Promised[])
    .filter(({ sourceMoment }) => records.get('moment', sourceMoment)?.deal !== deal)
    .map((promise) => {
      const noted = told.find(({ entry }) => entry.edits.some(({ record }) => record === promise.id));
      const at = dayOf(promise) ?? (noted ? instantOfAt(noted.entry.at) : '');
      const people = noted ? [noted.entry.by as Id<'person'>] : [];
      return { kind: 'promise', id: promise.id, at, phase: phaseAt(at), people, contacts: contactsOf(promise), promise, told: noted };
    });
}

function actItems(deal: Id<'deal'>, told: readonly ToldEntry[], phaseAt: (at: string) => Phase): StoryItem[] {
  return told.filter(isWorthTelling).map((item) => {
    const { entry } = item;
    const at = instantOfAt(entry.at);
    const base = { id: entry.id, at, phase: phaseAt(at), people: [entry.by as Id<'person'>], contacts: [], told: item };
    const to = valueSet(entry, deal, 'phase');
    return typeof to === 'string' ? { ...base, kind: 'phase', to: to as Phase } : { ...base, kind: 'act' };
  });
}

/** Whether an entry touches nothing but hours, visits and the like. */
export const isBookkeeping = (entry: Entry): boolean => entry.edits.every(({ record }) => BOOKKEEPING.includes(typeOf(record)));

/** Not the mere arrival of a moment or promise, nor an answer, whose words are a moment: those stand in the story themselves. */
function isWorthTelling({ entry }: ToldEntry): boolean {
  if (entry.act === 'question.answer' && entry.edits.some(({ record }) => record.startsWith('moment:'))) return false;
  const edits = entry.edits.filter(({ record }) => !BOOKKEEPING.includes(typeOf(record)));
  return edits.some((edit) => !(isSelfTelling(edit.record) && isCreation(edit)));
}

const isSelfTelling = (record: RecordId): boolean => record.startsWith('moment:') || isPromise({ id: record } as AnyRecord);

function valueSet(entry: Entry, record: RecordId, field: string): Json | undefined {
  const edit = entry.edits.find((candidate) => candidate.record === record);
  return edit && 'set' in edit ? edit.set[field] : undefined;
}

/** Noon, so that the day is the same day in every time zone of the reader but the farthest. */
function dayOf(promise: Promised): string | undefined {
  const days = promise as { readonly madeAt?: string; readonly givenAt?: string; readonly decidedAt?: string };
  const day = days.madeAt ?? days.givenAt ?? days.decidedAt;
  return day && `${day}T12:00:00.000Z`;
}

function contactsOf(promise: Promised): readonly Id<'contact'>[] {
  const named = promise as { readonly [field in 'madeTo' | 'raisedBy' | 'by' | 'contact']?: Id<'contact'> };
  return [named.madeTo, named.raisedBy, named.by, named.contact].filter((id) => id !== undefined);
}

import type { TextPart } from '../exchange/file-text/text-part';
import type { Entry, RecordId } from '../ledger/entry';
import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { Deal, Moment } from '../records/registry';
import { instantOfAt } from '../ledger/clock';
import { addDays, dateOfInstant, daysBetween, type CalendarDate } from '../values/calendar';
import { dealsIn, type Scope } from './scope';
import { EVIDENCE_TYPES, type EvidenceType } from './source';
import { t } from '../values/texts';

/** Days in which a deal was active and nothing of it is here. */
export interface Silence {
  readonly deal: Id<'deal'>;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly weeks: number;
}

/** What was looked through, and what a person must know was not. */
export interface Coverage {
  readonly counts: readonly { readonly type: EvidenceType; readonly count: number }[];
  /** Of the moments, by kind. */
  readonly kinds: readonly { readonly kind: Moment['kind']; readonly count: number }[];
  /** Days of the first and the last moment; none where there is no moment. */
  readonly period?: { readonly from: CalendarDate; readonly to: CalendarDate };
  /** People of the deals of whom no mail is here: their mailboxes were not imported. */
  readonly withoutMail: readonly RecordId[];
  /** Calls and meetings of which only the fact is on record. */
  readonly withoutText: readonly Moment[];
  /** Moments with a file, or an attachment, that has no words to search: it is not here, a scan, or of an unknown kind. */
  readonly unreadFiles: readonly { readonly moment: Moment; readonly why: string }[];
  /** Moments with a file that was not looked into for this answer. */
  readonly unseenFiles: number;
  readonly silences: readonly Silence[];
  /** Put away, and therefore not searched. */
  readonly archived: readonly RecordId[];
  /** Of the account, filed under no deal: not searched where one deal is asked about. */
  readonly unfiled: readonly Moment[];
}

export interface CoverageParts {
  readonly records: Records;
  readonly scope: Scope;
  readonly today: CalendarDate;
  /** Every entry of a deal, in order, to know when it was paused; absent: never. */
  readonly histories?: ReadonlyMap<Id<'deal'>, readonly Entry[]>;
  /** Ids of all moments, archived ones included. */
  readonly moments: readonly RecordId[];
  /** What is known of the files of moments; a moment that is not in it was not looked into. */
  readonly files?: ReadonlyMap<Id<'moment'>, { readonly parts?: readonly TextPart[] }>;
}

/** Weeks without a moment that are worth a word. */
const SILENT_DAYS = 14;

/** What a search in a scope looks through, and what it cannot see. A negative is worth no more than this says. */
export function coverageOf(parts: CoverageParts): Coverage {
  const { records, scope, files } = parts;
  const deals = dealsIn(scope, records).flatMap((id) => records.get('deal', id) ?? []);
  const moments = momentsIn(scope, deals, records);
  const days = moments.map(({ at }) => dateOfInstant(at, 'UTC')).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  return {
    counts: EVIDENCE_TYPES.map((type) => ({ type, count: countIn(type, scope, deals, moments, records) })).filter(({ count }) => count > 0),
    kinds: countKinds(moments),
    ...(from && to ? { period: { from, to } } : {}),
    withoutMail: scope.kind === 'all' ? [] : withoutMail(deals, moments, records),
    withoutText: moments.filter(({ kind, body }) => (kind === 'call' || kind === 'meeting') && !body?.trim()),
    unreadFiles: moments.flatMap((moment) => unreadIn(moment, files?.get(moment.id))),
    unseenFiles: moments.filter(({ id, file }) => file !== undefined && !files?.has(id)).length,
    silences: scope.kind === 'all' ? [] : deals.flatMap((deal) => silencesOf(deal, parts)),
    archived: archivedIn(parts, new Set(deals.map(({ id }) => id))),
    unfiled: scope.kind === 'deal' ? unfiledOf(deals, records) : [],
  };
}

function momentsIn(scope: Scope, deals: readonly Deal[], records: Records): readonly Moment[] {
  if (scope.kind === 'all') return records.all('moment');
  const filed = deals.flatMap(({ id }) => records.of('moment', 'deal', id));
  return scope.kind === 'account' ? [...filed, ...records.of('moment', 'account', scope.account).filter(({ deal }) => !deal)] : filed;
}

function countIn(type: EvidenceType, scope: Scope, deals: readonly Deal[], moments: readonly Moment[], records: Records): number {
  if (type === 'moment') return moments.length;
  if (scope.kind === 'all') return records.all(type).length;
  if (type !== 'proposalLine') return deals.reduce((sum, { id }) => sum + records.of(type as 'ticket', 'deal', id).length, 0);
  const offers = deals.flatMap(({ id }) => records.of('proposal', 'deal', id));
  return offers.reduce((sum, { id }) => sum + records.of('proposalLine', 'proposal', id).length, 0);
}

function countKinds(moments: readonly Moment[]): Coverage['kinds'] {
  const counts = new Map<Moment['kind'], number>();
  for (const { kind } of moments) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => b.count - a.count);
}

/** Who sells, runs or buys a deal and is on no mail of it. */
function withoutMail(deals: readonly Deal[], moments: readonly Moment[], records: Records): readonly RecordId[] {
  const mailed = new Set<string>();
  for (const { kind, contacts, people } of moments) if (kind === 'e-mail') for (const id of [...contacts, ...people]) mailed.add(id);
  const heads = moments.filter(({ kind }) => kind === 'e-mail').map(({ from, to }) => `${from ?? ''} ${to ?? ''}`.toLowerCase());
  const isOnMail = (id: RecordId): boolean => {
    const email = (records.get('person', id) ?? records.get('contact', id))?.email?.toLowerCase();
    return mailed.has(id) || (email !== undefined && email !== '' && heads.some((head) => head.includes(email)));
  };
  const all = deals.flatMap(({ ae, presalesLead, pm, buyers }) => [ae, presalesLead, pm, ...buyers]);
  return [...new Set(all.filter((id) => id !== undefined))].filter((id) => !isOnMail(id));
}

function unreadIn(moment: Moment, file: { readonly parts?: readonly TextPart[] } | undefined): Coverage['unreadFiles'] {
  if (file === undefined) return [];
  if (file.parts === undefined) return [{ moment, why: t('its bytes are not on this device') }];
  const silent = file.parts.filter(({ state }) => state !== 'text');
  return silent.map(({ name, state, reason }) => ({
    moment,
    why: `${name || t('the file')}: ${reason ?? (state === 'empty' ? t('It has no words, such as a scan.') : t('It could not be read.'))}`,
  }));
}

function unfiledOf(deals: readonly Deal[], records: Records): readonly Moment[] {
  const accounts = new Set(deals.flatMap(({ account }) => account ?? []));
  return [...accounts].flatMap((account) => records.of('moment', 'account', account).filter(({ deal }) => !deal));
}

/** Moments that were put away; their deal is still known. */
function archivedIn({ moments, records, scope }: CoverageParts, deals: ReadonlySet<string>): readonly RecordId[] {
  return moments.filter((id) => {
    const moment = records.get('moment', id);
    if (!moment?.archived) return false;
    return (
      scope.kind === 'all' || deals.has(moment.deal ?? '') || (scope.kind === 'account' && !moment.deal && moment.account === scope.account)
    );
  });
}

/** Two weeks or more without a moment, from the first moment to the end of the deal, its pauses left out. */
function silencesOf(deal: Deal, { records, today, histories }: CoverageParts): readonly Silence[] {
  const days = records.of('moment', 'deal', deal.id).map(({ at }) => dateOfInstant(at, 'UTC'));
  const spans = activeSpans(deal, histories?.get(deal.id) ?? [], days.toSorted()[0], today);
  return spans.flatMap(({ from, to }) => {
    const marks = [from, ...days.filter((date) => date >= from && date <= to).toSorted(), to];
    return marks.slice(1).flatMap((date, at): Silence[] => {
      const before = marks[at] ?? date;
      const silent = daysBetween(before, date);
      return silent < SILENT_DAYS ? [] : [{ deal: deal.id, from: addDays(before, 1), to: date, weeks: Math.floor(silent / 7) }];
    });
  });
}

interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const STILL: ReadonlySet<unknown> = new Set(['on hold', 'lost', 'closed']);

/** When a deal was neither on hold, lost nor closed, by its history; without one, from its first moment to today or its end. */
function activeSpans(deal: Deal, history: readonly Entry[], first: CalendarDate | undefined, today: CalendarDate): readonly Span[] {
  const phases = history.flatMap((entry) =>
    entry.edits.flatMap((edit) =>
      edit.record === deal.id && 'set' in edit && edit.set['phase'] !== undefined
        ? [{ on: dateOfInstant(instantOfAt(entry.at), 'UTC'), still: STILL.has(edit.set['phase']) }]
        : [],
    ),
  );
  const begin = [first, phases[0]?.on].filter((date) => date !== undefined).toSorted()[0];
  if (begin === undefined) return [];
  const spans: Span[] = [];
  let from: CalendarDate | undefined = begin;
  for (const { on, still } of phases) {
    if (still && from !== undefined) spans.push({ from, to: on });
    from = still ? undefined : (from ?? on);
  }
  if (phases.length === 0 && STILL.has(deal.phase)) return [];
  return from === undefined || from > today ? spans : [...spans, { from, to: today }];
}

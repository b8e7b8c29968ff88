import { isOpenDeal, isSignedDeal } from '../deal/phase';
import type { CalendarDateText, Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { Deal, ScopeLine, Ticket } from '../records/registry';
import { isOpenTicket } from '../ticket/ticket-kind';
import { isActivity, usualActivity, type Activity } from './activity';
import type { WorkedTime } from './entry';
import { readDay } from './typed-day';
import { readHours } from './typed-hours';

/** What a typed line was understood to say, before anything is written. */
export interface QuickLine {
  readonly hours: number | undefined;
  readonly date: CalendarDateText;
  readonly activity: Activity | undefined;
  /** The deals that fit the words equally well, the likeliest first; one where it is clear. */
  readonly deals: readonly Deal[];
  readonly scopeLine?: ScopeLine;
  readonly ticket?: Ticket;
  readonly note: string;
}

interface Typing {
  readonly person: Id<'person'>;
  readonly today: CalendarDateText;
  /** Chosen among those that fit. */
  readonly deal?: Id<'deal'> | undefined;
}

/**
 * Reads `2.5h nordwind edi rework fixed mapping yesterday`: hours, a day and an activity stand anywhere; the first of the
 * other words name the account or the deal, the next ones a scope line or a ticket of it, and the rest is the note.
 */
export function readQuickLine(records: Records, text: string, { person, today, deal }: Typing): QuickLine {
  const words = text.trim().split(/\s+/u).filter(Boolean);
  const hours = take(words, readHours);
  const date = takeDay(words, today);
  const activity = take(words, (word) => (isActivity(word.toLowerCase()) ? (word.toLowerCase() as Activity) : undefined));
  const found = bestFits(records, words, person, deal);
  const [first] = found;
  const meant = first?.deal;
  return {
    hours,
    date: date ?? today,
    activity: activity ?? (meant ? usualActivity(meant, first.ticket) : undefined),
    deals: found.map((fit) => fit.deal),
    ...(first?.scopeLine ? { scopeLine: first.scopeLine } : {}),
    ...(first?.ticket ? { ticket: first.ticket } : {}),
    note: words.slice(first?.used ?? 0).join(' '),
  };
}

/** The line as hours to log; undefined while something of it is missing. */
export function timeOfQuickLine(line: QuickLine, person: Id<'person'>): WorkedTime | undefined {
  const [deal, other] = line.deals;
  if (line.hours === undefined || line.activity === undefined || !deal || other) return undefined;
  const on = { deal: deal.id, activity: line.activity, scopeLine: line.scopeLine?.id, ticket: line.ticket?.id };
  return { ...on, person, date: line.date, hours: line.hours, note: line.note };
}

/** Removes the first word that reads as something, and gives what it reads as. */
function take<T>(words: string[], read: (word: string) => T | undefined): T | undefined {
  for (const [at, word] of words.entries()) {
    const value = read(word);
    if (value === undefined) continue;
    words.splice(at, 1);
    return value;
  }
  return undefined;
}

/** A day stands in one word (`yesterday`, `2026-11-22`) or in two (`22 Nov`, `last friday`). */
function takeDay(words: string[], today: CalendarDateText): CalendarDateText | undefined {
  for (let at = 0; at < words.length; at += 1) {
    for (const length of [2, 1]) {
      const date = at + length <= words.length ? readDay(words.slice(at, at + length).join(' '), today) : undefined;
      if (date === undefined) continue;
      words.splice(at, length);
      return date;
    }
  }
  return undefined;
}

interface Fit {
  readonly deal: Deal;
  readonly scopeLine?: ScopeLine;
  readonly ticket?: Ticket;
  /** Words at the beginning that name the deal and its part. */
  readonly used: number;
}

/** The deals whose names take up the most words; among equals one on which the person wrote hours last. */
function bestFits(records: Records, words: readonly string[], person: Id<'person'>, chosen: Id<'deal'> | undefined): readonly Fit[] {
  const lower = words.map(plain);
  const deals = records.all('deal').filter((deal) => isOpenDeal(deal) && (chosen === undefined || deal.id === chosen));
  const fits = deals.flatMap((deal) => fitOf(records, deal, lower));
  const most = Math.max(0, ...fits.map(({ used }) => used));
  const best = fits.filter(({ used }) => used === most && used > 0);
  if (best.length < 2) return best;
  const recent = recentDeals(records, person);
  const rank = ({ deal }: Fit): number => (recent.get(deal.id) ?? 0) * 2 + Number(isSignedDeal(deal));
  return best.toSorted((a, b) => rank(b) - rank(a));
}

/** How the words begin with the name of a deal and then of a part of it. A word may count for both: `edi` of "Nordwind EDI". */
function fitOf(records: Records, deal: Deal, words: readonly string[]): readonly Fit[] {
  const names = wordsOf(`${records.get('account', deal.account)?.name ?? ''} ${deal.name}`);
  const named = leading(words, names);
  if (named === 0) return [];
  const parts = partsOf(records, deal).map(({ title, part }) => {
    const own = wordsOf(title);
    const after = Math.max(...[named, named - 1].filter((from) => from > 0).map((from) => reach(words, from, own)));
    return { part, after };
  });
  const best = parts.reduce<(typeof parts)[number] | undefined>((most, one) => (one.after > (most?.after ?? 0) ? one : most), undefined);
  return [{ deal, ...best?.part, used: Math.max(named, best?.after ?? 0) }];
}

type Part = { readonly scopeLine: ScopeLine } | { readonly ticket: Ticket };

function partsOf(records: Records, deal: Deal): readonly { readonly title: string; readonly part: Part }[] {
  const lines = records.of('scopeLine', 'deal', deal.id).filter(({ status }) => status !== 'negotiated away');
  const tickets = records.of('ticket', 'deal', deal.id).filter(isOpenTicket);
  return [
    ...lines.map((scopeLine) => ({ title: scopeLine.title, part: { scopeLine } })),
    ...tickets.map((ticket) => ({ title: ticket.title, part: { ticket } })),
  ];
}

/** The position behind the last word from `from` on that begins a word of the name; 0 where the first does not. */
function reach(words: readonly string[], from: number, name: readonly string[]): number {
  const run = leading(words.slice(from), name);
  return run === 0 ? 0 : from + run;
}

/** How many words at the beginning each begin a word of the name. Words of one letter say nothing. */
function leading(words: readonly string[], name: readonly string[]): number {
  const miss = words.findIndex((word) => word.length < 2 || !name.some((part) => part.startsWith(word)));
  return miss < 0 ? words.length : miss;
}

/** The day on which the person last wrote hours on each deal, as a number that grows with it. */
function recentDeals(records: Records, person: Id<'person'>): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (const { deal, date } of records.of('timeEntry', 'person', person)) {
    const day = Number(date.replaceAll('-', ''));
    if (day > (days.get(deal) ?? 0)) days.set(deal, day);
  }
  return days;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const wordsOf = (text: string): readonly string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

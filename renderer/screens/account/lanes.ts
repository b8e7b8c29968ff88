import { addDays, daysBetween } from '#shared/values/calendar';
import type { CalendarDateText } from '#shared/records/define-record';

/** What a lane needs to know of a deal. */
export interface LaneDeal {
  readonly id: string;
  readonly department: string;
  /** First contact: the day its story begins. */
  readonly begins: CalendarDateText;
  readonly signed?: CalendarDateText;
  /** Expected signature of a deal that is not signed. */
  readonly expected?: CalendarDateText;
  /** Last day it is planned to live: warranty end, or the best that is known. */
  readonly ends: CalendarDateText;
}

/** A bar on the time axis, in percent of its width. */
export interface LaneBar {
  readonly id: string;
  readonly left: number;
  readonly width: number;
  /** Where the signature stands, in percent of the whole axis; absent where none is known. */
  readonly signature?: number;
  /** Line inside the lane, counted from 0: bars that overlap in time stand below each other. */
  readonly line: number;
}

export interface Lane {
  readonly department: string;
  readonly bars: readonly LaneBar[];
  readonly lines: number;
}

export interface Tick {
  readonly at: number;
  readonly label: string;
  /** The first quarter of a year, drawn stronger. */
  readonly year: boolean;
}

export interface Timeline {
  readonly lanes: readonly Lane[];
  readonly ticks: readonly Tick[];
  readonly today: number;
  readonly from: CalendarDateText;
  readonly to: CalendarDateText;
}

/** Lane of the deals that name no department; always drawn last. */
export const NO_DEPARTMENT = '';

/** Narrowest bar, in percent, so that a deal that began today can still be read and hit. */
const NARROWEST = 9;
const MARGIN_DAYS = 20;

/** Deals as parallel lanes, one for each department of the client, on one axis that always contains today. */
export function timelineOf(deals: readonly LaneDeal[], today: CalendarDateText): Timeline {
  const from = addDays(earliest([today, ...deals.map((deal) => deal.begins)]), -MARGIN_DAYS);
  const to = addDays(latest([today, ...deals.flatMap((deal) => [deal.ends, deal.expected ?? deal.ends])]), MARGIN_DAYS);
  const span = Math.max(1, daysBetween(from, to));
  const place = (day: CalendarDateText) => (daysBetween(from, day) / span) * 100;
  return {
    lanes: departmentsOf(deals).map((department) =>
      laneOf(
        department,
        deals.filter((deal) => deal.department === department),
        place,
      ),
    ),
    ticks: ticksOf(from, to, span).map((tick) => ({ at: place(tick.day), label: tick.label, year: tick.year })),
    today: place(today),
    from,
    to,
  };
}

function departmentsOf(deals: readonly LaneDeal[]): string[] {
  const names = [...new Set(deals.map((deal) => deal.department))];
  return names.toSorted((a, b) => Number(a === NO_DEPARTMENT) - Number(b === NO_DEPARTMENT) || a.localeCompare(b));
}

function laneOf(department: string, deals: readonly LaneDeal[], place: (day: CalendarDateText) => number): Lane {
  const free: number[] = [];
  const bars = deals
    .toSorted((a, b) => (a.begins < b.begins ? -1 : a.begins > b.begins ? 1 : 0))
    .map((deal) => {
      const bar = barOf(deal, place);
      const line = firstFree(free, bar.left);
      free[line] = bar.left + bar.width + 0.4;
      return { ...bar, line };
    });
  return { department, bars, lines: Math.max(1, free.length) };
}

function barOf(deal: LaneDeal, place: (day: CalendarDateText) => number): Omit<LaneBar, 'line'> {
  const width = Math.max(NARROWEST, place(deal.ends) - place(deal.begins));
  const left = Math.min(place(deal.begins), 100 - width);
  const signature = deal.signed ?? deal.expected;
  return { id: deal.id, left, width, ...(signature === undefined ? {} : { signature: place(signature) }) };
}

function firstFree(free: readonly number[], left: number): number {
  const line = free.findIndex((end) => end <= left);
  return line === -1 ? free.length : line;
}

/** Quarters, or half years and years as the axis grows, so that about a dozen labels stand on it. */
function ticksOf(from: CalendarDateText, to: CalendarDateText, days: number): { day: CalendarDateText; label: string; year: boolean }[] {
  const months = days > 365 * 7 ? 12 : days > 365 * 3.5 ? 6 : 3;
  const ticks = [];
  let year = Number(from.slice(0, 4));
  for (let month = 0; ; month += months) {
    if (month >= 12) {
      year += 1;
      month = 0;
    }
    const day = `${year}-${String(month + 1).padStart(2, '0')}-01`;
    if (day > to) return ticks;
    if (day >= from) ticks.push({ day, label: month === 0 ? String(year) : `Q${month / 3 + 1}`, year: month === 0 });
  }
}

const earliest = (days: readonly CalendarDateText[]): CalendarDateText => days.reduce((a, b) => (b < a ? b : a));
const latest = (days: readonly CalendarDateText[]): CalendarDateText => days.reduce((a, b) => (b > a ? b : a));

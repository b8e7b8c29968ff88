import ICAL from 'ical.js';
import { err, ok, type Result } from '../values/result';
import type { Mailbox } from './mail';
import { instantInZone } from './zone-instant';
import { t } from '../values/texts';

/** One meeting of a calendar file: a single one, or one of a series. */
export interface Meeting {
  /** The line on which its event begins. */
  readonly line: number;
  readonly uid: string;
  /** Of a series: the instant for which this one was first meant, which stays though it moves. */
  readonly occurrence?: string;
  /** When it begins, in UTC. */
  readonly at: string;
  readonly until?: string;
  readonly subject: string;
  readonly place: string;
  readonly text: string;
  readonly organizer?: Mailbox;
  readonly attendees: readonly Mailbox[];
  readonly isCancelled: boolean;
  /** Marked as private or confidential by who keeps the calendar. */
  readonly isPrivate: boolean;
  /** What could not be read as it should be. */
  readonly problems: readonly string[];
}

/** An event that cannot be read, with its reason. */
export interface UnreadEvent {
  readonly line: number;
  readonly title: string;
  readonly reason: string;
}

/** Events of a file as they stand in it. A series is not yet unfolded: how far depends on the day of the import. */
export interface Calendar {
  readonly events: readonly CalendarEvent[];
  readonly unread: readonly UnreadEvent[];
}

interface CalendarEvent {
  readonly line: number;
  readonly event: ICAL.Event;
  readonly isCancelled: boolean;
}

const MOST_EVENTS = 20_000;

export const looksLikeCalendar = (text: string): boolean => /^\s*BEGIN:VCALENDAR\b/i.test(text);

/**
 * The events of an `.ics` file. Each is read by itself, so one that is damaged keeps no other out. Never throws.
 */
export function readCalendar(text: string): Result<Calendar, string> {
  const { zones, blocks, method } = blocksOf(text);
  if (blocks.length === 0) return err(t('The calendar has no meetings in it.'));
  if (blocks.length > MOST_EVENTS)
    return err(t('The calendar has more than {{MOST_EVENTS}} entries. Export a shorter time.', { MOST_EVENTS }));
  const events: CalendarEvent[] = [];
  const unread: UnreadEvent[] = [];
  for (const { line, lines } of blocks) {
    const read = readEvent(lines, zones);
    const title = /^SUMMARY[^:]*:(.*)$/im.exec(lines.join('\n'))?.[1]?.trim() ?? '';
    if (!read.ok) unread.push({ line, title, reason: read.error });
    else events.push({ line, event: read.value, isCancelled: method === 'CANCEL' || statusOf(read.value) === 'CANCELLED' });
  }
  return ok({ events, unread });
}

interface Block {
  readonly line: number;
  readonly lines: readonly string[];
}

/** Time zones by name, and events with the line on which each begins. */
function blocksOf(text: string): {
  readonly zones: ReadonlyMap<string, string>;
  readonly blocks: readonly Block[];
  readonly method: string;
} {
  const zones = new Map<string, string>();
  const blocks: Block[] = [];
  let open: { name: string; line: number; lines: string[] } | undefined;
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (const [index, line] of lines.entries()) {
    const begins = /^BEGIN:(VEVENT|VTIMEZONE)\s*$/i.exec(line)?.[1]?.toUpperCase();
    if (!open && begins) open = { name: begins, line: index + 1, lines: [] };
    if (!open) continue;
    open.lines.push(line);
    if (!new RegExp(`^END:${open.name}\\s*$`, 'i').test(line)) continue;
    if (open.name === 'VEVENT') blocks.push(open);
    else zones.set(/^TZID[^:]*:(.*)$/im.exec(open.lines.join('\n'))?.[1]?.trim() ?? '', open.lines.join('\r\n'));
    open = undefined;
  }
  return { zones, blocks, method: /^METHOD:\s*(\w+)/im.exec(text)?.[1]?.toUpperCase() ?? '' };
}

function readEvent(lines: readonly string[], zones: ReadonlyMap<string, string>): Result<ICAL.Event, string> {
  const block = lines.join('\r\n');
  const named = [...new Set([...block.matchAll(/TZID=("?)([^";:]+)\1/gi)].map(([, , name]) => name ?? ''))];
  const needed = named.flatMap((name) => zones.get(name) ?? []);
  try {
    const calendar = new ICAL.Component(ICAL.parse(['BEGIN:VCALENDAR', ...needed, block, 'END:VCALENDAR'].join('\r\n')) as never[]);
    const component = calendar.getFirstSubcomponent('vevent');
    if (!component) return err(t('The event cannot be read.'));
    const event = new ICAL.Event(component);
    if (!event.uid) return err(t('The event has no UID, so a second import could not tell which meeting it is.'));
    if (!(event.startDate instanceof ICAL.Time)) return err(t('The event has no beginning.'));
    instantOfTime(event.startDate, event, 'dtstart');
    // Damaged values are read only when they are asked for: here, where one event alone pays for it.
    if (event.recurrenceId) instantOfTime(event.recurrenceId, event, 'recurrence-id');
    if (typeof event.uid !== 'string' || typeof (event.summary ?? '') !== 'string') return err(t('The event is damaged.'));
    return ok(event);
  } catch {
    return err(t('The event is damaged.'));
  }
}

const statusOf = (event: ICAL.Event): string => String(event.component.getFirstPropertyValue('status') ?? '').toUpperCase();

/** Days in which the meetings of a series are looked for. */
export interface Window {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** A rule may name a meeting every second for a thousand years. */
const MOST_STEPS = 20_000;
const MOST_OF_SERIES = 500;

/** Every meeting of a calendar: single ones whenever they were, those of a series within the window. */
export function meetingsOf(
  { events, unread }: Calendar,
  window: Window,
): { readonly meetings: readonly Meeting[]; readonly unread: readonly UnreadEvent[] } {
  const moved = new Set(
    events.flatMap(({ event }) =>
      event.recurrenceId ? [`${event.uid} ${instantOfTime(event.recurrenceId, event, 'recurrence-id').at}`] : [],
    ),
  );
  const failed: UnreadEvent[] = [...unread];
  const meetings = events.flatMap((one) => {
    try {
      return one.event.isRecurring() && !one.event.recurrenceId ? occurrencesOf(one, window, moved) : [meetingOf(one)];
    } catch {
      failed.push({ line: one.line, title: one.event.summary ?? '', reason: t('The times of the event cannot be told.') });
      return [];
    }
  });
  return { meetings, unread: failed };
}

function occurrencesOf(one: CalendarEvent, window: Window, moved: ReadonlySet<string>): readonly Meeting[] {
  const found: Meeting[] = [];
  const iterator = one.event.iterator();
  const length = one.event.duration.toSeconds() * 1000;
  for (let step = 0; step < MOST_STEPS && found.length < MOST_OF_SERIES; step += 1) {
    const next = iterator.next();
    if (!next) break;
    const { at } = instantOfTime(next, one.event, 'dtstart');
    const ms = Date.parse(at);
    if (ms > window.to) break;
    if (ms < window.from || moved.has(`${one.event.uid} ${at}`)) continue;
    found.push({ ...meetingOf(one), at, occurrence: at, ...(length > 0 ? { until: new Date(ms + length).toISOString() } : {}) });
  }
  return found;
}

function meetingOf({ line, event, isCancelled }: CalendarEvent): Meeting {
  const start = instantOfTime(event.startDate, event, 'dtstart');
  const length = event.duration.toSeconds() * 1000;
  const recurrence = event.recurrenceId ? instantOfTime(event.recurrenceId, event, 'recurrence-id').at : undefined;
  const organizer = event.component.getFirstProperty('organizer');
  const person = organizer ? mailboxOf(organizer) : undefined;
  return {
    line,
    uid: event.uid,
    ...(recurrence === undefined ? {} : { occurrence: recurrence }),
    at: start.at,
    ...(length > 0 ? { until: new Date(Date.parse(start.at) + length).toISOString() } : {}),
    subject: (event.summary ?? '').trim(),
    place: (event.location ?? '').trim(),
    text: (event.description ?? '').trim(),
    ...(person ? { organizer: person } : {}),
    attendees: event.attendees.flatMap((property) => mailboxOf(property) ?? []),
    isCancelled,
    isPrivate: /^(?:private|confidential)$/i.test(String(event.component.getFirstPropertyValue('class') ?? '')),
    problems: start.problem === undefined ? [] : [start.problem],
  };
}

function mailboxOf(property: ICAL.Property): Mailbox | undefined {
  const address = /^(?:mailto:)?([^\s@]+@[^\s@]+)$/i.exec(String(property.getFirstValue() ?? '').trim())?.[1]?.toLowerCase();
  if (address === undefined) return undefined;
  const name = property.getParameter('cn');
  return { name: typeof name === 'string' ? name.replace(/^"|"$/g, '').trim() : '', address };
}

/** The instant of a time of an event. Its zone is one that the file describes, one that the world knows by name, or UTC. */
function instantOfTime(time: ICAL.Time, event: ICAL.Event, property: string): { readonly at: string; readonly problem?: string } {
  const described = { at: new Date(time.toUnixTime() * 1000).toISOString() };
  if (time.isDate || time.zone.tzid !== 'floating') return described;
  const zone = event.component.getFirstProperty(property)?.getParameter('tzid');
  if (typeof zone !== 'string') return described;
  const at = instantInZone(zone, Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second));
  return at === undefined
    ? { ...described, problem: t('The time zone “{{zone}}” is not known, so the time is taken as UTC.', { zone }) }
    : { at };
}

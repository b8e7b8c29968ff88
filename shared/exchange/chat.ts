import type { CalendarDate } from '../values/calendar';
import { dateOrderOf, instantOf, parseCellDate, type CellDate, type DateOrder } from './cell-dates';

/** One message of a chat as it was pasted. */
export interface ChatMessage {
  /** Absent where the paste names no day. */
  readonly at?: string;
  /** '' where the paste names nobody. */
  readonly from: string;
  readonly text: string;
}

/** What a pasted chat leaves open. */
export interface ChatReading {
  /** For `03/04/2026` where no line settles it. */
  readonly order?: DateOrder;
  /** The day of lines that have only a time. */
  readonly day?: CalendarDate;
  /** Minutes east of UTC of the clock that the times were read from; chats do not say. */
  readonly offsetMinutes?: number;
}

const DATE = String.raw`\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4}`;
const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?`;
const NAME = String.raw`[^\s:\[\]][^:\[\]]{0,59}?`;

/** How the common apps write the line that begins a message, the most telling first. */
const HEADS: readonly RegExp[] = [
  // WhatsApp: `[03/04/2026, 15:10:22] Ana Ruiz: text` and `03/04/2026, 15:10 - Ana Ruiz: text`
  new RegExp(String.raw`^\[?(?<date>${DATE}),?\s+(?<time>${TIME})\]?\s*(?:[-–]\s*)?(?<from>${NAME}):(?:\s+|$)(?<text>.*)$`, 'i'),
  // Teams: `[15:10] Ana Ruiz: text`, `[03/04/2026 15:10] Ana Ruiz` with the text below
  new RegExp(String.raw`^\[(?:(?<date>${DATE}),?\s+)?(?<time>${TIME})\]\s*(?<from>${NAME})(?::\s*(?<text>.*))?$`, 'i'),
  // Slack: `Ana Ruiz  15:10` or `Ana Ruiz [15:10]` with the text below
  new RegExp(String.raw`^(?<from>[\p{Lu}][^:\[\]]{0,59}?)\s+\[?(?:(?<date>${DATE}),?\s+)?(?<time>${TIME})\]?$`, 'iu'),
];

/** `Ana Ruiz: text`, with nothing to say when. */
const PLAIN = /^(?<from>\p{Lu}[\p{L}'’.-]*(?: [\p{L}'’.-]+){0,3}):\s+(?<text>\S.*)$/u;

interface Head {
  readonly from: string;
  readonly text: string;
  readonly date?: string;
  readonly time?: string;
}

/**
 * The messages of a chat that was copied from WhatsApp, Teams, Slack or a mail. Lines without a head belong to the message
 * above them; a line that is only a date is the day of those below it. Every word of the paste is in some message, except the
 * heads and days themselves.
 */
export function parseChat(pasted: string, reading: ChatReading = {}): readonly ChatMessage[] {
  const lines = pasted
    .replaceAll('\r\n', '\n')
    .replace(/[\u200E\u200F\u202A-\u202C]/g, '')
    .replaceAll('\u202F', ' ')
    .split('\n');
  const headOf = headReader(lines);
  const order = orderOf(lines, headOf, reading.order);
  const messages: { at?: string; from: string; lines: string[] }[] = [];
  let day = reading.day;
  for (const line of lines) {
    const head = headOf(line);
    const onlyDay = head ? undefined : dayLine(line, order);
    if (onlyDay !== undefined) day = onlyDay;
    else if (head) messages.push({ ...whenOf(head, day, order, reading.offsetMinutes), from: head.from, lines: [head.text] });
    else if (messages.length > 0) messages.at(-1)?.lines.push(line);
    else messages.push({ from: '', lines: [line] });
  }
  return messages
    .map(({ lines: words, ...message }) => ({ ...message, text: words.join('\n').trim() }))
    .filter(({ from, text }) => from !== '' || text !== '');
}

/** Plain `Name: text` lines count as heads only where nothing better is there and more than one line looks so. */
function headReader(lines: readonly string[]): (line: string) => Head | undefined {
  const isTimed = lines.some((line) => HEADS.some((head) => head.test(line.trim())));
  const patterns = isTimed ? HEADS : lines.filter((line) => PLAIN.test(line.trim())).length > 1 ? [PLAIN] : [];
  return (line) => {
    for (const pattern of patterns) {
      const groups = pattern.exec(line.trim())?.groups;
      if (groups) return { from: groups['from']?.trim() ?? '', text: groups['text'] ?? '', ...timed(groups) };
    }
    return undefined;
  };
}

function timed({ date, time }: { readonly [group: string]: string | undefined }): Pick<Head, 'date' | 'time'> {
  return { ...(date === undefined ? {} : { date }), ...(time === undefined ? {} : { time }) };
}

function orderOf(lines: readonly string[], headOf: (line: string) => Head | undefined, fallback: DateOrder = 'day first'): DateOrder {
  const found = dateOrderOf(lines.flatMap((line) => headOf(line)?.date ?? []));
  return found === undefined || found === 'ambiguous' ? fallback : found;
}

function whenOf({ date, time }: Head, day: CalendarDate | undefined, order: DateOrder, offsetMinutes = 0): { readonly at?: string } {
  const on = date ?? day;
  if (on === undefined || time === undefined) return {};
  const read = parseCellDate(`${on} ${time}`, order);
  return read.ok ? { at: instantOf({ ...read.value, offsetMinutes } satisfies CellDate) } : {};
}

const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/i;

/** `Friday, April 3rd, 2026`, `--- 03/04/2026 ---` */
function dayLine(line: string, order: DateOrder): CalendarDate | undefined {
  const bare = line.replace(/^[\s\-–—=_]+|[\s\-–—=_]+$/g, '').replace(WEEKDAY, '');
  const read = bare === '' ? undefined : parseCellDate(bare, order);
  return read?.ok === true && read.value.time === undefined ? read.value.date : undefined;
}

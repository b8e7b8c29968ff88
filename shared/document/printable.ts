import type { Document, Runs } from './document';

/** What XML 1.0 forbids, and what no page shows: control characters, half of a pair, non-characters. */
// oxlint-disable-next-line no-control-regex -- that is what this is about
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff\p{Surrogate}]/gu;

/** Words that any page can carry: line breaks as `\n`, tabs as spaces, nothing that XML forbids. */
export function printableText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(UNPRINTABLE, '');
}

/**
 * The same document with every text made printable: what was imported or synchronised may hold anything, and one
 * forbidden character makes a whole file unreadable.
 */
export const printable = (document: Document): Document => withTexts(document, printableText);

/** The same document with every text changed, those inside drawings too. */
export const withTexts = (document: Document, change: (text: string) => string): Document => changed(document, change) as Document;

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((part) => changed(part, change));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, changed(part, change)]));
}

/** The address of a link, where it is one that a reader may be sent to. */
export function safeLink(link: string | undefined): string | undefined {
  return link !== undefined && /^(https:\/\/|mailto:)[^\s"<>\\^`{|}]+$/u.test(link) ? link : undefined;
}

/** A day as PDF and Word properties want it: noon UTC, so that no time zone moves it. Undefined for what is no date. */
export function documentInstant(document: Document): Date | undefined {
  const at = new Date(`${document.date.slice(0, 10)}T12:00:00.000Z`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** All words of a paragraph, without their looks. */
export const textOfRuns = (runs: Runs): string => runs.map(({ text }) => text).join('');

import { toWellFormed } from '../../ledger/json-check';

/** What one part of a file says: the file itself, or an attachment of the message that it is. */
export interface TextPart {
  /** Name of the attachment, and of the messages around it: `Offer.eml › Terms.pdf`. Empty for the file itself. */
  readonly name: string;
  /** `empty`: it was read and has no words, such as a scan. `unreadable`: `reason` says why. */
  readonly state: 'text' | 'empty' | 'unreadable';
  readonly text: string;
  /** Why nothing, or not all of it, was read; fit to show. */
  readonly reason?: string;
  /** Where in the text each page begins, where there are pages. */
  readonly pages?: readonly number[];
}

/** The words of one document, before it is known of which file they are. */
export type Words = Omit<TextPart, 'name'>;

/** UTF-16 units of text that are kept of one part: more than any contract has. */
export const MOST_TEXT = 2_000_000;

export const unreadable = (reason: string): Words => ({ state: 'unreadable', text: '', reason });

/** Text as it is searched and quoted: well-formed, one kind of line break, no control characters, cut where it is too long. */
export function wordsOf(raw: string, pages?: readonly number[]): Words {
  const text = cleaned(raw.slice(0, MOST_TEXT));
  if (text.trim() === '') return { state: 'empty', text: '' };
  const cut = raw.length > MOST_TEXT;
  const starts = pages?.filter((start) => start < text.length);
  return {
    state: 'text',
    text,
    ...(cut ? { reason: 'It is very long: only the first two million characters were read.' } : {}),
    ...(starts === undefined ? {} : { pages: starts }),
  };
}

/** A lone surrogate or a control character would be refused where the words are kept or quoted. The length stays. */
export const cleaned = (raw: string): string => toWellFormed(raw.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(CONTROL, ' '));

/** All but tab and line feed. */
const CONTROL = /(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu;

import type { Json, RecordId } from '#shared/ledger/entry';
import { definitionOf, fieldName, RECORD_TYPES, type RecordType } from '#shared/records/registry';
import type { Records } from '#shared/records/records';
import type { StoredRecord } from '#shared/records/view';
import type { TextPart } from '#shared/exchange/file-text/text-part';
import { foldWord, WORD } from '#shared/values/words';

/** What the index knows of one record. */
export interface SearchDocument {
  readonly id: RecordId;
  readonly type: RecordType;
  readonly title: string;
  readonly text: string;
  readonly deal?: string;
  /** The account of what is filed under no deal. */
  readonly account?: string;
  /** The file of a moment, whose words are found with it. */
  readonly file?: string;
}

/** The document with the words of its file. */
export function withWords(document: SearchDocument, parts: readonly TextPart[]): SearchDocument {
  const words = parts.flatMap(({ name, text }) => [name, text]).filter(Boolean);
  return { ...document, text: [document.text, ...words].filter(Boolean).join(' · ') };
}

/** How the record calls itself: the first of these that its noun declares. */
const TITLES = ['name', 'title', 'subject', 'text', 'number'];

/** Nouns that hold no words of people: the bases of re-imports, options and visits. */
const UNSEARCHED: ReadonlySet<RecordType> = new Set<RecordType>(['importedRow', 'savedView', 'firmSetting', 'visit', 'readReceipt']);

export const SEARCHED_TYPES: readonly RecordType[] = RECORD_TYPES.filter((type) => !UNSEARCHED.has(type));

interface Reading {
  readonly title: string | undefined;
  /** Fields with words, in form order. */
  readonly texts: ReadonlySet<string>;
}

const READINGS: ReadonlyMap<RecordType, Reading> = new Map(RECORD_TYPES.map((type) => [type, readingOf(type)]));

function readingOf(type: RecordType): Reading {
  const fields = Object.entries(definitionOf(type).fields);
  const hasWords = fields.filter(
    ([, { kind, internal }]) => kind === 'keyed' || (internal !== true && (kind === 'text' || kind === 'tree')),
  );
  const texts = new Set(hasWords.map(([field]) => field));
  return { texts, title: TITLES.find((field) => texts.has(field)) };
}

/** The words of a record. Undefined where it has none to find, or is archived. `ofLine`: the deal of the proposal that a line belongs to. */
export function searchDocument(type: RecordType, stored: StoredRecord, ofLine?: string): SearchDocument | undefined {
  const reading = READINGS.get(type);
  const { values } = stored;
  if (reading === undefined || UNSEARCHED.has(type) || values['archived'] === true) return undefined;
  const title = textOf(reading.title === undefined ? undefined : values[reading.title]);
  const texts: string[] = [];
  for (const key in values) {
    const field = fieldName(key);
    if (field !== reading.title && reading.texts.has(field)) texts.push(textOf(values[key]));
  }
  const text = texts.filter(Boolean).join(' · ');
  const deal = type === 'deal' ? stored.id : (values['deal'] ?? ofLine);
  const { account } = values;
  const file = type === 'moment' ? values['file'] : undefined;
  if (title === '' && text === '') return undefined;
  return {
    id: stored.id,
    type,
    title,
    text,
    ...(typeof deal === 'string' ? { deal } : typeof account === 'string' && { account }),
    ...(typeof file === 'string' && { file }),
  };
}

/** A line of a proposal names the proposal alone. */
export function dealOfLine({ values }: StoredRecord, records: Records): string | undefined {
  const { proposal } = values;
  return typeof proposal === 'string' ? records.get('proposal', proposal)?.deal : undefined;
}

/** All text inside a value, whatever its shape. */
function textOf(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textOf).filter(Boolean).join(' ');
}

/** The text around the first matching word, cut at words, and the words in it that match. */
export function snippetOf(
  text: string,
  matches: ReadonlySet<string>,
  around = 90,
): { readonly snippet: string; readonly words: readonly string[] } {
  const words = new Set<string>();
  let first: number | undefined;
  for (const found of text.matchAll(WORD)) {
    if (!matches.has(foldWord(found[0]))) continue;
    words.add(found[0].toLowerCase());
    first ??= found.index;
  }
  const from = Math.max(0, (first ?? 0) - around);
  const to = Math.min(text.length, (first ?? 0) + 2 * around);
  const cut = text.slice(from > 0 ? afterSpace(text, from) : 0, to < text.length ? beforeSpace(text, to) : text.length);
  const flat = cut.replace(/\s+/gu, ' ').trim();
  return { snippet: `${from > 0 ? '… ' : ''}${flat}${to < text.length ? ' …' : ''}`, words: [...words] };
}

function afterSpace(text: string, at: number): number {
  const space = text.slice(at, at + 30).search(/\s/u);
  return space < 0 ? at : at + space + 1;
}

function beforeSpace(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return space > at - 30 ? space : at;
}

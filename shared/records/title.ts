import type { AnyRecord } from './registry';
import { definitionOf, typeOf } from './registry';
import { spokenLanguage, t } from '../values/texts';

const SHORT = 90;

/** What to call a record in a list, a link or a sentence. Never empty, never long. */
export function recordTitle(record: AnyRecord): string {
  const own = titleText(record);
  return own ? shorten(own) : (labelOf(record.id) ?? record.id);
}

/** The noun of an id, as it stands within a sentence: `scope line`, `SOW` words kept. */
export function nounOf(id: string): string {
  return withinSentence(labelOf(id) ?? t('Record'));
}

/** A label as it stands within a sentence: `Scope line` → `scope line`, `SOW` stays. German nouns keep their capital. */
export function withinSentence(label: string): string {
  if (spokenLanguage() === 'de' || !/^[A-Z](?![A-Z])/.test(label)) return label;
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** Cuts between words and says so with an ellipsis; line breaks become spaces. */
export function shorten(text: string, length = SHORT): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/u, '')}…`;
}

function titleText(record: AnyRecord): string {
  const values = record as unknown as Readonly<Record<string, unknown>>;
  if (record.id.startsWith('proposal:')) return t('Proposal {{String}}', { String: String(values['version']) });
  for (const field of TITLE_FIELDS) {
    const value = values[field];
    if (typeof value === 'string' && value.trim()) return value;
  }
  return '';
}

const TITLE_FIELDS = [
  'name',
  'title',
  'subject',
  'text',
  'number',
  'label',
  'key',
  'body',
  'field',
  'cause',
  'note',
  'externalId',
] as const;

function labelOf(id: string): string | undefined {
  const type = typeOf(id);
  return type && definitionOf(type).label;
}

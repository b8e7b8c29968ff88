import type { Entry, Json, RecordId } from '../ledger/entry';
import { ACT_SENTENCES } from './act-sentences';
import { changesOf, priorValues, type FieldChange } from './field-change';
import { definitionOf, typeOf } from './registry';
import { nounOf, withinSentence } from './title';
import { numberText, titleOf, type Wording } from './value-text';
import { spokenLanguage, t } from '../values/texts';

/** An entry of history in words. The person is left out: "… changed Amount from € 40,000 to € 48,000". */
export interface ToldEntry {
  readonly entry: Entry;
  readonly sentence: string;
  readonly changes: readonly FieldChange[];
}

/** Tells every entry. Give all entries that touch the records in question, or earlier values are left out. */
export function tellHistory(entries: readonly Entry[], wording: Wording): readonly ToldEntry[] {
  const before = priorValues(entries);
  return entries.map((entry) => {
    const changes = changesOf(entry, before, wording);
    return { entry, changes, sentence: actLabel(entry, changes, wording) };
  });
}

/** The sentence of one entry: that of its business act where there is one, else of what it changed. */
export function actLabel(entry: Entry, changes: readonly FieldChange[], wording: Wording): string {
  const told = sentenceOf(entry, changes, wording);
  return entry.undoes?.length ? t('took back: {{told}}', { told }) : told;
}

function sentenceOf(entry: Entry, changes: readonly FieldChange[], wording: Wording): string {
  if (entry.act.startsWith('import.')) return importLabel([entry], wording);
  const own = Object.hasOwn(ACT_SENTENCES, entry.act) ? ACT_SENTENCES[entry.act] : undefined;
  const subject = entry.edits[0]?.record;
  if (own && subject) {
    const told = own({ ...lookup(entry, subject, changes), title: titleOf(subject, wording.records), wording });
    if (told) return told;
  }
  return generic(entry, changes, wording);
}

/** An import is told by what it brought, counted over all its entries: "imported 9,400 accounts from HubSpot and mail". */
export function importLabel(entries: readonly Entry[], wording: Wording): string {
  const records = entries.flatMap(({ edits }) => edits.map(({ record }) => record));
  const brought = records.filter((record) => !BOOKKEEPING.has(typeOf(record)));
  const sources = new Set(entries.map(({ act }) => sourceName(act)));
  return t('imported {{what}} from {{sources}}', { what: countsByNoun(brought, wording), sources: listed([...sources]) });
}

/** What an import keeps for the next one: where rows came from, answers that it need not ask for again. */
const BOOKKEEPING: ReadonlySet<ReturnType<typeof typeOf>> = new Set(['importedRow', 'firmSetting']);

/** Reads the values that an entry set on its subject, in words and as they are. */
function lookup(entry: Entry, subject: RecordId, changes: readonly FieldChange[]) {
  const own = changes.filter(({ record }) => record === subject);
  const value = (field: string): Json | undefined => own.find((change) => change.field === field)?.to;
  const was = (field: string): Json | undefined => own.find((change) => change.field === field)?.from;
  return { entry, subject, value, was };
}

function generic(entry: Entry, changes: readonly FieldChange[], wording: Wording): string {
  const created = entry.edits.filter(isCreation);
  if (created.length === entry.edits.length && created.length) return t('added {{things}}', { things: thingsOf(created, wording) });
  const archived = archivedIn(entry);
  if (archived) {
    const what = { things: things(archived.records, wording) };
    return archived.verb === 'archived' ? t('archived {{things}}', what) : t('restored {{things}}', what);
  }
  if (!changes.length) return entry.act.replace('.', ' ').toLowerCase();
  const told = changed(
    entry,
    changes.filter(({ record }) => !created.some((edit) => edit.record === record)),
    wording,
  );
  return created.length ? t('{{changed}}, and added {{things}}', { changed: told, things: thingsOf(created, wording) }) : told;
}

/** One record: "changed Price of the scope line “Data” from 1 to 2". Several: "changed Price from 1 to 2 …, on 3 scope lines". */
function changed(entry: Entry, changes: readonly FieldChange[], wording: Wording): string {
  const records = [...new Set(changes.map(({ record }) => record))];
  const [only] = records;
  if (only === undefined) return t('changed nothing that is still known');
  if (records.length > 1) return t('{{changed}}, on {{records}}', { changed: byVerb(changes), records: countsByNoun(records, wording) });
  if (only === entry.deal) return byVerb(changes);
  const [first, ...rest] = changes;
  return byVerb(first ? [{ ...first, words: wordsOf(first, things([only], wording)) }, ...rest] : rest);
}

/** Puts the owner behind the field: "Price of the scope line “Data” from 1 to 2", "Ines to Buyers of the deal “ERP”". */
function wordsOf({ label, words }: FieldChange, owner: string): string {
  const named = t('{{label}} of {{owner}}', { label: words.startsWith(label) ? label : words, owner });
  return words.startsWith(label) ? `${named}${words.slice(label.length)}` : named;
}

/** "changed A from 1 to 2 and B from 3 to 4, added Ines to Buyers and 3 more". */
function byVerb(changes: readonly FieldChange[]): string {
  const shown = changes.slice(0, MOST_SHOWN);
  const told = shown.map(({ verb, words }, at) => (isSaidOnce(shown, at) ? words : t('{{verb}} {{words}}', { verb: VERBS[verb], words })));
  const rest = changes.length - shown.length;
  return listed(rest > 0 ? [...told, t('{{rest}} more', { rest })] : told);
}

/** The verb stands with the first of those that share it; in German, where it ends the sentence, with the last. */
const isSaidOnce = (changes: readonly FieldChange[], at: number): boolean =>
  changes[at]?.verb === changes[spokenLanguage() === 'de' ? at + 1 : at - 1]?.verb;

const VERBS: Readonly<Record<FieldChange['verb'], string>> = {
  changed: t('changed'),
  set: t('set'),
  cleared: t('cleared'),
  added: t('added'),
  removed: t('removed'),
  rewrote: t('rewrote'),
  redacted: t('redacted'),
};

/** "a", "a and b", "a, b and c". */
const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}${t(' and ')}${parts.at(-1)}`;

const MOST_SHOWN = 3;

const thingsOf = (created: readonly Entry['edits'][number][], wording: Wording): string =>
  things(
    created.map(({ record }) => record),
    wording,
  );

/** "the contact “Ines Moreau”", or "3 scope lines and 2 milestones". */
function things(records: readonly RecordId[], wording: Wording): string {
  const [only] = records;
  if (only && records.length === 1) return t('the {{noun}} “{{of}}”', { noun: nounOf(only), of: titleOf(only, wording.records) });
  return countsByNoun(records, wording);
}

function countsByNoun(records: readonly RecordId[], { locale }: Wording): string {
  const counts = new Map<string, number>();
  for (const record of records) counts.set(pluralKey(record), (counts.get(pluralKey(record)) ?? 0) + 1);
  const parts = [...counts].map(([type, count]) => `${numberText(count, locale)} ${count === 1 ? nounOf(`${type}:`) : pluralOf(type)}`);
  return parts.length ? listed(parts) : t('nothing new');
}

const pluralKey = (record: RecordId): string => record.slice(0, record.indexOf(':'));

function pluralOf(type: string): string {
  const known = typeOf(`${type}:`);
  return known ? withinSentence(definitionOf(known).plural) : t('records');
}

/**
 * Whether an edit made its record. It then set everything that such a record must have, over nothing; a first value
 * for an optional field is over nothing as well.
 */
export function isCreation(edit: Entry['edits'][number]): boolean {
  if (Object.keys(edit.over ?? {}).length) return false;
  const type = typeOf(edit.record);
  if (!type) return 'set' in edit;
  const given = 'set' in edit ? edit.set : Object.fromEntries(edit.fields.map((field) => [field, true]));
  return Object.entries(definitionOf(type).fields).every(([field, { required }]) => !required || Object.hasOwn(given, field));
}

function archivedIn(entry: Entry): { readonly verb: 'archived' | 'restored'; readonly records: readonly RecordId[] } | undefined {
  const put = (value: Json) => entry.edits.filter((edit) => 'set' in edit && edit.set['archived'] === value).map(({ record }) => record);
  const away = put(true);
  if (away.length) return { verb: 'archived', records: away };
  const back = put(null);
  return back.length ? { verb: 'restored', records: back } : undefined;
}

/** `import.hubspot-deals` → `HubSpot`. */
function sourceName(act: string): string {
  const source = act.slice('import.'.length).split('-')[0] ?? '';
  return SOURCES[source] ?? source;
}

const SOURCES: Readonly<Record<string, string>> = {
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  jira: 'Jira',
  asana: 'Asana',
  eml: t('mail'),
  msg: t('mail'),
  mail: t('mail'),
  csv: t('a CSV file'),
  table: t('a table'),
  ics: t('a calendar'),
  files: t('files'),
};

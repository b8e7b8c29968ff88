import type { Entry, Json, RecordId } from '../ledger/entry';
import { t } from '../values/texts';
import { declarationOf, typeOf } from './registry';
import { PRE_SALE_TICKETS } from './ticket';
import { nounOf, shorten, withinSentence } from './title';
import { numberText, titleOf, valueText, type Wording } from './value-text';

/** What a sentence may speak of: the first record of the entry and the values that were set on it. */
export interface Telling {
  readonly entry: Entry;
  readonly subject: RecordId;
  readonly title: string;
  readonly value: (field: string) => Json | undefined;
  readonly was: (field: string) => Json | undefined;
  readonly wording: Wording;
}

export const words = (telling: Telling, field: string, value = telling.value(field)): string => {
  const type = typeOf(telling.subject);
  return valueText(type && declarationOf(type, field), value, telling.wording);
};

/** ` before words after`, or nothing where the field was not set. */
export const part = (telling: Telling, before: string, field: string): string => {
  const told = words(telling, field);
  return told ? `${before}${told}` : '';
};

/** "recorded that the client accepted proposal 2: signed for €312,000 on 12 Nov 2026, 6 work packages". */
export function accepted(telling: Telling): string {
  const { entry, title, wording } = telling;
  const edits = entry.edits.flatMap((edit) => ('set' in edit ? [edit] : []));
  const signed = edits.find(({ record }) => record === entry.deal)?.set;
  const value = signed && valueText(declarationOf('deal', 'amount'), signed['amount'], wording);
  const packages = edits.filter(({ record, set }) => record.startsWith('scopeLine:') && set['status'] === 'in').length;
  const sold = packages > 0 ? t(', {{what}} of scope sold', { what: countOf(packages, 'line', 'lines') }) : '';
  const signedFor = value ? t(': signed for {{value}}', { value }) : '';
  return t('recorded that the client accepted {{proposal}}{{facts}}', {
    proposal: lower(title),
    facts: `${signedFor}${part(telling, t(' on '), 'acceptedAt')}${sold}`,
  });
}

/** "split the deal “Platform”: “Portal” for €120,000 is a deal of its own, 41 records moved"; of the finance ledger, only its costs. */
export function splitInto(telling: Telling): string {
  const { entry, wording } = telling;
  const edits = entry.edits.flatMap((edit) => ('set' in edit ? [edit] : []));
  const made = edits.filter(({ set }) => 'splitFrom' in set);
  const deal = entry.deal ? t('the deal “{{of}}”', { of: titleOf(entry.deal, wording.records) }) : t('a deal');
  if (made.length === 0) return t('divided the costs of {{deal}} among its parts', { deal });
  const parts = made.map(({ set }) => {
    const value = valueText(declarationOf('deal', 'amount'), set['amount'], wording);
    return `“${typeof set['name'] === 'string' ? set['name'] : '…'}”${value ? `${t(' for ')}${value}` : ''}`;
  });
  const moved = edits.filter(({ record, set }) => !record.startsWith('deal:') && 'deal' in set).length;
  const values = { deal, parts: parts.join(t(' and ')), records: countOf(moved, 'record', 'records') };
  return made.length === 1
    ? t('split {{deal}}: {{parts}} became a deal of its own, {{records}} moved', values)
    : t('split {{deal}}: {{parts}} became deals of their own, {{records}} moved', values);
}

const isPreSale = (kind: string): boolean => (PRE_SALE_TICKETS as readonly string[]).includes(kind);

/** What a ticket that came to stand there went through. */
export const MOVED: Readonly<Record<string, string>> = { open: t('laid down'), 'in progress': t('started'), waiting: t('put on wait') };

/** "closed the ticket “…” with the proposal “…”: agreed line by line". */
export function closed(telling: Telling): string {
  const shown = shownWords(telling);
  const withShown = shown ? t(' with {{shown}}', { shown }) : '';
  return t('closed the ticket “{{title}}”{{withShown}}', { title: telling.title, withShown }) + part(telling, ': ', 'outcome');
}

export function shows(telling: Telling): string {
  const shown = shownWords(telling);
  return shown
    ? t('linked {{shown}} to the ticket “{{title}}”', { shown, title: telling.title })
    : t('took back what the ticket “{{title}}” had to show', { title: telling.title });
}

/** "the proposal “Proposal 2” and 4 scope lines": what an entry says that a ticket has to show. */
function shownWords(telling: Telling): string {
  const set = telling.entry.edits.flatMap((edit) => ('set' in edit && edit.record === telling.subject ? Object.entries(edit.set) : []));
  const lines = set.filter(([field, to]) => field.startsWith('deliverableLines/') && to === true).length;
  const one = telling.value('deliverable');
  const named =
    typeof one === 'string' ? [t('the {{noun}} “{{of}}”', { noun: nounOf(one), of: titleOf(one, telling.wording.records) })] : [];
  return [...named, ...(lines > 0 ? [countOf(lines, 'scope line', 'scope lines')] : [])].join(t(' and '));
}

/** "logged 1.5 h on “…”"; of a whole sheet only how much. */
export function logged(telling: Telling): string {
  const { entry, wording } = telling;
  const hours = entry.edits.reduce(
    (sum, edit) => sum + ('set' in edit && typeof edit.set['hours'] === 'number' ? edit.set['hours'] : 0),
    0,
  );
  const on = telling.value('ticket');
  const where = entry.edits.length === 1 && typeof on === 'string' ? t(' on “{{of}}”', { of: titleOf(on, wording.records) }) : '';
  return t('logged {{hours}} h{{where}}', { hours: numberText(Math.round(hours * 100) / 100, wording.locale), where });
}

/** "set the reconstruction hours of the signals to 6", "switched the signal of escalations off". */
export function signalSetting({ subject, value, wording }: Telling): string {
  const key = value('key') ?? wording.records.get('firmSetting', subject)?.key;
  const name = (typeof key === 'string' ? key : '').replace('signal.', '').replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
  const to = value('value');
  if (typeof to === 'boolean')
    return to ? t('switched the signal of {{name}} on', { name }) : t('switched the signal of {{name}} off', { name });
  return t('set the {{name}} of the signals to {{value}}', {
    name,
    value: typeof to === 'number' ? numberText(to, wording.locale) : t('what they usually are'),
  });
}

/** The name in the value of a setting that holds a template. */
export function templateName({ value, title }: Telling): string {
  const name = (value('value') as { readonly name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? name : title;
}

export function milestoneSlip(telling: Telling): string {
  const days = t('{{from}} to {{to}}', { from: words(telling, 'from'), to: words(telling, 'to') });
  const milestone = telling.value('milestone');
  const title = typeof milestone === 'string' ? titleOf(milestone, telling.wording.records) : telling.title;
  return t('moved the milestone “{{title}}” from {{days}}{{cause}}', { title: shorten(title), days, cause: part(telling, ': ', 'cause') });
}

/** "said that 12 h are left on “…”"; where only the day changed, that the figure still holds. */
export function remainingStated(telling: Telling): string {
  const hours = telling.value('remainingHours');
  if (typeof hours !== 'number') return t('confirmed what is left to do on “{{title}}”', { title: telling.title });
  return t('said that {{hours}} h are left on “{{title}}”', { hours: numberText(hours, telling.wording.locale), title: telling.title });
}

/** "settled Amount as €40,000", "settled 12 values that clashed". */
export function settled({ entry, title, subject, wording }: Telling): string {
  const values = entry.edits.flatMap((edit) => ('set' in edit ? Object.entries(edit.set).map(([field, to]) => ({ edit, field, to })) : []));
  const [only, ...others] = values;
  if (!only || others.length > 0) return t('settled {{number}} values that clashed', { number: values.length });
  const type = typeOf(subject);
  const declared = type && declarationOf(type, only.field);
  if (only.field === 'archived') {
    const names = { noun: nounOf(subject), title };
    return only.to === true
      ? t('settled that the {{noun}} “{{title}}” is archived', names)
      : t('settled that the {{noun}} “{{title}}” is kept', names);
  }
  const isLong = declared?.kind === 'text' && declared.multiline;
  const value = isLong || only.field.includes('/') ? '' : shorten(valueText(declared, only.to, wording), 60);
  const owner = subject === entry.deal ? '' : t(' of the {{noun}} “{{title}}”', { noun: nounOf(subject), title });
  return t('settled {{label}}{{owner}}{{asValue}}', {
    label: declared?.label ?? only.field,
    owner,
    asValue: value ? t(' as {{value}}', { value }) : '',
  });
}

export const because = ({ why }: Entry): string => (why ? `: ${why}` : '');

/** How many edits begin a record with a title: others may make room for it. */
export const added = ({ entry }: Telling): number => entry.edits.filter((edit) => 'set' in edit && 'title' in edit.set).length;

/** "1 line", "6 lines". */
export const countOf = (of: number, one: string, many: string): string => `${of} ${t(of === 1 ? one : many)}`;
/** As `countOf`, of all edits. */
export const counted = ({ entry: { edits } }: Telling, one: string, many: string): string =>
  `${edits.length} ${t(edits.length === 1 ? one : many)}`;

/** "1 node", "3 nodes and 2 connections". */
export function drawnParts({ entry }: Telling): string {
  const of = (type: string): number => entry.edits.filter(({ record }) => record.startsWith(type)).length;
  const parts = [
    [of('blueprintNode:'), t('a node'), t('nodes')] as const,
    [of('blueprintEdge:'), t('a connection'), t('connections')] as const,
    [of('blueprintSection:'), t('a section'), t('sections')] as const,
  ].flatMap(([number, one, many]) => (number === 0 ? [] : [number === 1 ? one : `${number} ${many}`]));
  return parts.join(t(' and ')) || t('nothing');
}

/** "an incident", "a ticket of demo". Which noun begins with what sound is a matter of English. */
export function ticketOf(kind: string): string {
  if (isPreSale(kind)) return t('a ticket of {{kind}}', { kind: t(kind) });
  return /^[aeiou]/u.test(kind) ? t('an {{noun}}', { noun: t(kind) }) : t('a {{noun}}', { noun: t(kind) });
}

/** A title within a sentence. German nouns keep their capital. */
export const lower = withinSentence;

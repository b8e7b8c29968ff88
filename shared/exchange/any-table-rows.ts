import { sha256Hex } from '../ledger/hash';
import type { Field } from '../records/define-record';
import { definitionOf, type RecordType } from '../records/registry';
import { broughtFields, choiceWithout, NO_VALUE } from './any-table';
import type { Reading } from './answers';
import { instantOf } from './cell-dates';
import type { DraftRef, ReadRow } from './draft';
import type { MappedTable } from './mapped-table';
import { readRows, takeOwner, type Parsed, type Row } from './table-row';
import { withinLimit } from './text-limit';
import { t } from '../values/texts';

/** What tells rows apart that have no id, by noun; absent: their deal or client and what they are called. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  timeEntry: ['deal', 'person', 'date', 'hours', 'note'],
  moment: ['deal', 'at', 'subject', 'body'],
  contact: ['email', 'account', 'name'],
  priority: ['deal', 'contact', 'text'],
};
const COMMON_KEY = ['deal', 'account', 'name', 'title', 'text'];

/** What the rows of a table say whose columns a person gave their uses. Without an id, equal rows of one name are one record. */
export function readAnyTable(table: MappedTable, reading: Reading): readonly ReadRow[] {
  const noun = table.format.type;
  const key = KEYS[noun] ?? COMMON_KEY;
  const hasId = table.byRole.has('externalId');
  const idOf = (cell: (role: string) => string): string => {
    if (cell('externalId') !== '') return cell('externalId');
    const parts = key.map((role) => cell(role).trim().toLowerCase().replace(/\s+/g, ' '));
    return parts.every((part) => part === '') ? '' : `of ${sha256Hex(parts.join('\n')).slice(0, 20)}`;
  };
  const fields = broughtFields(noun);
  const rows = readRows(table, reading, {
    type: noun,
    idLabel: hasId ? (table.byRole.get('externalId')?.header ?? 'Id') : 'name',
    idOf,
    read: (row) => readRecord(row, noun, fields),
  });
  return hasId ? rows : rows.map(explained);
}

/** Says in words what a digest would hide. */
function explained(row: ReadRow): ReadRow {
  if (row.kind === 'draft') return row;
  const problems = row.refused.problems.map((one) => {
    const before = / stands on line (\d+) already/.exec(one.reason)?.[1];
    if (before === undefined) return one;
    const reason = t(
      'Nothing tells this row from line {{before}}; that row comes in, this one does not. Give a column the use “Id that tells rows apart” if they are two.',
      { before },
    );
    return { line: one.line, reason, effect: one.effect };
  });
  return { kind: 'refused', refused: { ...row.refused, problems } };
}

const TITLES = ['name', 'title', 'text', 'subject', 'note'];

function readRecord(row: Row, noun: RecordType, fields: readonly (readonly [string, Field])[]): Parsed {
  const refs: DraftRef[] = [];
  for (const [role, field] of fields) {
    const refusal = readField(row, noun, role, field, refs);
    if (refusal !== undefined) return { refuse: refusal, role };
  }
  const title = TITLES.map((role) => row.cell(role)).find((text) => text !== '') ?? definitionOf(noun).label;
  return { title: title.slice(0, 90), refs, ...(row.cell('externalId') === '' ? { derived: true } : {}) };
}

/** Takes one cell over; gives the reason where the row cannot be a record without it. */
function readField(row: Row, noun: RecordType, role: string, field: Field, refs: DraftRef[]): string | undefined {
  const cell = row.cell(role);
  if (cell === '') return readEmpty(row, noun, role, field);
  switch (field.kind) {
    case 'choice':
      return takeChoice(row, role, field.required === true);
    case 'ref':
      return takeRef(row, role, field, refs);
    case 'text':
      return takeWords(row, role);
    default: {
      takeValue(row, role, field);
      return field.required && row.notes.values[role] === undefined
        ? `Without ${field.label.toLowerCase()} the row is nothing here.`
        : undefined;
    }
  }
}

function readEmpty(row: Row, noun: RecordType, role: string, field: Field): string | undefined {
  if (!field.required) {
    if (row.has(role) && field.kind !== 'flag') row.notes.values[role] = null;
    return undefined;
  }
  if (field.kind !== 'choice') return `The row has no ${field.label.toLowerCase()}.`;
  row.notes.values[role] = choiceWithout(noun, role, field);
  return undefined;
}

function takeWords(row: Row, role: string): undefined {
  const { text, cut } = withinLimit(row.cell(role));
  if (cut) row.notes.check(t('The text is longer than an entry can hold; its end stays in the file.'), row.header(role));
  row.notes.values[role] = text;
  return undefined;
}

function takeChoice(row: Row, role: string, required: boolean): undefined {
  const { notes, reading, cell, header } = row;
  const phase = role === 'phase' ? reading.phase('', cell(role)) : undefined;
  const meaning = phase ? { value: phase.phase as string, assumed: phase.assumed } : reading.meaning(role, cell(role));
  if (meaning === undefined) return undefined;
  if (meaning.value === NO_VALUE && !required) {
    notes.leaveOut(t('“{{cell}}” means nothing that is known here.', { cell: cell(role) }), header(role), cell(role));
    return undefined;
  }
  notes.values[role] = meaning.value;
  if (meaning.assumed)
    notes.check(
      t('“{{cell}}” is not known here; it is taken as {{value}}.', { cell: cell(role), value: meaning.value }),
      header(role),
      cell(role),
    );
  return undefined;
}

function takeRef(row: Row, role: string, field: Extract<Field, { kind: 'ref' }>, refs: DraftRef[]): string | undefined {
  const name = row.cell(role);
  if (field.to === 'person') {
    takeOwner(row, role, role);
    return field.required && row.notes.values[role] === undefined ? t('“{{name}}” is none of our people.', { name }) : undefined;
  }
  if (field.to === 'deal') {
    const deal = row.reading.deal(name);
    if (deal !== undefined) row.notes.values[role] = deal;
    else if (field.required) return t('No deal is chosen for “{{name}}”; choose one, and its rows come in.', { name });
    else row.notes.leaveOut(t('No deal is chosen for “{{name}}”.', { name }), row.header(role), name);
    return undefined;
  }
  refs.push({ field: role, to: field.to === 'contact' ? 'contact' : 'account', role, ids: [], name, take: 'first' });
  return undefined;
}

const YES = /^(?:true|yes|y|1|x|✓|ja|oui|sí|si)$/i;

function takeValue(row: Row, role: string, field: Field): void {
  const { notes, reading, cell, header } = row;
  const text = cell(role);
  if (field.kind === 'flag') notes.values[role] = YES.test(text);
  if (field.kind === 'money') notes.take(role, reading.money(role, text, cell('currency')), header(role));
  if (field.kind === 'date' || field.kind === 'instant') {
    const read = reading.date(role, text);
    notes.take(role, read.ok ? { ok: true, value: field.kind === 'date' ? read.value.date : instantOf(read.value) } : read, header(role));
  }
  if (field.kind === 'number') takeNumber(row, role, field);
}

function takeNumber({ notes, reading, cell, header }: Row, role: string, { min, max, label }: Extract<Field, { kind: 'number' }>): void {
  const text = cell(role);
  const read = reading.number(role, text);
  const number = read.ok ? Number(read.value) : undefined;
  const isOutside = number !== undefined && ((min !== undefined && number < min) || (max !== undefined && number > max));
  if (number === undefined || !Number.isFinite(number)) notes.leaveOut(t('“{{text}}” is not a number.', { text }), header(role), text);
  else if (isOutside) notes.leaveOut(`${text} is outside what ${label.toLowerCase()} can be.`, header(role), text);
  else notes.values[role] = number;
}

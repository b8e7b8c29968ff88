import { sha256Hex } from '../ledger/hash';
import type { Field } from '../records/define-record';
import { definitionOf, type RecordType } from '../records/registry';
import { tableAt, type RawRow, type Table } from '../values/csv';
import { headerName, type ColumnRole, type TableFormat, type ValueQuestion } from './format';
import { own } from './own';
import { issueKindOf, statusOf } from './ticket-words';

/** What a table that no system is known for can hold. */
export const TABLE_NOUNS = [
  'deal',
  'account',
  'contact',
  'ticket',
  'scopeLine',
  'milestone',
  'commitment',
  'changeOrder',
  'decision',
  'objection',
  'constraint',
  'concession',
  'priority',
  'moment',
  'timeEntry',
] as const satisfies readonly RecordType[];
export type TableNoun = (typeof TABLE_NOUNS)[number];

/** Systems of such tables begin so; the rest is the signature of their headers and what they hold. */
const TABLE = 'table-';
export const isAnyTable = (system: string): boolean => system.startsWith(TABLE);

/** The table in rows that no system is known for; undefined where there is none. */
export function looseTable(rows: readonly RawRow[]): { readonly table: Table; readonly signature: string } | undefined {
  const filled = rows.slice(0, HEAD_ROWS).map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
  const widest = Math.max(0, ...filled);
  // A title, or a row of merged groups above the headers, fills fewer cells than the headers do.
  const header = filled.findIndex((count) => count >= 2 && count >= widest * 0.7);
  if (header < 0 || header === rows.length - 1) return undefined;
  const table = tableAt(rows, header);
  if (table.columns.every(({ header: name }) => /^[\d\s.,:/-]*$/.test(name))) return undefined;
  const names = table.columns.map(({ header: name }) => headerName(name)).toSorted();
  return { table, signature: sha256Hex(names.join('\n')).slice(0, 12) };
}

const HEAD_ROWS = 30;

/** Refers to a deal, a client or one of us: by name, because nothing is known of the ids of such a table. */
const REFERRED: ReadonlySet<string> = new Set(['account', 'contact', 'deal', 'person']);
const READ_KINDS: ReadonlySet<Field['kind']> = new Set(['text', 'choice', 'date', 'instant', 'number', 'money', 'flag', 'ref']);

/** The fields of a noun that a column can bring. */
export function broughtFields(noun: RecordType): readonly (readonly [string, Field])[] {
  return Object.entries(definitionOf(noun).fields).filter(
    ([, field]) =>
      READ_KINDS.has(field.kind) &&
      !field.internal &&
      (!field.writers || field.required) &&
      (field.kind !== 'ref' || REFERRED.has(field.to)),
  );
}

/** Other headers under which a field stands in spreadsheets. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  account: ['account', 'client', 'customer', 'company', 'firm', 'account name', 'client name', 'customer name', 'company name'],
  deal: ['deal', 'project', 'deal name', 'project name', 'engagement', 'job'],
  amount: ['value', 'amount', 'budget', 'total', 'contract value', 'deal value'],
  phase: ['stage', 'phase', 'status'],
  expectedClose: ['close date', 'expected close', 'closing', 'close'],
  ae: ['owner', 'sales', 'account manager', 'ae', 'seller'],
  owner: ['owner', 'responsible', 'assignee', 'assigned to'],
  title: ['title', 'name', 'summary', 'subject', 'task'],
  text: ['text', 'description', 'title', 'name'],
  detail: ['detail', 'details', 'description', 'notes'],
  email: ['email', 'e mail', 'mail', 'email address'],
  phone: ['phone', 'telephone', 'mobile', 'tel'],
  due: ['due', 'due date', 'deadline'],
  person: ['person', 'employee', 'consultant', 'user', 'name'],
  hours: ['hours', 'duration', 'time'],
  estimateHours: ['estimate', 'estimated hours', 'hours'],
  at: ['date', 'when', 'time', 'at'],
  body: ['body', 'text', 'notes', 'note', 'content'],
};

/** What a noun is called where it is named. */
const NAMES: Readonly<Partial<Record<RecordType, readonly string[]>>> = {
  deal: ['project', 'project name', 'engagement', 'opportunity', 'opportunity name', 'title', 'job'],
  account: ['company', 'company name', 'client', 'client name', 'customer', 'customer name', 'firm'],
  contact: ['full name', 'person'],
};

const words = (field: string): string => field.replace(/([A-Z])/g, ' $1').toLowerCase();

function roleOf(noun: RecordType, field: string, { label }: Field): ColumnRole {
  const named = field === 'name' ? [words(noun), `${words(noun)} name`, ...(NAMES[noun] ?? [])] : [];
  return { role: field, label, headers: [headerName(label), words(field), ...named, ...(own(SYNONYMS, field) ?? [])] };
}

const WITHOUT: Readonly<Record<string, string>> = { 'ticket/kind': 'work package', 'moment/kind': 'note' };

/** What a choice is that must be made and that the row does not make. */
export const choiceWithout = (noun: RecordType, role: string, { options }: Extract<Field, { kind: 'choice' }>): string =>
  own(WITHOUT, `${noun}/${role}`) ?? options[0] ?? '';

/** Leaves a choice empty. */
export const NO_VALUE = '';

function valueQuestion(noun: RecordType, role: string, field: Extract<Field, { kind: 'choice' }>): ValueQuestion {
  const fold = (text: string) => text.trim().toLowerCase();
  const known = noun === 'ticket' ? { status: statusOf, kind: issueKindOf }[role] : undefined;
  const otherwise = field.required ? choiceWithout(noun, role, field) : NO_VALUE;
  return {
    role,
    kind: 'choice',
    text: (value) => `What is “${value}” as ${field.label.toLowerCase()}?`,
    options: field.required ? field.options : [...field.options, NO_VALUE],
    guess: (value) => {
      const same = field.options.find((option) => fold(option) === fold(value));
      if (same !== undefined) return { value: same, certain: true };
      return known?.(value) ?? { value: otherwise, certain: false };
    },
  };
}

/**
 * How a table of these headers is read when it holds this noun. `file` stands for the deal where no column names one: it is
 * asked about once.
 */
export function anyTableFormat(noun: TableNoun, signature: string, file: string): TableFormat {
  const fields = broughtFields(noun);
  const ofKind = (...kinds: readonly Field['kind'][]) => fields.filter(([, { kind }]) => kinds.includes(kind)).map(([role]) => role);
  const refsTo = (to: string) => fields.filter(([, field]) => field.kind === 'ref' && field.to === to).map(([role]) => role);
  const name = `${TABLE}${signature}-${noun}`;
  const definition = definitionOf(noun);
  const amounts = ofKind('money');
  const phase = noun === 'deal' ? { stage: { role: 'phase' } } : {};
  const needsDeal = definition.fields['deal']?.required === true;
  return {
    source: name,
    system: name,
    label: `Table of ${definition.plural.toLowerCase()}`,
    systemLabel: 'the table',
    type: noun,
    roles: [
      ...fields.map(([role, field]) => roleOf(noun, role, field)),
      ...(amounts.length > 0 ? [{ role: 'currency', label: 'Currency', headers: ['currency', 'currency code', 'amount currency'] }] : []),
      {
        role: 'externalId',
        label: 'Id that tells rows apart',
        headers: ['id', `${words(noun)} id`, 'external id', 'record id', 'key', 'nr', 'no'],
      },
    ],
    recognises: () => false,
    dates: ofKind('date', 'instant'),
    amounts,
    numbers: ofKind('number'),
    owners: refsTo('person'),
    ownersAre: noun === 'deal' ? ['AE'] : noun === 'timeEntry' ? ['consultant'] : [],
    deals: refsTo('deal'),
    ...phase,
    currency: 'currency',
    values: fields.flatMap(([role, field]) =>
      field.kind === 'choice' && !(noun === 'deal' && role === 'phase') ? [valueQuestion(noun, role, field)] : [],
    ),
    computed: needsDeal ? { deal: () => file } : {},
  };
}

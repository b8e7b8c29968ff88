import { PHASES } from '../records/deal';
import type { Records } from '../records/records';
import { dateOrderOf, type DateOrder } from './cell-dates';
import { decimalOf, type Decimal } from '../values/cell-numbers';
import { phaseOfStage } from './hubspot-stages';
import type { ImportChoices, Question } from './import-plan';
import { cellOf, valuesOf, type MappedTable } from './mapped-table';
import { rememberedAnswer } from './remembered';
import { findPerson, isNumericOwner, ownerName } from './owners';

/** Makes a new person of ours out of an owner. */
export const NEW_PERSON = 'new';
/** Leaves the owner empty; the problem list keeps the name. */
export const NOBODY = 'nobody';

type Asked = Pick<Question, 'id' | 'kind' | 'text' | 'value' | 'places' | 'options'> & {
  readonly guess: string;
  /** True when the guess is beyond doubt. */
  readonly certain: boolean;
};

export const stageQuestion = (pipeline: string, stage: string): string => `hubspot.stage/${fold(pipeline)}/${fold(stage)}`;
export const ownerQuestion = (owner: string): string => `hubspot.owner/${fold(ownerName(owner))}`;
export const CURRENCY_QUESTION = 'hubspot.currency';
export const DATE_ORDER_QUESTION = 'hubspot.date order';
export const DECIMAL_QUESTION = 'hubspot.decimal sign';

const fold = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** Everything the files leave open, each with the answer in force: chosen now, remembered, matched beyond doubt, or assumed. */
export function questionsOf(tables: readonly MappedTable[], records: Records, choices: ImportChoices): readonly Question[] {
  const asked = [
    ...stageQuestions(tables),
    ...ownerQuestions(tables, records, choices),
    ...currencyQuestions(tables, records),
    ...styleQuestions(tables),
  ];
  return asked.map(({ guess, certain, ...question }) => ({ ...question, ...answerOf(question, guess, certain, records, choices) }));
}

function answerOf(
  { id, options }: Pick<Question, 'id' | 'options'>,
  guess: string,
  certain: boolean,
  records: Records,
  choices: ImportChoices,
): Pick<Question, 'answer' | 'basis'> {
  const isOffered = (answer: unknown): answer is string =>
    typeof answer === 'string' &&
    (options.some(({ value }) => value === answer) || (id === CURRENCY_QUESTION && /^[A-Z]{3}$/.test(answer)));
  const chosen = choices.answers[id];
  if (isOffered(chosen)) return { answer: chosen, basis: 'chosen' };
  const remembered = rememberedAnswer(id, records);
  if (isOffered(remembered)) return { answer: remembered, basis: 'remembered' };
  return { answer: guess, basis: certain ? 'matched' : 'assumed' };
}

function stageQuestions(tables: readonly MappedTable[]): readonly Asked[] {
  const options = PHASES.map((phase) => ({ value: phase, label: phase }));
  return distinct(tables, ['hubspot-deals'], 'stage', (table, row, stage) => stageQuestion(cellOf(table, row, 'pipeline'), stage)).map(
    (found) => {
      const { phase, certain } = phaseOfStage(found.value);
      return { ...found, kind: 'stage', text: `Which phase is the stage “${found.value}”?`, options, guess: phase, certain };
    },
  );
}

function ownerQuestions(tables: readonly MappedTable[], records: Records, { newPeople }: ImportChoices): readonly Asked[] {
  const people = records.all('person').map(({ id, name }) => ({ value: id as string, label: name }));
  return distinct(tables, ['hubspot-companies', 'hubspot-deals', 'hubspot-notes'], 'owner', (_, __, owner) => ownerQuestion(owner)).map(
    (found) => {
      const person = findPerson(records, found.value);
      const mayBeMade = newPeople && !isNumericOwner(found.value);
      const made = mayBeMade ? [{ value: NEW_PERSON, label: `A new person, ${ownerName(found.value)}` }] : [];
      const options = [...people, ...made, { value: NOBODY, label: 'Nobody' }];
      const guess = person?.id ?? (mayBeMade ? NEW_PERSON : NOBODY);
      return { ...found, kind: 'owner', text: `Who is “${found.value}”?`, options, guess, certain: person !== undefined };
    },
  );
}

/** One entry per distinct value of a role, with the places where it stands. */
function distinct(
  tables: readonly MappedTable[],
  sources: readonly string[],
  role: string,
  idOf: (table: MappedTable, row: MappedTable['table']['rows'][number], value: string) => string,
): readonly Pick<Asked, 'id' | 'value' | 'places'>[] {
  const found = new Map<string, { id: string; value: string; places: { file: string; line: number }[] }>();
  for (const table of tables.filter(({ source }) => sources.includes(source))) {
    for (const row of table.table.rows) {
      const value = cellOf(table, row, role);
      if (value === '' || row.damage !== undefined) continue;
      const id = idOf(table, row, value);
      const one = found.get(id) ?? { id, value, places: [] };
      one.places.push({ file: table.file, line: row.line });
      found.set(id, one);
    }
  }
  return [...found.values()];
}

const COMMON_CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CAD', 'AUD', 'NZD', 'JPY', 'MXN', 'BRL', 'INR', 'ZAR'];

function currencyQuestions(tables: readonly MappedTable[], records: Records): readonly Asked[] {
  const places = tables
    .filter(({ source }) => source === 'hubspot-deals')
    .flatMap((table) =>
      table.table.rows
        .filter(
          (row) =>
            cellOf(table, row, 'amount') !== '' &&
            currencyIn(cellOf(table, row, 'currency')) === undefined &&
            currencyIn(cellOf(table, row, 'amount')) === undefined,
        )
        .map(({ line }) => ({ file: table.file, line })),
    );
  if (places.length === 0) return [];
  const used = [...new Set(records.all('deal').flatMap(({ amount }) => (amount ? [amount.currency] : [])))];
  const options = [...new Set([...used, ...COMMON_CURRENCIES])].map((value) => ({ value, label: value }));
  const text = 'Which currency are the amounts in? The file does not say.';
  const guess = used.length === 1 ? (used[0] ?? 'EUR') : 'EUR';
  return [{ id: CURRENCY_QUESTION, kind: 'currency', text, value: '', places, options, guess, certain: used.length === 1 }];
}

/** The currency that a cell itself names: a code, or a sign that only one currency has. */
export function currencyIn(cell: string): string | undefined {
  const code = /\b[A-Z]{3}\b/.exec(cell.toUpperCase())?.[0];
  if (code) return code;
  return cell.includes('€') ? 'EUR' : cell.includes('£') ? 'GBP' : undefined;
}

function styleQuestions(tables: readonly MappedTable[]): readonly Asked[] {
  const dates = tables.flatMap((table) =>
    DATE_ROLES.filter((role) => dateOrderOf(valuesOf(table, role)) === 'ambiguous').map((role) => ({ table, role })),
  );
  const amounts = tables
    .filter((table) => decimalOf(valuesOf(table, 'amount')) === 'ambiguous')
    .map((table) => ({ table, role: 'amount' }));
  return [
    ...styleQuestion(dates, DATE_ORDER_QUESTION, 'date order', (sample) => `Is ${sample} written day first or month first?`, [
      'day first',
      'month first',
    ]),
    ...styleQuestion(amounts, DECIMAL_QUESTION, 'decimal sign', (sample) => `Which sign is the decimal sign in ${sample}?`, ['.', ',']),
  ];
}

export const DATE_ROLES = ['closeDate', 'at'] as const;

function styleQuestion(
  columns: readonly { readonly table: MappedTable; readonly role: string }[],
  id: string,
  kind: 'date order' | 'decimal sign',
  text: (sample: string) => string,
  answers: readonly [DateOrder, DateOrder] | readonly [Decimal, Decimal],
): readonly Asked[] {
  const places = columns.flatMap(({ table, role }) =>
    table.table.rows
      .filter((row) => isOpen(kind, cellOf(table, row, role)))
      .map((row) => ({ file: table.file, line: row.line, value: cellOf(table, row, role) })),
  );
  const [first] = places;
  if (!first) return [];
  const options = answers.map((value) => ({ value, label: value }));
  return [{ id, kind, text: text(first.value), value: first.value, places, options, guess: answers[0], certain: false }];
}

const isOpen = (kind: 'date order' | 'decimal sign', cell: string): boolean =>
  (kind === 'date order' ? dateOrderOf([cell]) : decimalOf([cell])) === 'ambiguous';

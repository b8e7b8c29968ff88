import { PHASES } from '../records/deal';
import type { Records } from '../records/records';
import { isOfType } from '../records/registry';
import { dateOrderOf, type DateOrder } from './cell-dates';
import { decimalOf, type Decimal } from '../values/cell-numbers';
import { phaseOfStage, type StageGuess } from './hubspot-stages';
import type { ImportChoices, Question } from './import-plan';
import { cellOf, hasRole, type MappedTable } from './mapped-table';
import { dateOrderIn, decimalIn } from './column-styles';
import { composedNames } from './composed-names';
import { DealsByClient, type ClientProject } from './deal-of-project';
import { rememberedAnswer } from './remembered';
import { dealNamedLike, NO_DEAL } from './deal-question';
import type { TableFormat } from './format';
import { findPerson, isNumericOwner, ownerName } from './owners';
import { t } from '../values/texts';

/** Makes a new person of ours out of an owner. */
export const NEW_PERSON = 'new';
/** Leaves the owner empty; the problem list keeps the name. */
export const NOBODY = 'nobody';

export type Asked = Pick<Question, 'id' | 'kind' | 'system' | 'text' | 'value' | 'places' | 'options'> & {
  readonly guess: string;
  /** True when the guess is beyond doubt. */
  readonly certain: boolean;
};

export const stageQuestion = (system: string, pipeline: string, stage: string): string =>
  `${system}.stage/${fold(pipeline)}/${fold(stage)}`;
export const ownerQuestion = (system: string, owner: string): string => `${system}.owner/${fold(ownerName(owner))}`;
export const dealQuestion = (system: string, name: string): string => `${system}.deal/${fold(name)}`;
/** A project of a client is the same deal, whichever system names it. */
export const projectQuestion = (name: string): string => dealQuestion('project', name);
export const valueQuestion = (system: string, role: string, value: string): string => `${system}.${role}/${fold(value)}`;
export const currencyQuestion = (system: string): string => `${system}.currency`;
export const dateOrderQuestion = (system: string): string => `${system}.date order`;
export const decimalQuestion = (system: string): string => `${system}.decimal sign`;

const fold = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** Everything the files leave open, each with the answer in force: chosen now, remembered, matched beyond doubt, or assumed. */
export function questionsOf(tables: readonly MappedTable[], records: Records, choices: ImportChoices): readonly Question[] {
  const asked = [
    ...stageQuestions(tables),
    ...dealQuestions(tables, records),
    ...valueQuestions(tables),
    ...ownerQuestions(tables, records, choices),
    ...bySystem(tables).flatMap(([system, of]) => [...currencyQuestions(system, of, records), ...styleQuestions(system, of)]),
  ];
  return asked.map((one) => answered(one, records, choices));
}

/** A question with the answer in force. */
export const answered = ({ guess, certain, ...question }: Asked, records: Records, choices: ImportChoices): Question => ({
  ...question,
  ...answerOf(question, guess, certain, records, choices),
});

function bySystem(tables: readonly MappedTable[]): readonly (readonly [string, readonly MappedTable[]])[] {
  const systems = [...new Set(tables.map(({ format }) => format.system))];
  return systems.map((system) => [system, tables.filter(({ format }) => format.system === system)] as const);
}

function answerOf(
  { id, kind, options }: Pick<Question, 'id' | 'kind' | 'options'>,
  guess: string,
  certain: boolean,
  records: Records,
  choices: ImportChoices,
): Pick<Question, 'answer' | 'basis'> {
  const isOffered = (answer: unknown): answer is string =>
    typeof answer === 'string' &&
    (options.some(({ value }) => value === answer) ||
      (kind === 'currency' && /^[A-Z]{3}$/.test(answer)) ||
      (kind === 'deal' && isOfType('deal', answer) && records.get('deal', answer) !== undefined));
  const chosen = choices.answers[id];
  if (isOffered(chosen)) return { answer: chosen, basis: 'chosen' };
  const remembered = rememberedAnswer(id, records);
  if (isOffered(remembered)) return { answer: remembered, basis: 'remembered' };
  return { answer: guess, basis: certain ? 'matched' : 'assumed' };
}

function stageQuestions(tables: readonly MappedTable[]): readonly Asked[] {
  const options = PHASES.map((phase) => ({ value: phase, label: phase }));
  const found = distinct(
    tables,
    ({ stage }) => (stage ? [stage.role] : []),
    (table, row, stage) => stageQuestion(table.format.system, cellOf(table, row, table.format.stage?.pipeline ?? ''), stage),
  );
  return found.map((one) => {
    const { phase, certain } = closedPhase(tables, one) ?? phaseOfStage(one.value);
    return {
      ...one,
      kind: 'stage',
      text: t('Which phase is the stage “{{value}}”?', { value: one.value }),
      options,
      guess: phase,
      certain,
    };
  });
}

/** What the source itself says of a stage: that its deals are won, or closed and not won. */
function closedPhase(tables: readonly MappedTable[], { system, places }: Pick<Asked, 'system' | 'places'>): StageGuess | undefined {
  const [place] = places;
  const table = tables.find(({ file, format }) => file === place?.file && format.system === system);
  const row = table?.table.rows.find(({ line }) => line === place?.line);
  const { won, closed } = table?.format.stage ?? {};
  const says = (role: string | undefined) => role !== undefined && table && row && /^(?:true|1|yes)$/i.test(cellOf(table, row, role));
  if (says(won)) return { phase: 'kickoff', certain: true };
  return says(closed) && won !== undefined && table?.byRole.has(won) ? { phase: 'lost', certain: true } : undefined;
}

/** What a project or client of the source is here: a deal, or nothing yet. */
function dealQuestions(tables: readonly MappedTable[], records: Records): readonly Asked[] {
  const found = distinct(
    tables,
    ({ deals }) => deals ?? [],
    (table, _, name) => dealQuestion(table.format.system, name),
  );
  const byClient = later(() => new DealsByClient(records));
  const projects = composed(tables, 'deals', (_, name) => projectQuestion(name));
  return [...found, ...projects].map((one) => {
    const like = 'client' in one ? byClient().find(one as unknown as ClientProject) : dealNamedLike(records, one.value);
    const options = [
      ...(like ? [{ value: like.deal.id as string, label: like.deal.name }] : []),
      { value: NO_DEAL, label: 'No deal: leave its rows out' },
    ];
    const guess = like?.deal.id ?? NO_DEAL;
    return {
      ...one,
      kind: 'deal',
      text: t('Which deal is “{{value}}”?', { value: one.value }),
      options,
      guess,
      certain: like?.certain ?? false,
    };
  });
}

function valueQuestions(tables: readonly MappedTable[]): readonly Asked[] {
  const asked = new Map(tables.flatMap(({ format }) => (format.values ?? []).map((one) => [`${format.system} ${one.role}`, one] as const)));
  return [...asked.values()].flatMap((question) => {
    const { role, kind, text, guess } = question;
    const options = question.options.map((value) => ({ value, label: value }));
    const found = distinct(
      tables.filter(({ format }) => format.values?.includes(question)),
      () => [role],
      (table, _, value) => valueQuestion(table.format.system, role, value),
    );
    return found.map((one) => {
      const { value, certain } = guess(one.value);
      return { ...one, kind, text: text(one.value), options, guess: value, certain };
    });
  });
}

function ownerQuestions(tables: readonly MappedTable[], records: Records, { newPeople }: ImportChoices): readonly Asked[] {
  const people = records.all('person').map(({ id, name }) => ({ value: id as string, label: name }));
  const found = distinct(
    tables,
    ({ owners }) => owners ?? [],
    (table, _, owner) => ownerQuestion(table.format.system, owner),
  );
  return [...found, ...composed(tables, 'owners', ownerQuestion)].map((one) => {
    const person = findPerson(records, one.value);
    const mayBeMade = newPeople && !isNumericOwner(one.value);
    const made = mayBeMade ? [{ value: NEW_PERSON, label: `A new person, ${ownerName(one.value)}` }] : [];
    const options = [...people, ...made, { value: NOBODY, label: 'Nobody' }];
    const guess = person?.id ?? (mayBeMade ? NEW_PERSON : NOBODY);
    return { ...one, kind: 'owner', text: t('Who is “{{value}}”?', { value: one.value }), options, guess, certain: person !== undefined };
  });
}

/** One entry per distinct name that several cells or rows make up. */
function composed<K extends 'deals' | 'owners'>(
  tables: readonly MappedTable[],
  of: K,
  idOf: (system: string, value: string) => string,
): readonly (Pick<Asked, 'id' | 'system' | 'value' | 'places'> & Partial<ClientProject>)[] {
  const found = new Map<string, Pick<Asked, 'id' | 'system' | 'value'> & { places: { file: string; line: number }[] }>();
  for (const table of tables) {
    const { system } = table.format;
    for (const { line, ...name } of composedNames(table)[of]) {
      const id = idOf(system, name.value);
      const one = found.get(id) ?? { id, system, ...name, places: [] };
      one.places.push({ file: table.file, line });
      found.set(id, one);
    }
  }
  return [...found.values()];
}

function later<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** One entry per distinct value of the roles, with the places where it stands. */
function distinct(
  tables: readonly MappedTable[],
  rolesOf: (format: TableFormat) => readonly string[],
  idOf: (table: MappedTable, row: MappedTable['table']['rows'][number], value: string) => string,
): readonly Pick<Asked, 'id' | 'system' | 'value' | 'places'>[] {
  const found = new Map<string, { id: string; system: string; value: string; places: { file: string; line: number }[] }>();
  for (const table of tables) {
    const roles = rolesOf(table.format).filter((role) => hasRole(table, role));
    for (const row of roles.length > 0 ? table.table.rows : []) {
      if (row.damage !== undefined) continue;
      for (const value of roles.map((role) => cellOf(table, row, role)).filter((text) => text !== '')) {
        const id = idOf(table, row, value);
        const one = found.get(id) ?? { id, system: table.format.system, value, places: [] };
        one.places.push({ file: table.file, line: row.line });
        found.set(id, one);
      }
    }
  }
  return [...found.values()];
}

const COMMON_CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CAD', 'AUD', 'NZD', 'JPY', 'MXN', 'BRL', 'INR', 'ZAR'];

function currencyQuestions(system: string, tables: readonly MappedTable[], records: Records): readonly Asked[] {
  const places = tables.flatMap((table) =>
    [...table.table.rows.filter((row) => hasBareAmount(table, row)).map(({ line }) => line), ...composedNames(table).bare].map((line) => ({
      file: table.file,
      line,
    })),
  );
  if (places.length === 0) return [];
  const used = [...new Set(records.all('deal').flatMap(({ amount }) => (amount ? [amount.currency] : [])))];
  const options = [...new Set([...used, ...COMMON_CURRENCIES])].map((value) => ({ value, label: value }));
  const text = t('Which currency are the amounts in? The file does not say.');
  const guess = used.length === 1 ? (used[0] ?? 'EUR') : 'EUR';
  return [{ id: currencyQuestion(system), system, kind: 'currency', text, value: '', places, options, guess, certain: used.length === 1 }];
}

/** An amount whose currency neither its own cell nor a cell beside it names. */
function hasBareAmount(table: MappedTable, row: MappedTable['table']['rows'][number]): boolean {
  const { amounts = [], currency } = table.format;
  if (currency !== undefined && currencyIn(cellOf(table, row, currency)) !== undefined) return false;
  return amounts.some((role) => cellOf(table, row, role) !== '' && currencyIn(cellOf(table, row, role)) === undefined);
}

/** The currency that a cell itself names: a code, or a sign that only one currency has. */
export function currencyIn(cell: string): string | undefined {
  const text = cell.trim();
  const code = /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : text.match(/\b[A-Z]{3}\b/g)?.at(-1);
  if (code) return code;
  return cell.includes('€') ? 'EUR' : cell.includes('£') ? 'GBP' : undefined;
}

function styleQuestions(system: string, tables: readonly MappedTable[]): readonly Asked[] {
  const columns = (
    rolesOf: (format: TableFormat) => readonly string[] | undefined,
    isOpenColumn: (table: MappedTable, role: string) => boolean,
  ) =>
    tables.flatMap((table) => (rolesOf(table.format) ?? []).filter((role) => isOpenColumn(table, role)).map((role) => ({ table, role })));
  const dates = columns(
    ({ dates: roles }) => roles,
    (table, role) => dateOrderIn(table, role) === 'ambiguous',
  );
  const amounts = columns(
    ({ amounts: money = [], numbers = [] }) => [...money, ...numbers],
    (table, role) => decimalIn(table, role) === 'ambiguous',
  );
  return [
    ...styleQuestion(system, dates, 'date order', (sample) => t('Is {{sample}} written day first or month first?', { sample }), [
      'day first',
      'month first',
    ]),
    ...styleQuestion(system, amounts, 'decimal sign', (sample) => t('Which sign is the decimal sign in {{sample}}?', { sample }), [
      '.',
      ',',
    ]),
  ];
}

function styleQuestion(
  system: string,
  columns: readonly { readonly table: MappedTable; readonly role: string }[],
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
  const id = kind === 'date order' ? dateOrderQuestion(system) : decimalQuestion(system);
  return [{ id, system, kind, text: text(first.value), value: first.value, places, options, guess: answers[0], certain: false }];
}

const isOpen = (kind: 'date order' | 'decimal sign', cell: string): boolean =>
  (kind === 'date order' ? dateOrderOf([cell]) : decimalOf([cell])) === 'ambiguous';

import type { Id } from '../records/define-record';
import { PHASES, type Phase } from '../records/deal';
import { isOfType } from '../records/registry';
import { parseMoney, type Money } from '../values/money';
import { err, ok, type Result } from '../values/result';
import { parseCellDate, type CellDate, type DateOrder } from './cell-dates';
import { parseDecimal, type Decimal } from '../values/cell-numbers';
import { dateOrderIn, decimalIn } from './column-styles';
import type { Question } from './import-plan';
import type { MappedTable } from './mapped-table';
import { personIdOfOwner } from './owners';
import { NO_DEAL } from './deal-question';
import {
  currencyIn,
  currencyQuestion,
  dateOrderQuestion,
  dealQuestion,
  decimalQuestion,
  NEW_PERSON,
  NOBODY,
  ownerQuestion,
  projectQuestion,
  stageQuestion,
  valueQuestion,
} from './questions';

/** How cells of one file are to be read, given the answers in force. */
export interface Reading {
  phase(pipeline: string, stage: string): { readonly phase: Phase; readonly assumed: boolean };
  /** Undefined where the answer is that it is nobody. */
  owner(cell: string): Id<'person'> | undefined;
  /** Undefined where the answer is that it is no deal. */
  deal(cell: string): Id<'deal'> | undefined;
  /** The same of a project of a client, by both names. */
  project(name: string): Id<'deal'> | undefined;
  /** The scope line that a question about a task means; undefined where it is none. */
  scopeLine(question: string): Id<'scopeLine'> | undefined;
  /** What a value of a column means that is asked about; undefined where it is not. */
  meaning(role: string, cell: string): { readonly value: string; readonly assumed: boolean } | undefined;
  /** The amount in the column `role`; `currency` is what the cell beside it says. */
  money(role: string, amount: string, currency: string): Result<Money, string>;
  /** A number as plain decimal text, exact. */
  number(role: string, cell: string): Result<string, string>;
  date(role: string, cell: string): Result<CellDate, string>;
}

export function readingOf(table: MappedTable, questions: ReadonlyMap<string, Question>): Reading {
  const { system } = table.format;
  const answer = (id: string) => questions.get(id)?.answer;
  const orderOf = byRole((role): DateOrder => settled(dateOrderIn(table, role), answer(dateOrderQuestion(system)), 'day first'));
  const signOf = byRole((role): Decimal => settled(decimalIn(table, role), answer(decimalQuestion(system)), '.'));
  return {
    phase: (pipeline, stage) => {
      const question = questions.get(stageQuestion(system, pipeline, stage));
      return { phase: PHASES.find((phase) => phase === question?.answer) ?? 'discovery', assumed: question?.basis === 'assumed' };
    },
    owner: (cell) => ownerId(cell, answer(ownerQuestion(system, cell))),
    deal: (cell) => dealId(answer(dealQuestion(system, cell))),
    project: (name) => dealId(answer(projectQuestion(name))),
    scopeLine: (question) => {
      const line = answer(question);
      return isOfType('scopeLine', line) ? line : undefined;
    },
    meaning: (role, cell) => {
      const question = questions.get(valueQuestion(system, role, cell));
      return question && { value: question.answer, assumed: question.basis === 'assumed' };
    },
    money: (role, amount, currency) =>
      readMoney(amount, currencyIn(currency) ?? currencyIn(amount) ?? answer(currencyQuestion(system)) ?? 'EUR', signOf(role)),
    number: (role, cell) => parseDecimal(cell, signOf(role)),
    date: (role, cell) => parseCellDate(cell, orderOf(role)),
  };
}

/** A column is looked through once, not for every cell. */
function byRole<T>(find: (role: string) => T): (role: string) => T {
  const found = new Map<string, T>();
  return (role) => {
    const value = found.get(role) ?? find(role);
    found.set(role, value);
    return value;
  };
}

const dealId = (answer: string | undefined): Id<'deal'> | undefined =>
  answer === undefined || answer === NO_DEAL ? undefined : (answer as Id<'deal'>);

function settled<T extends string>(found: T | 'ambiguous' | undefined, answer: string | undefined, otherwise: T): T {
  if (found !== undefined && found !== 'ambiguous') return found;
  return (answer as T | undefined) ?? otherwise;
}

function ownerId(cell: string, answer: string | undefined): Id<'person'> | undefined {
  if (answer === undefined || answer === NOBODY) return undefined;
  return answer === NEW_PERSON ? personIdOfOwner(cell) : (answer as Id<'person'>);
}

function readMoney(cell: string, currency: string, decimal: Decimal): Result<Money, string> {
  const number = parseDecimal(cell, decimal);
  if (!number.ok) return err(number.error);
  const read = parseMoney(number.value, currency, { decimal: '.' });
  if (read.ok) return ok(read.value);
  const reason = read.error.problem === 'too precise' ? `has more decimals than ${currency} has` : 'is not an amount';
  return err(`“${cell}” ${reason}.`);
}

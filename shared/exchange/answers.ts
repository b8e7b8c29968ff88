import type { Id } from '../records/define-record';
import { PHASES, type Phase } from '../records/deal';
import { parseMoney, type Money } from '../values/money';
import { err, ok, type Result } from '../values/result';
import { dateOrderOf, parseCellDate, type CellDate, type DateOrder } from './cell-dates';
import { decimalOf, parseDecimal, type Decimal } from '../values/cell-numbers';
import type { Question } from './import-plan';
import { valuesOf, type MappedTable } from './mapped-table';
import { personIdOfOwner } from './owners';
import {
  currencyIn,
  CURRENCY_QUESTION,
  DATE_ORDER_QUESTION,
  DECIMAL_QUESTION,
  NEW_PERSON,
  NOBODY,
  ownerQuestion,
  stageQuestion,
} from './questions';

/** How cells of one file are to be read, given the answers in force. */
export interface Reading {
  phase(pipeline: string, stage: string): { readonly phase: Phase; readonly assumed: boolean };
  /** Undefined where the answer is that it is nobody. */
  owner(cell: string): Id<'person'> | undefined;
  money(amount: string, currency: string): Result<Money, string>;
  date(role: string, cell: string): Result<CellDate, string>;
}

export function readingOf(table: MappedTable, questions: ReadonlyMap<string, Question>): Reading {
  const answer = (id: string) => questions.get(id)?.answer;
  const order = (role: string): DateOrder => settled(dateOrderOf(valuesOf(table, role)), answer(DATE_ORDER_QUESTION), 'day first');
  const orders = new Map<string, DateOrder>();
  const decimal: Decimal = settled(decimalOf(valuesOf(table, 'amount')), answer(DECIMAL_QUESTION), '.');
  return {
    phase: (pipeline, stage) => {
      const question = questions.get(stageQuestion(pipeline, stage));
      return { phase: PHASES.find((phase) => phase === question?.answer) ?? 'discovery', assumed: question?.basis === 'assumed' };
    },
    owner: (cell) => ownerId(cell, answer(ownerQuestion(cell))),
    money: (amount, currency) =>
      readMoney(amount, currencyIn(currency) ?? currencyIn(amount) ?? answer(CURRENCY_QUESTION) ?? 'EUR', decimal),
    date: (role, cell) => {
      if (!orders.has(role)) orders.set(role, order(role));
      return parseCellDate(cell, orders.get(role) ?? 'day first');
    },
  };
}

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

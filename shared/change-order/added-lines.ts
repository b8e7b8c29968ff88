import type { Change } from '../ledger/command';
import type { MoneyValue } from '../records/define-record';
import type { Records } from '../records/records';
import type { ChangeOrder, ScopeLine } from '../records/registry';
import { createRecord } from '../records/write';
import { placesAt } from '../scope/line-order';
import { scopeLinesOf } from '../scope/live-line';
import { derivedId } from '../values/id';
import { formatMoney, sumMoney } from '../values/money';
import { err, ok, type Result } from '../values/result';
import type { ChangeOrderError } from './change-order-error';
import { t } from '../values/texts';

/** Work that a change order adds to the scope. */
export interface NewLine {
  readonly title: string;
  readonly hours?: number;
  readonly price?: MoneyValue;
  readonly role?: string;
}

/** Lines of scope that a change order added. */
export const linesAddedBy = (records: Records, order: ChangeOrder): readonly ScopeLine[] =>
  records.of('scopeLine', 'changeOrder', order.id);

/** One line that says all of it: what most change orders add. */
export const wholeLine = ({ title, hours, price }: ChangeOrder): NewLine => ({
  title,
  ...(hours === undefined ? {} : { hours }),
  ...(price ? { price } : {}),
});

/**
 * The lines as changes of the act that bills the change order, in the contract at once, with the source and the words of the
 * request. Their ids follow from the change order and their place, so that two who bill it offline add the same lines and not
 * two of each. Where every line has a price, the prices make the price of the change order.
 */
export function addedLines(records: Records, order: ChangeOrder, lines: readonly NewLine[]): Result<readonly Change[], ChangeOrderError> {
  if (lines.some(({ title }) => !title.trim())) return err({ message: t('Give each work package a title.') });
  const problem = sumProblem(order, lines);
  if (problem) return err({ message: problem });
  if (lines.length === 0) return ok([]);
  const { ranks, makingRoom } = placesAt(scopeLinesOf(records, order.deal), 'end', lines.length);
  const made = lines.map((line, index) => ({
    deal: order.deal,
    changeOrder: order.id,
    title: line.title.trim(),
    status: 'in' as const,
    included: order.detail ?? null,
    origin: originIn(records, order),
    plannedHours: line.hours ?? null,
    remainingHours: line.hours ?? null,
    price: line.price ?? null,
    role: line.role ?? null,
    sourceMoment: order.sourceMoment ?? null,
    quote: order.quote ?? null,
    quoteStart: order.quoteStart ?? null,
    rank: ranks[index] ?? null,
  }));
  const creations = made.flatMap((values, index) => createRecord('scopeLine', lineId(order, index), values).changes);
  const again = creations.map((change) => (records.get('scopeLine', change.record)?.archived ? takenUp(change) : change));
  return ok([...again, ...makingRoom.flatMap(({ changes }) => changes)]);
}

/** A line that was put away when the decision was reopened comes back as what it is now. */
const takenUp = (change: Change): Change => ({ ...change, set: { ...change.set, archived: null } });

const lineId = (order: ChangeOrder, index: number) => derivedId('scopeLine', 'change order', `${order.id} ${index + 1}`);

function sumProblem(order: ChangeOrder, lines: readonly NewLine[]): string | undefined {
  const prices = lines.flatMap(({ price }) => price ?? []);
  if (!order.price || prices.length === 0) return undefined;
  const foreign = prices.find(({ currency }) => currency !== order.price?.currency);
  if (foreign)
    return t('The change order is in {{currency}}, a work package in {{currency2}}.', {
      currency: order.price.currency,
      currency2: foreign.currency,
    });
  const sum = sumMoney(prices, order.price.currency);
  const isWrong = prices.length === lines.length ? sum.amount !== order.price.amount : sum.amount > order.price.amount;
  return isWrong
    ? t('The work packages come to {{sum}}, the change order to {{price}}. Make them agree.', {
        sum: formatMoney(sum, 'en'),
        price: formatMoney(order.price, 'en'),
      })
    : undefined;
}

function originIn(records: Records, order: ChangeOrder): NonNullable<ScopeLine['origin']> {
  const moment = records.get('moment', order.sourceMoment);
  if (!moment) return 'assumption';
  return moment.kind === 'e-mail' || moment.kind === 'chat' ? 'e-mail' : 'verbal';
}

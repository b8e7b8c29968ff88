import { roadPhase, isSignedDeal } from '../deal/phase';
import type { Id } from '../records/define-record';
import type { FigureName } from '../records/external-figure';
import type { Records } from '../records/records';
import { sumMoney, type Money } from '../values/money';
import type { FigureValue, OwnFigures } from './reconciliation';

/**
 * What our own record says of the figures that other systems give of a deal. Billed is net of tax, credit notes subtracted;
 * paid is as it arrived, tax included. A figure that nothing here speaks of is absent, so that it is not held to be zero:
 * no invoice means no billed sum, no planned line no planned hours.
 */
export function ownFigures(records: Records, id: Id<'deal'>): OwnFigures {
  const deal = records.get('deal', id);
  if (!deal || deal.archived) return {};
  const isSigned = isSignedDeal(deal);
  const closeDate = isSigned ? deal.signedAt : deal.expectedClose;
  return {
    ...(isSigned && deal.amount ? { 'signed value': { kind: 'money', value: deal.amount } } : {}),
    stage: { kind: 'stage', value: deal.phase === 'on hold' ? roadPhase(deal) : deal.phase },
    ...(closeDate === undefined ? {} : { 'close date': { kind: 'day', value: closeDate } }),
    ...hours(records, id),
    ...invoiced(records, id),
  };
}

const quantity = (value: number): FigureValue => ({ kind: 'quantity', value });

function hours(records: Records, deal: Id<'deal'>): OwnFigures {
  const lines = records.of('scopeLine', 'deal', deal).filter(({ status }) => status === 'in' || status === 'done');
  const entries = records.of('timeEntry', 'deal', deal);
  const planned = lines.filter(({ plannedHours }) => plannedHours !== undefined);
  const open = lines.filter(({ remainingHours }) => remainingHours !== undefined);
  const spent = sum(entries.map((entry) => entry.hours));
  const remaining = sum(open.map(({ remainingHours }) => remainingHours ?? 0));
  return {
    ...(planned.length > 0 ? { 'planned hours': quantity(sum(planned.map(({ plannedHours }) => plannedHours ?? 0))) } : {}),
    ...(entries.length > 0 ? { hours: quantity(spent) } : {}),
    ...(open.length > 0 ? { 'remaining hours': quantity(remaining) } : {}),
    ...(open.length > 0 && spent + remaining > 0 ? { 'percent complete': quantity((100 * spent) / (spent + remaining)) } : {}),
  };
}

/** Hours are parts of hours: what binary fractions add to a sum is no difference. */
const sum = (values: readonly number[]): number => Math.round(values.reduce((total, value) => total + value, 0) * 1e6) / 1e6;

/** Sums of one currency only: a deal that was billed in two has no one figure. */
function invoiced(records: Records, deal: Id<'deal'>): OwnFigures {
  const invoices = records.of('invoice', 'deal', deal);
  const billed = invoices.flatMap((invoice) =>
    records.of('invoiceLine', 'invoice', invoice.id).map(({ net }) => signed(net, invoice.kind === 'credit note')),
  );
  const paid = invoices.flatMap((invoice) =>
    records.of('payment', 'invoice', invoice.id).map(({ amount }) => signed(amount, invoice.kind === 'credit note')),
  );
  return { ...totalOf('billed', billed), ...totalOf('paid', paid) };
}

const signed = (value: Money, isTakenBack: boolean): Money => (isTakenBack ? { ...value, amount: -value.amount } : value);

function totalOf(name: FigureName, sums: readonly Money[]): OwnFigures {
  const [first] = sums;
  if (!first || sums.some(({ currency }) => currency !== first.currency)) return {};
  return { [name]: { kind: 'money', value: sumMoney(sums, first.currency) } };
}

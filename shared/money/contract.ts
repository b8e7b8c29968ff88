import { isSignedDeal } from '../deal/phase';
import { agreedValue } from '../proposal/pricing';
import type { Deal } from '../records/registry';
import { negateMoney, sumMoney, type Money } from '../values/money';
import type { DealBooks } from './books';
import { inCurrency, notKnown, sumOf, type Figure, type NotCounted, type Part, type Sum } from './figure';
import { t } from '../values/texts';

/** What the client has agreed to pay, and what it is made of. */
export interface Contract {
  readonly currency: string;
  /** The signed value: the sum itself, of capped T&M the cap, of a retainer the fee for all periods. */
  readonly signed: Figure;
  /** Billed (approved) change orders, and nothing of those that are undecided. */
  readonly changeOrders: Sum;
  /** Our concessions dated after the signature, as a positive sum. */
  readonly credits: Sum;
  /** contracted = signed + change orders − credits; n/a for open T&M and before the signature. */
  readonly contracted: Figure;
  /** Asked for and not decided: never in any other figure. */
  readonly undecided: Sum;
  readonly notCounted: readonly NotCounted[];
}

/** Billed by the hour with no upper limit: what it will come to is not agreed. */
export const isOpenTimeAndMaterial = ({ billingModel }: Deal): boolean => billingModel === 'T&M';

/** The contract of a deal (product.md §4, "contracted"). */
export function contractOf(books: DealBooks, currency = currencyOf(books)): Contract {
  const { deal } = books;
  const left: NotCounted[] = [];
  const value = isSignedDeal(deal) ? valueOf(deal) : undefined;
  const signed: Figure = value && value.currency === currency ? { value, records: [deal.id] } : notKnown([deal.id]);
  const changeOrders = sumOf(inCurrency(pricedOrders(books, ['billed'], left), currency, left), currency);
  const credits = sumOf(inCurrency(creditsOf(books, left), currency, left), currency);
  const undecided = sumOf(inCurrency(pricedOrders(books, ['requested', 'submitted'], []), currency, left), currency);
  const rests = [...signed.records, ...changeOrders.records, ...credits.records];
  const contracted: Figure =
    signed.value === undefined || isOpenTimeAndMaterial(deal)
      ? notKnown(rests)
      : { value: sumMoney([signed.value, changeOrders.value, negateMoney(credits.value)], currency), records: rests };
  return { currency, signed, changeOrders, credits, contracted, undecided, notCounted: left };
}

/** The sum that was signed; undefined where nobody has filled it in. */
export const valueOf = (deal: Deal): Money | undefined => agreedValue(deal) ?? deal.amount;

/** No currency: the code that ISO 4217 keeps for it. */
export const NO_CURRENCY = 'XXX';

/** The currency that a deal is kept in: that of its value, else the first that anything on it is in. */
export function currencyOf({ deal, bills, milestones, changeOrders, timeEntries }: DealBooks): string {
  const value = valueOf(deal) ?? deal.amount ?? deal.cap ?? deal.retainerFee;
  if (value) return value.currency;
  const line = bills.flatMap(({ lines }) => lines)[0];
  const found =
    line?.net ??
    milestones.find(({ fee }) => fee)?.fee ??
    changeOrders.find(({ price }) => price)?.price ??
    timeEntries.find(({ billRate }) => billRate)?.billRate;
  return found?.currency ?? NO_CURRENCY;
}

function pricedOrders({ changeOrders }: DealBooks, statuses: readonly string[], left: NotCounted[]): readonly Part[] {
  return changeOrders.flatMap(({ id, status, price }) => {
    if (!statuses.includes(status)) return [];
    if (price) return [{ record: id, value: price }];
    left.push({ record: id, reason: t('no price') });
    return [];
  });
}

/** Ours, worth something, and dated after the signature; on the day itself it was part of what was signed. */
function creditsOf({ deal, concessions }: DealBooks, left: NotCounted[]): readonly Part[] {
  const { signedAt } = deal;
  if (signedAt === undefined || !isSignedDeal(deal)) return [];
  return concessions.flatMap(({ concession: { id, givenBy, value }, givenOn }) => {
    if (givenBy !== 'us' || value === undefined) return [];
    if (givenOn === undefined) left.push({ record: id, reason: t('no date') });
    return givenOn !== undefined && givenOn > signedAt ? [{ record: id, value }] : [];
  });
}

import type { Proposal, ProposalLine } from '../records/registry';
import { addMoney, formatMoney, multiplyMoney, sumMoney, totalsByCurrency, type Money } from '../values/money';
import { err, ok, type Result } from '../values/result';
import { offeredAs, type ProposalError } from './offer-line';
import { t } from '../values/texts';

/** What an offer comes to, net of tax, all in one currency. */
export interface OfferPrice {
  /** Work, and the options that were chosen. */
  readonly work: Money;
  /** Zero or negative. */
  readonly discounts: Money;
  /** Work less discounts. */
  readonly total: Money;
  /** Options that nobody chose yet: never in the total. */
  readonly options: Money;
}

/** The lines that make up the total. Options count once they are chosen; what is done for nothing never does. */
export const pricedLines = (lines: readonly ProposalLine[]): readonly ProposalLine[] =>
  lines.filter((line) => ['work', 'discount'].includes(offeredAs(line)) || (offeredAs(line) === 'option' && line.chosen));

/** Totals for show, one per currency: where there are two, the offer has no price until the lines agree. */
export const offerTotals = (lines: readonly ProposalLine[]): readonly Money[] => totalsByCurrency(pricesOf(pricedLines(lines)));

/** The price of an offer, or why it has none. Lines without a price count as nothing here; `heldBack` lists them. */
export function offerPrice(lines: readonly ProposalLine[]): Result<OfferPrice, ProposalError> {
  const currencies = [...new Set(pricesOf(lines).map(({ currency }) => currency))].sort();
  const [currency, ...others] = currencies;
  if (currency === undefined) return err({ message: t('No line has a price yet.') });
  if (others.length > 0)
    return err({ message: t('{{lines}} cannot be added up. Give every line a price in one currency.', { lines: totalsText(lines) }) });
  const of = (wanted: (line: ProposalLine) => boolean): Money => sumMoney(pricesOf(lines.filter(wanted)), currency);
  const work = of((line) => offeredAs(line) === 'work' || (offeredAs(line) === 'option' && line.chosen));
  const discounts = of((line) => offeredAs(line) === 'discount');
  return ok({ work, discounts, total: addMoney(work, discounts), options: of((line) => offeredAs(line) === 'option' && !line.chosen) });
}

/**
 * What the client signs with an offer: its total; of capped T&M the cap, of a retainer the fee for all periods
 * (product.md §4, "contracted"). The lines of those are an estimate of the work behind it.
 */
export function offerValue(terms: BillingTerms, lines: readonly ProposalLine[]): Result<Money, ProposalError> {
  const price = offerPrice(lines);
  if (!price.ok) return price;
  const value = agreedValue(terms) ?? price.value.total;
  return value.currency === price.value.total.currency
    ? ok(value)
    : err({
        message: t('The lines are in {{currency}}, the billing terms in {{currency2}}. Use one currency.', {
          currency: price.value.total.currency,
          currency2: value.currency,
        }),
      });
}

export type BillingTerms = Pick<Proposal, 'billingModel' | 'cap' | 'retainerFee' | 'retainerPeriod' | 'retainerPeriods'>;

/** The sum that the billing model itself fixes; nothing where the lines do, or where it is not filled in. */
export function agreedValue({ billingModel, cap, retainerFee, retainerPeriods }: BillingTerms): Money | undefined {
  if (billingModel === 'capped T&M') return cap;
  if (billingModel !== 'retainer' || !retainerFee || retainerPeriods === undefined) return undefined;
  return multiplyMoney(retainerFee, retainerPeriods);
}

const pricesOf = (lines: readonly ProposalLine[]): readonly Money[] => lines.flatMap(({ price }) => (price ? [price] : []));

const totalsText = (lines: readonly ProposalLine[]): string =>
  totalsByCurrency(pricesOf(lines))
    .map((total) => formatMoney(total, 'en'))
    .join(' and ');

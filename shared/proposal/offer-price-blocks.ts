import { heading, paragraph, plain, type Block, type Column, type Row, type Runs } from '../document/document';
import type { Money } from '../values/money';
import { agreedLines, openOptions, type OfferedLine, type OfferFacts } from './offer-facts';
import { offerWording, type OfferWording } from './offer-wording';
import { offerTotals, offerValue } from './pricing';
import { t } from '../values/texts';

/** Where the lines are described: `3` where they are 3.1, 3.2, 3.3. */
export type ScopeNumber = number;

interface Writing extends OfferWording {
  /** Hours stand in the table only where the offer says some. */
  readonly withHours: boolean;
}

/** Every agreed line with its hours and price, what was taken off, and the total of each currency. */
export function priceBlocks(facts: OfferFacts, lines: readonly OfferedLine[], scope: ScopeNumber): readonly Block[] {
  const writing = writingOf(facts, lines);
  const agreed = agreedLines(lines).map((line, at) => lineRow(line, `${scope}.${at + 1}`, writing));
  const off = lines.filter(({ as }) => as === 'discount').map((line) => discountRow(line, writing));
  const rows = [...agreed, ...off, ...totalRows(facts, lines, writing)];
  return [{ kind: 'table', columns: columnsOf(writing), rows }, paragraph(t('All prices are net of tax.'))];
}

/** Options that nobody took yet, priced apart; nothing where there are none. */
export function optionBlocks(facts: OfferFacts, lines: readonly OfferedLine[]): readonly Block[] {
  const options = openOptions(lines);
  if (options.length === 0) return [];
  const writing = writingOf(facts, lines);
  return [
    heading(2, t('Options')),
    paragraph(t('Not part of the total. Each is added to it, at this price, when the client takes it.')),
    { kind: 'table', columns: columnsOf(writing), rows: options.map((line) => lineRow(line, '', writing)) },
  ];
}

const writingOf = ({ firm }: OfferFacts, lines: readonly OfferedLine[]): Writing => ({
  ...offerWording(firm.language),
  withHours: lines.some(({ line }) => line.hours !== undefined),
});

const columnsOf = ({ withHours }: Writing): readonly Column[] => [
  { title: t('No.'), align: 'left', share: 0.09 },
  { title: t('Line'), align: 'left' },
  ...(withHours ? [{ title: t('Hours'), align: 'right', share: 0.13 } as const] : []),
  { title: t('Price'), align: 'right', share: 0.22 },
];

const rowOf = (number: string, what: readonly Runs[], hours: string, price: string, { withHours }: Writing): Row => ({
  cells: [[plain(number)], what, ...(withHours ? [[plain(hours)]] : []), [plain(price)]],
});

function lineRow({ line, as, title }: OfferedLine, number: string, writing: Writing): Row {
  const hours = line.hours === undefined ? '' : writing.hours(line.hours);
  const price = as === 'courtesy' ? t('without charge') : line.price ? writing.money(line.price) : t('to be agreed');
  return rowOf(number, [plain(title)], hours, price, writing);
}

const discountRow = ({ line, title }: OfferedLine, writing: Writing): Row =>
  rowOf('', [plain(t('Discount: {{title}}', { title }))], '', line.price ? writing.money(line.price) : '', writing);

/** Two currencies are never added. Where the billing model sets another sum than the lines, both stand there. */
function totalRows({ proposal }: OfferFacts, lines: readonly OfferedLine[], writing: Writing): readonly Row[] {
  const stored = lines.map(({ line }) => line);
  const totals = offerTotals(stored);
  const value = offerValue(proposal, stored);
  const isSetByTerms =
    value.ok && !totals.some(({ amount, currency }) => amount === value.value.amount && currency === value.value.currency);
  const name = isSetByTerms ? t('Estimate of the lines') : t('Total');
  return [
    ...totals.map((total) =>
      totalRow(totals.length > 1 ? t('{{name}} in {{currency}}', { name, currency: total.currency }) : name, total, writing),
    ),
    ...(isSetByTerms
      ? [totalRow(proposal.billingModel === 'retainer' ? t('Fee for all periods') : t('Upper limit'), value.value, writing)]
      : []),
  ];
}

const totalRow = (name: string, value: Money, writing: Writing): Row => ({
  ...rowOf('', [plain(name)], '', writing.money(value), writing),
  total: true,
});

import type { Fees } from '#shared/money/fees';
import { type FigureLine, figureLine } from './FigureList';
import { amountText } from './money-words';
import { t } from '#shared/values/texts';

/** What a client owes for a deal and how far that has come, as numbers under each other. */
export function feeLines(fees: Fees): readonly FigureLine[] {
  return [
    figureLine(t('Contracted'), fees.contracted, t('signed value + billed change orders − credits agreed'), { as: 'sum' }),
    figureLine(t('Signed value'), fees.signed, t('What was signed; of capped work the cap, of a retainer the fee of all periods.'), {
      as: 'part',
    }),
    figureLine(t('Billed change orders'), fees.changeOrders, t('Change orders that were decided to be billed.'), { as: 'part' }),
    figureLine(t('Credits agreed'), fees.credits, t('What we gave up after the signature; taken off.'), { as: 'part' }),
    figureLine(t('Billed'), fees.billed, t('Invoices issued less credit notes, net of tax'), { as: 'sum' }),
    figureLine(t('Paid'), fees.paid, t('What arrived for them, without the tax in it.'), { as: 'part' }),
    figureLine(t('Outstanding'), fees.outstanding, t('billed − paid'), {
      as: 'part',
      note: fees.overdue.value.amount > 0 ? t('{{value}} overdue', { value: amountText(fees.overdue.value) }) : undefined,
    }),
    figureLine(t('Pending'), fees.pending, t('contracted − billed = ready to bill + not yet billable'), { as: 'sum' }),
    figureLine(t('Ready to bill'), fees.ready, t('Milestones reached and approved hours that nobody has invoiced yet'), { as: 'part' }),
    figureLine(t('Not yet billable'), fees.notYetBillable, t('pending − ready to bill'), { as: 'part' }),
    ...beside(fees),
  ];
}

/** What is in none of the sums. */
function beside(fees: Fees): readonly FigureLine[] {
  const lines = [
    figureLine(t('Undecided change orders'), fees.undecided, t('Asked for and not decided, at their price. In none of the numbers above.')),
    figureLine(t('Beyond the cap'), fees.overCap, t('Approved hours that the cap leaves no room for. They cannot be billed.')),
  ];
  return [fees.undecided, fees.overCap].flatMap((figure, at) => (figure.value.amount > 0 && lines[at] ? [lines[at]] : []));
}

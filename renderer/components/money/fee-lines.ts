import type { Fees } from '#shared/money/fees';
import { type FigureLine, figureLine } from './FigureList';
import { amountText } from './money-words';

/** What a client owes for a deal and how far that has come, as numbers under each other. */
export function feeLines(fees: Fees): readonly FigureLine[] {
  return [
    figureLine('Contracted', fees.contracted, 'signed value + billed change orders − credits agreed', { as: 'sum' }),
    figureLine('Signed value', fees.signed, 'What was signed; of capped work the cap, of a retainer the fee of all periods.', {
      as: 'part',
    }),
    figureLine('Billed change orders', fees.changeOrders, 'Change orders that were decided to be billed.', { as: 'part' }),
    figureLine('Credits agreed', fees.credits, 'What we gave up after the signature; taken off.', { as: 'part' }),
    figureLine('Billed', fees.billed, 'Invoices issued less credit notes, net of tax', { as: 'sum' }),
    figureLine('Paid', fees.paid, 'What arrived for them, without the tax in it.', { as: 'part' }),
    figureLine('Outstanding', fees.outstanding, 'billed − paid', {
      as: 'part',
      note: fees.overdue.value.amount > 0 ? `${amountText(fees.overdue.value)} overdue` : undefined,
    }),
    figureLine('Pending', fees.pending, 'contracted − billed = ready to bill + not yet billable', { as: 'sum' }),
    figureLine('Ready to bill', fees.ready, 'Milestones reached and approved hours that nobody has invoiced yet', { as: 'part' }),
    figureLine('Not yet billable', fees.notYetBillable, 'pending − ready to bill', { as: 'part' }),
    ...beside(fees),
  ];
}

/** What is in none of the sums. */
function beside(fees: Fees): readonly FigureLine[] {
  const lines = [
    figureLine('Undecided change orders', fees.undecided, 'Asked for and not decided, at their price. In none of the numbers above.'),
    figureLine('Beyond the cap', fees.overCap, 'Approved hours that the cap leaves no room for. They cannot be billed.'),
  ];
  return [fees.undecided, fees.overCap].flatMap((figure, at) => (figure.value.amount > 0 && lines[at] ? [lines[at]] : []));
}

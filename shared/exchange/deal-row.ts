import type { Phase } from '../records/deal';
import { isAfterSignature } from './hubspot-stages';
import type { Row } from './table-row';
import { t } from '../values/texts';

/** Name, phase, amount and close date of a deal, as every CRM exports them. Gives the name. */
export function takeDeal(row: Row, nameWithout: string): string {
  const { notes, reading } = row;
  const name = row.cell('name') || nameWithout;
  if (row.cell('name') === '') notes.check(t('The deal has no name; “{{name}}” stands in for it.', { name }), row.header('name'));
  notes.values['name'] = name;
  takeStage(row);
  if (row.cell('amount') !== '')
    notes.take('amount', reading.money('amount', row.cell('amount'), row.cell('currency')), row.header('amount'));
  else if (row.has('amount')) notes.values['amount'] = null;
  takeCloseDate(row);
  return name;
}

function takeStage({ notes, reading, cell, header }: Row): void {
  const stage = cell('stage');
  const { phase, assumed } = reading.phase(cell('pipeline'), stage);
  notes.values['phase'] = phase;
  if (stage === '') notes.check(t('The deal has no stage; it comes in as discovery.'), header('stage'));
  else if (assumed)
    notes.check(t('“{{stage}}” is not a stage that is known here; it is taken as {{phase}}.', { stage, phase }), header('stage'), stage);
}

/** The close date of a deal that is won is the day it was signed; of any other, the day it is expected to be. */
function takeCloseDate({ notes, reading, has, cell, header }: Row): void {
  if (!has('closeDate')) return;
  const field = isAfterSignature(notes.values['phase'] as Phase) ? 'signedAt' : 'expectedClose';
  const text = cell('closeDate');
  if (text === '') {
    if (field === 'signedAt')
      notes.check(t('The deal is won, but has no close date: the day of its signature is not known.'), header('closeDate'));
    notes.values[field] = null;
    return;
  }
  const read = reading.date('closeDate', text);
  notes.take(field, read.ok ? { ok: true, value: read.value.date } : read, header('closeDate'));
}

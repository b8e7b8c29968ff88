import { IconAlertTriangle, IconFileDiff, type Icon } from '@tabler/icons-react';
import type { Notable } from '#shared/records/register';
import { isOfType, type ChangeOrder, type Ticket } from '#shared/records/registry';
import { sentence } from '../../../components/FieldValue';
import { kindOfPromise, type PromiseRecord } from '../../../data/reads/promises';
import { REGISTERS, registerOf } from '../promises/promise-kinds';
import { t } from '#shared/values/texts';

/** What words of a moment can become: a promise, a line of scope, a request beyond what was sold, or an incident. */
export type Makeable = Notable | 'changeOrder' | 'incident';

/** What was made from words, and is marked in them. */
export type MadeRecord = PromiseRecord | ChangeOrder | Ticket;

interface MakeableFace {
  readonly kind: Makeable;
  readonly icon: Icon;
  readonly label: string;
}

/** In the order of the bar; a digit on the keyboard stands for the place. */
export const MAKEABLE: readonly MakeableFace[] = [
  ...REGISTERS,
  { kind: 'changeOrder', icon: IconFileDiff, label: t('Change order') },
  { kind: 'incident', icon: IconAlertTriangle, label: t('Incident') },
];

export function labelOfMade(record: MadeRecord): string {
  if (isOfType('changeOrder', record.id)) return t('Change order');
  if (isOfType('ticket', record.id)) return sentence((record as Ticket).kind);
  return registerOf(kindOfPromise(record as PromiseRecord)).label;
}

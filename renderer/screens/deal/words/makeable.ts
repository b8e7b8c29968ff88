import { IconAlertTriangle, IconFileDiff, IconMessageQuestion, IconSpeakerphone, type Icon } from '@tabler/icons-react';
import type { Notable } from '#shared/records/register';
import { isOfType, type ChangeOrder, type Ticket } from '#shared/records/registry';
import { sentence } from '../../../components/FieldValue';
import { kindOfPromise, type PromiseRecord } from '../../../data/reads/promises';
import { REGISTERS, registerOf } from '../promises/promise-kinds';
import { t } from '#shared/values/texts';

/** What words of a moment can become: a promise, a line of scope, a request beyond what was sold, or work of the delivery. */
export type Makeable = Notable | 'changeOrder' | 'incident' | 'question' | 'escalation';

/** What was made from words, and is marked in them. */
export type MadeRecord = PromiseRecord | ChangeOrder | Ticket;

interface MakeableFace {
  readonly kind: Makeable;
  readonly icon: Icon;
  readonly label: string;
}

/** In the order of the bar. */
export const MAKEABLE: readonly MakeableFace[] = [
  ...REGISTERS,
  { kind: 'changeOrder', icon: IconFileDiff, label: t('Change order') },
  { kind: 'incident', icon: IconAlertTriangle, label: t('Incident') },
  { kind: 'question', icon: IconMessageQuestion, label: t('Question') },
  { kind: 'escalation', icon: IconSpeakerphone, label: t('Escalation') },
];

/** The key that makes the one at this place: 1 to 9, then 0. The last has none; the arrows lead to it. */
export const keyAt = (place: number): string | undefined => '1234567890'[place];

/** What a key makes. */
export const madeBy = (key: string): Makeable | undefined => MAKEABLE.find((_face, place) => keyAt(place) === key)?.kind;

export function labelOfMade(record: MadeRecord): string {
  if (isOfType('changeOrder', record.id)) return t('Change order');
  if (isOfType('ticket', record.id)) return sentence((record as Ticket).kind);
  return registerOf(kindOfPromise(record as PromiseRecord)).label;
}

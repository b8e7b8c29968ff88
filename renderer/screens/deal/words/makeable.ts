import { IconFileDiff, type Icon } from '@tabler/icons-react';
import type { Notable } from '#shared/records/register';
import { isOfType, type ChangeOrder } from '#shared/records/registry';
import { kindOfPromise, type PromiseRecord } from '../../../data/reads/promises';
import { REGISTERS, registerOf } from '../promises/promise-kinds';

/** What words of a moment can become: a promise, a line of scope, or a request beyond what was sold. */
export type Makeable = Notable | 'changeOrder';

/** What was made from words, and is marked in them. */
export type MadeRecord = PromiseRecord | ChangeOrder;

interface MakeableFace {
  readonly kind: Makeable;
  readonly icon: Icon;
  readonly label: string;
}

/** In the order of the bar; a digit on the keyboard stands for the place. */
export const MAKEABLE: readonly MakeableFace[] = [...REGISTERS, { kind: 'changeOrder', icon: IconFileDiff, label: 'Change order' }];

export const labelOfMade = (record: MadeRecord): string =>
  isOfType('changeOrder', record.id) ? 'Change order' : registerOf(kindOfPromise(record as PromiseRecord)).label;

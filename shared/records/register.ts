import type { AnyRecord, RecordType } from './registry';
import { typeOf } from './registry';

/** The six registers of what was said and settled on a deal, in the order of the screen. */
export const REGISTERS = [
  'commitment',
  'concession',
  'objection',
  'decision',
  'constraint',
  'priority',
] as const satisfies readonly RecordType[];
export type Register = (typeof REGISTERS)[number];

/** What words of a moment can become: a promise of one of the registers, or a line of scope. */
export const NOTABLE = [...REGISTERS, 'scopeLine'] as const;
export type Notable = (typeof NOTABLE)[number];

export function isPromise(record: AnyRecord): record is Extract<AnyRecord, { readonly id: `${Register}:${string}` }> {
  const type = typeOf(record.id);
  return type !== undefined && (REGISTERS as readonly RecordType[]).includes(type);
}

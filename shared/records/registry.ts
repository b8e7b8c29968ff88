import { defineRecord, text, choice, members, type RecordOfDefinition } from './define-record';
const deal = defineRecord({
  type: 'deal',
  label: 'Deal',
  plural: 'Deals',
  ledger: 'team',
  writers: ['AE'],
  fields: {
    name: text({ label: 'Name', merge: 'plain', required: true }),
    phase: choice(['a', 'b'], { label: 'Phase', merge: 'guarded', required: true }),
    why: text({ label: 'w', merge: 'longText' }),
    buyers: members('contact', { label: 'Buyers', merge: 'plain' }),
  },
});
export const REGISTRY = { deal } as const;
export type RecordType = keyof typeof REGISTRY;
export type RecordOf<T extends RecordType> = RecordOfDefinition<(typeof REGISTRY)[T]>;
export type Deal = RecordOf<'deal'>;
export const f = (d: Deal): 'a' | 'b' => d.phase;
export const g = (d: Deal): readonly `contact:${string}`[] => d.buyers;
export const h = (d: Deal): string | undefined => d.why;

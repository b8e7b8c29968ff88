import type { Notable } from '#shared/records/register';
import type { Id } from '#shared/records/define-record';
import type { Values } from '#shared/records/parse';
import type { FieldOf } from '#shared/records/registry';

/** What is asked when a record is made; everything else can be filled in where it stands. */
export const FORM_FIELDS: { readonly [K in Notable]: readonly FieldOf<K>[] } = {
  commitment: ['text', 'madeBy', 'madeTo', 'madeAt', 'channel', 'kind', 'inSow'],
  concession: ['text', 'givenBy', 'value', 'givenAt'],
  objection: ['text', 'raisedBy', 'category'],
  decision: ['text', 'why', 'decidedBy', 'decidedAt'],
  constraint: ['text', 'by', 'strength'],
  priority: ['text', 'contact', 'rank'],
  scopeLine: ['title', 'included', 'why', 'origin', 'status'],
};

/** What is shown of a record beside its words, its quote and its source. */
export const DETAIL_FIELDS: { readonly [K in Notable]: readonly FieldOf<K>[] } = {
  commitment: ['madeBy', 'madeTo', 'madeAt', 'channel', 'kind', 'inSow', 'scopeLine', 'worksAround', 'decision', 'fulfilment'],
  concession: ['givenBy', 'value', 'givenAt', 'approvedBy'],
  objection: ['raisedBy', 'category', 'resolution', 'resolvedBy', 'resolvedAt'],
  decision: ['options', 'why', 'decidedBy', 'decidedAt', 'supersedes'],
  constraint: ['by', 'strength'],
  priority: ['contact', 'rank'],
  scopeLine: [
    'status',
    'origin',
    'why',
    'included',
    'excluded',
    'assumptions',
    'acceptanceTest',
    'plannedHours',
    'role',
    'price',
    'touches',
  ],
};

/** What a record made by hand begins with: today, by the person who sits here. */
export function handmade(me: Id<'person'>, today: string): { readonly [K in Notable]: Values<K> } {
  return {
    commitment: { madeBy: me, madeAt: today, decision: 'open', fulfilment: 'open' },
    concession: { givenBy: 'us', givenAt: today },
    objection: {},
    decision: { decidedAt: today },
    constraint: { strength: 'must' },
    priority: {},
    scopeLine: { origin: 'assumption', status: 'proposed' },
  };
}

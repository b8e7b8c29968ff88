import fc from 'fast-check';
import { expect } from 'vitest';
import type { RecordId } from '#shared/ledger/entry';
import { law } from '../../test/law';
import { RefIndex, RefIndexBuild } from './ref-index';

const TARGETS = ['deal:A', 'deal:B', 'deal:C'];
type Values = Readonly<Record<string, string>> | undefined;

/** What happens while an index is made: a few more records are taken up, or a record changes, or comes. */
const step = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.record({ record: fc.integer({ min: 0, max: 11 }), deal: fc.option(fc.constantFrom(...TARGETS)) }),
);

law(
  'an index that is made in slices while records change is the one that is made at once of what they have become',
  fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
    const ids: RecordId[] = Array.from({ length: 8 }, (_, n): RecordId => `timeEntry:${n}`);
    const values = new Map<RecordId, Values>(ids.map((id, n) => [id, { deal: TARGETS[n % 3] ?? 'deal:A' }]));
    const build = new RefIndexBuild('deal', ids, (id) => values.get(id));
    for (const one of steps) {
      if (typeof one === 'number') build.go(one);
      else {
        const id: RecordId = `timeEntry:${one.record}`;
        const before = values.get(id);
        const after: Values = one.deal === null ? {} : { deal: one.deal };
        if (!ids.includes(id)) ids.push(id);
        values.set(id, after);
        build.move(id, before, after);
      }
    }
    expect(build.go(Infinity)).toBe(true);
    const whole = new RefIndex('deal');
    for (const id of ids) whole.move(id, undefined, values.get(id));
    const read = (index: RefIndex): unknown =>
      TARGETS.map((target) => {
        let found: readonly RecordId[] = [];
        index.read(target, (held) => {
          found = held;
          return [];
        });
        return found.toSorted();
      });
    expect(read(build.index)).toEqual(read(whole));
  }),
);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PageIndex } from './page-index';

test('the pages of a deal are those that were filed under it, and no other', () => {
  const index = new PageIndex();
  index.note('p1', ['deal:a', 'account:x']);
  index.note('p2', ['deal:b']);
  index.note('p3', ['deal:a']);
  expect(index.pagesOf(['deal:a']).sort()).toEqual(['p1', 'p3']);
  expect(index.pagesOf(['deal:b', 'account:x']).sort()).toEqual(['p1', 'p2']);
  expect(index.pagesOf(['deal:never'])).toEqual([]);
});

test('a record that moved to another deal is found from there, with what it was before', () => {
  const index = new PageIndex();
  index.note('p1', ['deal:a']);
  index.note('p2', ['deal:b']);
  index.join('deal:a', 'deal:b');
  expect(index.pagesOf(['deal:b']).sort()).toEqual(['p1', 'p2']);
  expect(index.pagesOf(['deal:a'])).toEqual(['p1']);
});

test('a small page that was cut in two by folding leads to both halves', () => {
  const index = new PageIndex();
  for (const page of ['s1', 's2', 's3']) index.note(page, [`deal:${page}`]);
  index.fold('f1', ['s1', 's2']);
  index.fold('f2', ['s2', 's3']);
  expect(index.pagesOf(['deal:s1'])).toEqual(['f1']);
  expect(index.pagesOf(['deal:s2']).sort()).toEqual(['f1', 'f2']);
  expect(index.pages).toEqual(['f1', 'f2']);
  index.fold('g', ['f1', 'f2']);
  expect(index.pagesOf(['deal:s2'])).toEqual(['g']);
});

/** What may happen to the pages of a ledger, in any order. */
const happenings = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('note' as const), page: fc.integer({ min: 0, max: 30 }), deal: fc.integer({ min: 0, max: 5 }) }),
    fc.record({ kind: fc.constant('join' as const), from: fc.integer({ min: 0, max: 5 }), to: fc.integer({ min: 0, max: 5 }) }),
    fc.record({
      kind: fc.constant('fold' as const),
      page: fc.integer({ min: 31, max: 60 }),
      gone: fc.array(fc.integer({ min: 0, max: 30 })),
    }),
  ),
  { maxLength: 60 },
);

test('packing and unpacking changes no answer, whatever happened before', () => {
  fc.assert(
    fc.property(happenings, (all) => {
      const index = new PageIndex();
      for (const one of all) {
        if (one.kind === 'note') index.note(`p${one.page}`, [`deal:${one.deal}`]);
        else if (one.kind === 'join') index.join(`deal:${one.from}`, `deal:${one.to}`);
        else
          index.fold(
            `p${one.page}`,
            one.gone.map((gone) => `p${gone}`),
          );
      }
      const copy = PageIndex.unpack(JSON.parse(JSON.stringify(index.pack())));
      for (let deal = 0; deal <= 5; deal += 1)
        expect(copy.pagesOf([`deal:${deal}`]).sort()).toEqual(index.pagesOf([`deal:${deal}`]).sort());
      expect([...copy.pages].sort()).toEqual([...index.pages].sort());
    }),
    { numRuns: 1_000 },
  );
});

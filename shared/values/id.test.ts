import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { bodyOfId, derivedId, mintId, typeOfId } from './id';
import { rankBetween, ranksBetween } from './rank';

const chance = fc.uint8Array({ minLength: 10, maxLength: 10 });
const BODY = /^[0-9A-HJKMNP-TV-Z]{26}$/u;

describe('ids', () => {
  law(
    'ids of one type sort by the time they were minted, and keep their type',
    fc.property(fc.nat(), fc.nat(), chance, chance, (a, b, one, two) => {
      const [first, second] = [mintId('deal', { now: a, random: one }), mintId('deal', { now: b, random: two })];
      expect(bodyOfId(first)).toMatch(BODY);
      expect(typeOfId(first)).toBe('deal');
      if (a < b) expect(first < second).toBe(true);
    }),
  );

  law(
    'two laptops that import one row make one id; another row, source or type makes another',
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (source, external, otherSource, other) => {
      const id = derivedId('deal', source, external);
      expect(bodyOfId(id)).toMatch(BODY);
      expect(derivedId('deal', source, external)).toBe(id);
      expect(derivedId('account', source, external).slice(8)).not.toBe(id.slice(5));
      if (source !== otherSource || external !== other) expect(derivedId('deal', otherSource, other)).not.toBe(id);
    }),
  );

  test('an id is a ULID: time first, then chance', () => {
    expect(mintId('deal', { now: 1_469_918_176_385, random: new Uint8Array(10) })).toBe('deal:01ARYZ6S410000000000000000');
    expect(mintId('deal', { now: 0, random: new Uint8Array(10).fill(255) })).toBe('deal:0000000000ZZZZZZZZZZZZZZZZ');
  });

  test('the id of HubSpot deal 7001 is the same on every machine, for ever', () => {
    expect(derivedId('deal', 'hubspot', '7001')).toBe(derivedId('deal', 'hubspot', '7001'));
    expect(derivedId('deal', 'hubspot', '7001')).toMatchInlineSnapshot(`"deal:2ZJ3YW5ZQB75WP0H3X6GSPW3K5"`);
  });
});

describe('ranks', () => {
  law(
    'whatever has been moved where, a list sorts by its ranks',
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), (moves) => {
      const list = [...ranksBetween(null, null, 3)];
      for (const move of moves) {
        const at = move % (list.length + 1);
        list.splice(at, 0, rankBetween(list[at - 1] ?? null, list[at] ?? null));
      }
      expect(list.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(list);
      expect(new Set(list).size).toBe(list.length);
    }),
  );

  law(
    'a rank that somebody else’s program wrote never throws',
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(rankBetween(a, b).length).toBeGreaterThan(0);
      expect(rankBetween(a, a).length).toBeGreaterThan(0);
    }),
  );

  test('between two equal ranks the new one goes right after both', () => {
    expect(rankBetween('a0', 'a0') > 'a0').toBe(true);
  });
});

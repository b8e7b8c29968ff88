import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '../ledger/command';
import { recordsFrom } from '../records/records-from';
import type { ScopeLine } from '../records/registry';
import { scopeLinesOf } from './live-line';
import { moveLine, placesAt } from './line-order';

type Ranks = readonly (string | undefined)[];
const records = (ranks: Ranks) =>
  recordsFrom(
    ranks.map((rank, at) => ({
      id: `scopeLine:${at}` as const,
      values: { deal: 'deal:1', title: String(at), status: 'in', ...(rank === undefined ? {} : { rank }) },
    })),
  );
const inOrder = (ranks: Ranks): readonly ScopeLine[] => scopeLinesOf(records(ranks), 'deal:1');
const titles = (lines: readonly ScopeLine[]) => lines.map(({ title }) => title);

/** The lines in their order after the command. */
function after(ranks: Ranks, { changes }: Command): readonly string[] {
  const set = new Map(changes.map((change) => [change.record as string, change.set['rank'] as string]));
  return titles(inOrder(ranks.map((rank, at) => set.get(`scopeLine:${at}`) ?? rank)));
}

describe('the order of lines', () => {
  test('is by rank; lines without one come last', () => {
    expect(titles(inOrder(['a1', undefined, 'a0']))).toEqual(['2', '0', '1']);
  });

  test('changes by one rank where there is room, so that two people may move different lines offline', () => {
    const ranks = ['a0', 'a1', 'a2'];
    const lines = inOrder(ranks);
    const command = moveLine(lines, lines[2] as ScopeLine, { before: lines[1] as ScopeLine });
    expect(command).toMatchObject({ act: 'scopeLine.move', deal: 'deal:1' });
    expect(command.changes).toHaveLength(1);
    expect(after(ranks, command)).toEqual(['0', '2', '1']);
  });

  test('does not change where a line is put where it stands', () => {
    const lines = inOrder(['a0', 'a1']);
    expect(moveLine(lines, lines[0] as ScopeLine, { before: lines[1] as ScopeLine }).changes).toEqual([]);
    expect(moveLine(lines, lines[1] as ScopeLine, 'end').changes).toEqual([]);
  });

  // Equal ranks come of two people adding at one place offline, none of words that were made a line.
  const anyRanks = fc.array(fc.constantFrom('a0', 'a1', 'a1', 'a2', 'a0V', undefined), { minLength: 2, maxLength: 9 });

  test('puts a line right before or after another one, whatever the ranks are, and keeps the others in order', () => {
    fc.assert(
      fc.property(anyRanks, fc.nat(), fc.nat(), fc.boolean(), (ranks, which, where, isBefore) => {
        const lines = inOrder(ranks);
        const line = lines[which % lines.length] as ScopeLine;
        const target = lines[where % lines.length] as ScopeLine;
        if (line.id === target.id) return;
        const moved = after(ranks, moveLine(lines, line, isBefore ? { before: target } : { after: target }));
        const others = titles(lines).filter((title) => title !== line.title);
        const at = others.indexOf(target.title) + (isBefore ? 0 : 1);
        expect(moved).toEqual([...others.slice(0, at), line.title, ...others.slice(at)]);
      }),
    );
  });

  test('has a place for any number of new lines, whatever the ranks are', () => {
    fc.assert(
      fc.property(anyRanks, fc.nat(), fc.integer({ min: 1, max: 5 }), (ranks, where, count) => {
        const lines = inOrder(ranks);
        const target = lines[where % lines.length] as ScopeLine;
        const { at, ranks: fresh, makingRoom } = placesAt(lines, { after: target }, count);
        const set = new Map(makingRoom.flatMap(({ changes }) => changes.map((one) => [one.record as string, one.set['rank'] as string])));
        const all = [...ranks.map((rank, index) => set.get(`scopeLine:${index}`) ?? rank), ...fresh];
        const added = fresh.map((_, index) => String(ranks.length + index));
        const order = titles(inOrder(all));
        expect(order.slice(at, at + count).toSorted()).toEqual(added.toSorted());
        expect(order.filter((title) => !added.includes(title))).toEqual(titles(lines));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { appendEntries, type AppendEnv, type ChainTip } from './chain';
import type { Command } from './command';
import { ARCHIVED, isEntry, isRedacted, type Entry, type Json } from './entry';
import { Fold } from './fold';
import { hashEntry } from './hash';
import { isWellFormed } from './json-check';
import { parseItem } from './parse-entry';
import { aWorld, kindOf } from './testing/world';
import { fullHashOf } from './verify-chain';

const envOf = (fold: Fold, now = Date.UTC(2026, 0, 5, 9)): AppendEnv => ({
  device: 'a'.repeat(16),
  by: 'person:P',
  now,
  random: (bytes) => new Uint8Array(bytes).fill(7),
  fold,
});

function append(fold: Fold, tip: ChainTip | undefined, command: Command): { readonly entries: readonly Entry[]; readonly tip: ChainTip } {
  const appended = appendEntries(tip, command, envOf(fold));
  if (!appended.ok) throw new Error(appended.error.message);
  fold.add(appended.value.entries);
  return appended.value;
}

describe('writing', () => {
  law(
    'whatever a command asks for, what is written is what everybody’s door lets in, or nothing with a reason',
    fc.property(
      fc.dictionary(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), fc.jsonValue(), { maxKeys: 8 }),
      fc.string({ unit: 'binary' }),
      (set, why) => {
        const appended = appendEntries(
          undefined,
          { act: 'deal.edit', why, changes: [{ record: 'deal:A', set: set as Record<string, Json> }] },
          envOf(new Fold(kindOf)),
        );
        if (!appended.ok) expect(appended.error.message).not.toBe('');
        for (const entry of appended.ok ? appended.value.entries : []) {
          expect(parseItem(JSON.parse(JSON.stringify(entry))).ok).toBe(true);
          expect(isWellFormed(JSON.stringify(entry))).toBe(true);
        }
      },
    ),
  );

  law(
    'each entry names the full hash of the one before it, and times on one device only rise',
    fc.property(aWorld(), (world) => {
      for (const item of world.items) {
        const before = world.items.filter((other) => fullHashOf(other) === item.prev);
        expect(before).toHaveLength(item.prev === '' ? 0 : 1);
        for (const other of before) if (isEntry(item) && isEntry(other)) expect(item.at > other.at).toBe(true);
      }
    }),
  );

  test('half a character in a name is written as a replacement character', () => {
    const fold = new Fold(kindOf);
    append(fold, undefined, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name: 'A\ud83d' } }] });
    expect(fold.get('deal:A')?.values['name']).toBe('A\ufffd');
  });

  test('an integer beyond 2^53 is refused with a sentence, and so is one edit of more than 128 KiB', () => {
    const fold = new Fold(kindOf);
    const problem = (set: Record<string, Json>) => {
      const appended = appendEntries(undefined, { act: 'deal.edit', changes: [{ record: 'deal:A', set }] }, envOf(fold));
      return appended.ok ? undefined : appended.error;
    };
    expect(problem({ n: 2 ** 53 })).toEqual({ problem: 'not writable', message: 'This cannot be saved: an integer beyond 2^53.' });
    expect(problem({ body: 'x'.repeat(140_000) })?.problem).toBe('too large');
    expect(problem({ body: 'ü'.repeat(70_000) })?.problem).toBe('too large');
    expect(problem({ body: 'x'.repeat(120_000) })).toBeUndefined();
  });

  test('an edit is over what its author had in view, not over what arrived while they typed', () => {
    const fold = new Fold(kindOf);
    const one = append(fold, undefined, { act: 'deal.create', changes: [{ record: 'deal:A', set: { name: 'Renewal' } }] });
    const two = append(fold, one.tip, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name: 'Renewal 2027' } }] });
    const saw = { name: [one.entries[0]?.id ?? ''] };
    append(fold, two.tip, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { name: 'Big renewal' }, saw }] });
    expect(fold.clashes()).toMatchObject([{ field: 'name', sides: [{ value: 'Big renewal' }, { value: 'Renewal 2027' }] }]);
  });

  test('archiving witnesses every field, and an edit of an archived record witnesses the archiving', () => {
    const fold = new Fold(kindOf);
    const made = append(fold, undefined, { act: 'deal.create', changes: [{ record: 'deal:A', set: { name: 'x', rank: 'a0' } }] });
    const gone = append(fold, made.tip, { act: 'deal.archive', changes: [{ record: 'deal:A', set: { [ARCHIVED]: true } }] });
    const late = append(fold, gone.tip, { act: 'deal.edit', changes: [{ record: 'deal:A', set: { rank: 'a1' } }] });
    const over = (entry: Entry | undefined) => Object.keys(entry?.edits[0]?.over ?? {}).toSorted();
    expect(over(gone.entries[0])).toEqual(['name', 'rank']);
    expect(over(late.entries[0])).toEqual(['archived', 'rank']);
  });

  test('two changes of one record are one edit, and an act that freezes carries what its author had', () => {
    const fold = new Fold(kindOf);
    const { entries } = append(fold, undefined, {
      act: 'deal.win',
      freezes: true,
      changes: [
        { record: 'deal:A', set: { phase: 'kickoff' } },
        { record: 'deal:A', set: { signedAt: '2026-01-05' } },
      ],
    });
    expect(entries[0]?.edits.map((edit) => !isRedacted(edit) && edit.set)).toEqual([{ phase: 'kickoff', signedAt: '2026-01-05' }]);
    expect(entries[0]?.have).toEqual({});
    const next = append(
      fold,
      { seq: 1, hash: hashEntry(entries[0] as Entry).hash, at: entries[0]?.at ?? '' },
      { act: 'deal.accept', freezes: true, changes: [] },
    );
    expect(next.entries[0]?.have).toEqual({ [envOf(fold).device]: { tips: [{ seq: 1, hash: hashEntry(entries[0] as Entry).hash }] } });
  });
});

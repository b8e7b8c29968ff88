import { expect, test } from 'vitest';
import { Dice } from './dice';
import { DEEDS } from './random-commands';
import { simulate, type Outcome } from './simulate';
import type { Beginning, Cast, RoleSet, Scene } from './story';

// What the simulation found, each as the smallest story that showed it.

const SECOND = 1_000;
const MINUTE = 60_000;

const cast = (...others: readonly (readonly [RoleSet, Beginning])[]): readonly Cast[] =>
  [[['partner', 'admin'], 'began offline'] as const, ...others].map(([roles, beginning], at) => ({
    name: `device ${at + 1}`,
    user: `user${at + 1}`,
    roles,
    beginning,
  }));

/** A deed by its name, thrown so that it is what is meant. */
const deed = (at: number, who: number, name: string, meant: (dice: Dice) => boolean = () => true): Scene => {
  let seed = 1;
  while (!meant(new Dice(seed))) seed += 1;
  return { at, who, what: 'deed', deed: DEEDS.findIndex(([, one]) => one === name), seed };
};
const takesBack = (at: number, who: number): Scene => deed(at, who, 'takes back what was refused', (dice) => !dice.chance(0.3));

/** Plays it; everything that must hold at the end of any story holds at the end of this one. */
async function holds(who: readonly Cast[], scenes: readonly Scene[], seed = 1): Promise<Outcome> {
  const outcome = await simulate({ seed, cast: who, hasServer: true, scenes: scenes.toSorted((a, b) => a.at - b.at) });
  expect(outcome.troubles).toEqual([]);
  return outcome;
}

test('somebody whose person was put away says once who they are, not for ever', async () => {
  const undone = [deed(2 * MINUTE, 0, 'undoes'), deed(2 * MINUTE + SECOND, 0, 'undoes'), deed(2 * MINUTE + 2 * SECOND, 0, 'undoes')];
  const { entries } = await holds(cast([['AE'], 'by file']), undone);
  expect(entries).toBeLessThan(12);
});

test('what was refused is kept, whenever its author is killed while taking it back', async () => {
  for (let steps = 0; steps < 40; steps += 4) {
    await holds(cast([['AE'], 'joins']), [
      { at: 90 * SECOND, who: 1, what: 'server refuses', of: 1, rest: 0, for: 4 * MINUTE },
      deed(2 * MINUTE, 1, 'opens a deal'),
      takesBack(3 * MINUTE, 1),
      { at: 3 * MINUTE, who: 1, what: 'killed', steps, down: 500 },
    ]);
  }
});

test('what a device wrote under its former id, and the server refused for a while, is sent in the end', () =>
  holds(cast([['AE'], 'joins']), [
    { at: 90 * SECOND, who: 1, what: 'disk image' },
    deed(100 * SECOND, 1, 'opens a deal'),
    { at: 120 * SECOND, who: 1, what: 'offline', for: 2 * MINUTE },
    { at: 121 * SECOND, who: 1, what: 'image restored' },
    { at: 125 * SECOND, who: 1, what: 'server refuses', of: 1, rest: 0, for: 5 * MINUTE },
    deed(130 * SECOND, 1, 'opens a deal'),
  ]));

test('a device that is put back to before its entry was taken back still says what the entry said', () =>
  holds(cast([['AE'], 'began offline']), [
    { at: 0, who: 1, what: 'disk image' },
    { at: 3 * MINUTE, who: 1, what: 'image restored' },
  ]));

test('a clock that was days ahead and is put right keeps nobody from what others write', () =>
  holds(cast([['finance'], 'joins']), [
    deed(70 * SECOND, 0, 'opens a deal'),
    { at: 80 * SECOND, who: 0, what: 'clock', skew: 2 * 24 * 60 * MINUTE },
    { at: 4 * MINUTE, who: 0, what: 'clock', skew: 0 },
    deed(5 * MINUTE, 1, 'enters a cost'),
  ]));

test('costs that were entered offline as finance, and may no longer be sent, reach the books through a colleague', () =>
  holds(cast([['AE'], 'joins']), [
    deed(70 * SECOND, 0, 'opens a deal'),
    { at: 80 * SECOND, who: 1, what: 'loses a role offline', seed: 3 },
  ]));

const snapshotThenFolded = (at: number): readonly Scene[] => [
  { at, who: 0, what: 'tidies up', how: 'snapshot' },
  { at: at + 20 * SECOND, who: 0, what: 'tidies up', how: 'pages' },
  { at: at + 30 * SECOND, who: 0, what: 'killed', steps: 0, down: 500 },
];

test('a start from a snapshot, after small pages were folded, goes on with the same chain', () =>
  holds(cast([['consultant'], 'joins']), [
    deed(70 * SECOND, 0, 'opens a deal'),
    deed(71 * SECOND, 0, 'opens a deal'),
    ...snapshotThenFolded(80 * SECOND),
    deed(120 * SECOND, 0, 'opens a deal'),
  ]));

test('a start from a snapshot, after small pages were folded, merges two texts as everybody else does', async () => {
  const story: readonly Scene[] = [
    deed(70 * SECOND, 0, 'opens a deal'),
    deed(72 * SECOND, 0, 'works on a ticket'),
    { at: 80 * SECOND, who: 0, what: 'tidies up', how: 'snapshot' },
    deed(100 * SECOND, 0, 'leaves an editor open, or saves one'),
    { at: 140 * SECOND, who: 0, what: 'tidies up', how: 'pages' },
    { at: 150 * SECOND, who: 0, what: 'killed', steps: 0, down: 500 },
  ];
  for (let seed = 1; seed <= 8; seed += 1) {
    const edits: readonly Scene[] = [
      { ...deed(110 * SECOND, 0, 'works on a ticket'), seed } as Scene,
      { ...deed(112 * SECOND, 0, 'leaves an editor open, or saves one'), seed } as Scene,
    ];
    await holds(cast([['consultant'], 'joins']), [...story, ...edits]);
  }
});

test('what was made with a newer app, and cannot be undone with this one, is left as it is', () =>
  holds(cast([['AE'], 'joins']), [
    ...[1, 2, 3, 4].map((seed): Scene => ({ at: (70 + seed) * SECOND, who: 0, what: 'newer app', seed })),
    { at: 80 * SECOND, who: 0, what: 'killed', steps: 0, down: 500 },
    deed(90 * SECOND, 0, 'undoes'),
  ]));

import { expect, test } from 'vitest';
import { shrunken, toldStory } from './shrink';
import { simulateSeed } from './simulate';

/** Seeds in one test: few enough that one that fails is found soon, many enough to tell their figures together. */
const IN_ONE_TEST = 25;

/** Seeds of `npm test`; `npm run sim` asks for others. */
const COUNT = Number(process.env['SIM_SEEDS'] ?? 500);
const FROM = Number(process.env['SIM_FROM'] ?? 1);
/** Files that share the seeds, so that all cores have some. */
const SHARES = Number(process.env['SIM_SHARES'] ?? 4);

/** Plays one share of the stories, each to its end. One that fails is told in as few steps as it takes. */
export function playShare(share: number): void {
  const [from, to] = [share - 1, share].map((part) => FROM + Math.round((COUNT * part) / SHARES)) as [number, number];
  for (let first = from; first < to; first += IN_ONE_TEST) {
    const last = Math.min(first + IN_ONE_TEST, to) - 1;
    test(`stories ${first} to ${last} end with everybody in step and nothing lost`, () => playAll(first, last), 900_000);
  }
}

async function playAll(first: number, last: number): Promise<void> {
  const sum = { entries: 0, requests: 0, steps: 0, deeds: 0 };
  for (let seed = first; seed <= last; seed += 1) {
    const outcome = await simulateSeed(seed);
    if (outcome.troubles.length > 0) expect.fail(toldStory(await shrunken(outcome)));
    sum.entries += outcome.entries;
    sum.requests += outcome.requests;
    sum.steps += outcome.steps;
    sum.deeds += outcome.story.scenes.filter(({ what }) => what === 'deed').length;
  }
  console.info(`stories ${first}–${last}: ${sum.deeds} deeds, ${sum.entries} entries, ${sum.requests} requests, ${sum.steps} steps`);
}

import { simulate, type Outcome } from './simulate';
import { toldOf } from './story';

/** Runs that a shrinking may take. */
const MOST_RUNS = 250;

/**
 * The same failure with as few scenes and devices as possible (delta debugging): scenes are left out by halves, quarters,
 * and at last one by one, as long as something still does not hold.
 */
export async function shrunken(failed: Outcome): Promise<Outcome> {
  const search = { best: failed, runs: 0 };
  for (let size = failed.story.scenes.length; search.runs < MOST_RUNS;) {
    size = Math.max(1, Math.ceil(size / 2));
    const before = search.best.story.scenes.length;
    await leaveOut(search, size);
    if (size === 1 && search.best.story.scenes.length === before) break;
  }
  return search.best;
}

/** Leaves out every run of `size` scenes without which the story still fails. */
async function leaveOut(search: { best: Outcome; runs: number }, size: number): Promise<void> {
  for (let from = 0; from < search.best.story.scenes.length && search.runs < MOST_RUNS;) {
    const { story } = search.best;
    search.runs += 1;
    const outcome = await simulate({ ...story, scenes: [...story.scenes.slice(0, from), ...story.scenes.slice(from + size)] });
    if (outcome.troubles.length > 0) search.best = outcome;
    else from += size;
  }
}

/** A failing story in plain words: who takes part, what happens, and what does not hold at the end. */
export function toldStory({ story, troubles }: Outcome): string {
  const { seed, cast, hasServer, scenes } = story;
  return [
    `Seed ${seed} does not hold. Repeat it with: npm run sim -- --seeds 1 --from ${seed}`,
    hasServer ? 'With a server.' : 'Without a server: files are handed round.',
    ...cast.map(({ name, user, roles, beginning }) => `  ${name} (${user}: ${roles.join(', ')}; ${beginning})`),
    ...scenes.map((scene) => `  ${toldOf(scene, cast)}`),
    'At the end:',
    ...troubles.slice(0, 6).map((trouble) => `  ${trouble.slice(0, 1_500)}`),
  ].join('\n');
}

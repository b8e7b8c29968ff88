import { isInStep, whatDoesNotHold } from './checks';
import { SimWorld } from './sim-world';
import { storyOf, type Story } from './story';
import { onVirtualPlatform } from './virtual-platform';

/** How a story ended. */
export interface Outcome {
  readonly story: Story;
  /** Empty: all laws held. */
  readonly troubles: readonly string[];
  readonly told: readonly string[];
  readonly entries: number;
  readonly steps: number;
  readonly requests: number;
}

/** Longer than a device goes without comparing what it holds with the server. */
const LONG = 40 * 60_000;
const ROUNDS = 4;

/** Plays a story, ends whatever was wrong, waits until everybody is in step, and says what does not hold. */
export async function simulate(story: Story): Promise<Outcome> {
  const world = new SimWorld(story);
  const reported = (cause: unknown): void =>
    void world.troubles.push(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  await onVirtualPlatform(world.time, reported, async () => {
    await world.begin();
    await world.play();
    await world.heal();
    let inStep = false;
    for (let round = 0; round < ROUNDS && !inStep; round += 1) {
      await world.helpOut();
      inStep = await world.wait(LONG, () => isInStep(world));
    }
    if (!inStep) world.troubles.push(`not in step after hours: ${statesOf(world)}`);
    world.troubles.push(...(await whatDoesNotHold(world)));
  });
  const entries = world.devices.reduce((sum, { journal }) => sum + journal.size, 0);
  return { story, troubles: world.troubles, told: world.told, entries, steps: world.time.steps, requests: world.network.requests };
}

const statesOf = (world: SimWorld): string =>
  world.devices
    .map(({ name, workspace }) => {
      const facts = workspace?.sync.get();
      return `${name} ${facts ? JSON.stringify({ ...facts.state, waiting: facts.waiting, refused: facts.refused.length, sealed: facts.sealed.length }) : 'off'}`;
    })
    .join('; ');

export const simulateSeed = (seed: number): Promise<Outcome> => simulate(storyOf(seed));

import { DEEDS } from './random-commands';
import { Dice } from './dice';
import { FAULTS, type Fault } from './virtual-network';

/** What the roles of one user may be. */
export const ROLE_SETS = [['partner', 'admin'], ['AE'], ['PM'], ['finance'], ['consultant'], ['AE', 'PM']] as const;
export type RoleSet = (typeof ROLE_SETS)[number];

/** How a device comes to its workspace. */
export type Beginning = 'joins' | 'began offline' | 'by file';

export interface Cast {
  readonly name: string;
  readonly user: string;
  readonly roles: RoleSet;
  readonly beginning: Beginning;
}

/** One thing that happens. `at`: milliseconds after the beginning. `who`: a device by its place in the cast. */
export type Scene = { readonly at: number; readonly who: number } & (
  | { readonly what: 'deed'; readonly deed: number; readonly seed: number }
  | { readonly what: 'newer app'; readonly seed: number }
  | { readonly what: 'tidies up'; readonly how: 'pages' | 'snapshot' }
  | { readonly what: 'fault'; readonly fault: Fault; readonly times: number }
  | { readonly what: 'offline'; readonly for: number }
  | { readonly what: 'killed'; readonly steps: number; readonly down: number }
  | { readonly what: 'clock'; readonly skew: number }
  | { readonly what: 'disk image' }
  | { readonly what: 'image restored' }
  | { readonly what: 'hands a file'; readonly to: number }
  | { readonly what: 'roles'; readonly roles: RoleSet }
  | { readonly what: 'loses a role offline'; readonly seed: number }
  | { readonly what: 'server restarts'; readonly down: number }
  | { readonly what: 'server backed up' }
  | { readonly what: 'server restored' }
  | { readonly what: 'server emptied' }
  | { readonly what: 'server refuses'; readonly of: number; readonly rest: number; readonly for: number }
);

/** A world, and all that happens in it. The same story and seed give the same run. */
export interface Story {
  readonly seed: number;
  readonly cast: readonly Cast[];
  /** Without: devices hand each other files. */
  readonly hasServer: boolean;
  readonly scenes: readonly Scene[];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The story of a seed: most worlds small, some with eight devices; about 200 deeds on average. */
export function storyOf(seed: number): Story {
  const dice = new Dice(seed);
  const hasServer = dice.chance(0.85);
  const size = dice.weighted([
    [30, 2],
    [30, 3],
    [20, 4],
    [10, 5],
    [5, 6],
    [5, 8],
  ] as const);
  const cast = castOf(dice, size, hasServer);
  const deeds = dice.whole(60, size > 4 ? 300 : 340);
  // Some long enough for devices to compare all they hold with the server, as they do every half hour.
  const length = (dice.chance(0.2) ? 40 : dice.whole(3, 15)) * MINUTE;
  const calm = dice.chance(0.1);
  const scenes: Scene[] = [];
  const moment = momentsIn(dice, length);
  for (let n = 0; n < deeds; n += 1)
    scenes.push({ at: moment(), who: dice.whole(0, size - 1), what: 'deed', deed: deedOf(dice), seed: dice.seed() });
  const add = (most: number, scene: (at: number, who: number) => Scene): void => {
    for (let n = dice.whole(0, calm ? 0 : most); n > 0; n -= 1) scenes.push(scene(moment(), dice.whole(0, size - 1)));
  };
  add(3, (at, who) => ({ at, who, what: 'newer app', seed: dice.seed() }));
  add(4, (at, who) => ({ at, who, what: 'tidies up', how: dice.pick(['pages', 'snapshot']) }));
  add(6, (at, who) => ({ at, who, what: 'killed', steps: dice.whole(0, 40), down: dice.pick([0, 500, 30_000, 5 * MINUTE]) }));
  add(3, (at, who) => ({
    at,
    who,
    what: 'clock',
    skew: dice.pick([0, 2 * DAY, -2 * DAY, 4 * MINUTE, -30_000, 10 * MINUTE, dice.whole(-DAY, DAY)]),
  }));
  add(4, (at, who) => ({ at, who, what: 'disk image' }));
  add(2, (at, who) => ({ at, who, what: 'image restored' }));
  add(hasServer ? 2 : 25, (at, who) => ({ at, who, what: 'hands a file', to: dice.whole(0, size - 1) }));
  if (hasServer) addServerScenes(dice, add);
  return { seed, cast, hasServer, scenes: scenes.toSorted((a, b) => a.at - b.at) };
}

function addServerScenes(dice: Dice, add: (most: number, scene: (at: number, who: number) => Scene) => void): void {
  add(40, (at, who) => ({ at, who, what: 'fault', fault: dice.pick(FAULTS), times: dice.pick([1, 1, 1, 2, 6]) }));
  add(5, (at, who) => ({ at, who, what: 'offline', for: dice.pick([20_000, 3 * MINUTE, 15 * MINUTE]) }));
  add(3, (at, who) => ({ at, who, what: 'server restarts', down: dice.pick([0, 2_000, MINUTE]) }));
  add(2, (at, who) => ({ at, who, what: 'server backed up' }));
  add(1, (at, who) => ({ at, who, what: 'server restored' }));
  add(1, (at, who) => ({ at, who, what: dice.chance(0.4) ? 'server emptied' : 'server restored' }));
  add(2, (at, who) => {
    const of = dice.pick([2, 5, 9]);
    return { at, who, what: 'server refuses', of, rest: dice.whole(0, of - 1), for: dice.pick([MINUTE, 8 * MINUTE]) };
  });
  if (dice.chance(0.35)) add(2, (at, who) => ({ at, who, what: 'roles', roles: dice.pick(ROLE_SETS) }));
  if (dice.chance(0.25)) add(1, (at, who) => ({ at, who, what: 'loses a role offline', seed: dice.seed() }));
}

function castOf(dice: Dice, size: number, hasServer: boolean): readonly Cast[] {
  return Array.from({ length: size }, (_, at): Cast => {
    const roles = at === 0 ? ROLE_SETS[0] : dice.pick(ROLE_SETS);
    const beginning =
      at === 0 ? 'began offline' : !hasServer ? 'by file' : dice.pick(['joins', 'joins', 'began offline', 'by file'] as const);
    return { name: `device ${at + 1}`, user: `user${at + 1}`, roles, beginning };
  });
}

/** Bursts of work, with pauses between them. */
function momentsIn(dice: Dice, length: number): () => number {
  const bursts = Array.from({ length: dice.whole(2, 8) }, () => dice.whole(0, length));
  return () => (dice.chance(0.7) ? dice.pick(bursts) + dice.whole(0, 8_000) : dice.whole(0, length));
}

function deedOf(dice: Dice): number {
  return dice.weighted(DEEDS.map(([weight], at) => [weight, at] as const));
}

/** A scene in plain words. */
export function toldOf(scene: Scene, cast: readonly Cast[]): string {
  const name = cast[scene.who]?.name ?? `device ${scene.who + 1}`;
  const minutes = `${(scene.at / MINUTE).toFixed(2)} min`;
  return `${minutes}: ${sentence(scene, name, cast)}`;
}

function sentence(scene: Scene, name: string, cast: readonly Cast[]): string {
  switch (scene.what) {
    case 'deed':
      return `${name} ${DEEDS[scene.deed]?.[1] ?? 'does something'}`;
    case 'newer app':
      return `${name} writes with a newer version of the app`;
    case 'tidies up':
      return scene.how === 'pages' ? `${name} folds its small pages` : `${name} saves a snapshot`;
    case 'fault':
      return `${name}: ${scene.fault}${scene.times > 1 ? `, ${scene.times} times` : ''}`;
    case 'offline':
      return `${name} is offline for ${scene.for / 1000} s`;
    case 'killed':
      return `${name} is killed ${scene.steps} steps later, and started again after ${scene.down / 1000} s`;
    case 'clock':
      return `the clock of ${name} is off by ${scene.skew / 1000} s from now on`;
    case 'disk image':
      return `an image of the disk of ${name} is made`;
    case 'image restored':
      return `${name} gets back its last disk image`;
    case 'hands a file':
      return `${name} hands a file to ${cast[scene.to]?.name ?? scene.to}`;
    case 'roles':
      return `the user of ${name} is now ${scene.roles.join(' and ')}`;
    case 'loses a role offline':
      return `${name} enters costs as finance while it is offline, and the user is an AE when it is back`;
    case 'server restarts':
      return `the server is down for ${scene.down / 1000} s`;
    case 'server refuses':
      return `the server refuses what ${name} wrote, where the number of the entry leaves ${scene.rest} when divided by ${scene.of}, for ${scene.for / 1000} s`;
    default:
      return `the ${scene.what}`;
  }
}

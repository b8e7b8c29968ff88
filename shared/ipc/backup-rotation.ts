/** A backup as the rotation sees it. */
export interface Dated {
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

const DAYS = 7;
const WEEKS = 4;
const MONTHS = 12;

/**
 * Which backups stay: the latest of each of the last 7 days, 4 weeks and 12 months that have one. The newest always stays.
 * `most`: no more than so many, where somebody decided that; the oldest go first.
 */
export function backupsToKeep<B extends Dated>(backups: readonly B[], most?: number): readonly B[] {
  const newestFirst = backups.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : a.madeAt > b.madeAt ? -1 : 0));
  const kept = new Set<B>();
  for (const [periodOf, count] of [[dayOf, DAYS] as const, [weekOf, WEEKS] as const, [monthOf, MONTHS] as const]) {
    const seen = new Set<string>();
    for (const backup of newestFirst) {
      const period = periodOf(backup.madeAt);
      if (seen.has(period) || seen.size >= count) continue;
      seen.add(period);
      kept.add(backup);
    }
  }
  return newestFirst.filter((backup) => kept.has(backup)).slice(0, most);
}

const dayOf = (at: string): string => at.slice(0, 10);
const monthOf = (at: string): string => at.slice(0, 7);

/** Days since Monday, 5 January 1970, in sevens: the same for all days of a week from Monday on. */
const weekOf = (at: string): string => String(Math.floor((Date.parse(`${dayOf(at)}T00:00:00Z`) / 86_400_000 - 4) / 7));

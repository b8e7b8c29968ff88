/** Where the acts of a deal stand on a line: `times` are milliseconds, ascending; places run from 0 to 1. */
export interface TimeAxis {
  placeOf(time: number): number;
  /** The last act at or before a place on the line; the first act before the first. */
  actAt(place: number): number;
}

export function timeAxis(times: readonly number[]): TimeAxis {
  const first = times[0] ?? 0;
  const length = Math.max(1, (times.at(-1) ?? 0) - first);
  const clamp = (place: number): number => Math.min(1, Math.max(0, place));
  return {
    placeOf: (time) => clamp((time - first) / length),
    actAt: (place) => Math.max(0, lastAtOrBefore(times, first + clamp(place) * length)),
  };
}

/** Index of the last time that is not after `time`; -1 where all are. */
export function lastAtOrBefore(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** How busy each stretch of the line was, from 0 to 1, by the square root so that one import does not flatten a year. */
export function busyness(times: readonly number[], stretches: number): readonly number[] {
  const axis = timeAxis(times);
  const counts = Array.from({ length: stretches }, () => 0);
  for (const time of times) {
    const stretch = Math.min(stretches - 1, Math.floor(axis.placeOf(time) * stretches));
    counts[stretch] = (counts[stretch] ?? 0) + 1;
  }
  const most = Math.sqrt(Math.max(1, ...counts));
  return counts.map((count) => Math.sqrt(count) / most);
}

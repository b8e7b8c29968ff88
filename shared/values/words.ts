/** A run of letters and digits. */
export const WORD = /[\p{L}\p{N}]+/gu;

const PLAIN = /^[a-z0-9]+$/u;

/** Words as they are compared: lower case, without accents. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return PLAIN.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

/**
 * Whether at most `slips` letters must be changed, added, left out or swapped with their neighbour to make `b` of `a`
 * (optimal string alignment distance).
 */
export function isNear(a: string, b: string, slips: number): boolean {
  if (Math.abs(a.length - b.length) > slips) return false;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] as number) + 1);
      row.push(least);
    }
    if (Math.min(...row) > slips) return false;
    [before, above] = [above, row];
  }
  return (above[b.length] as number) <= slips;
}

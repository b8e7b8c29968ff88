import type { Block } from './document';

/** The number in front of each heading, by the heading's place in `blocks`: `1`, `1.1`, `1.1.1`. A skipped level counts as its first. */
export function headingNumbers(blocks: readonly Block[]): ReadonlyMap<number, string> {
  const numbers = new Map<number, string>();
  let counters: readonly number[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue;
    counters = Array.from({ length: block.level }, (_, depth) =>
      depth === block.level - 1 ? (counters[depth] ?? 0) + 1 : (counters[depth] ?? 1),
    );
    numbers.set(at, counters.join('.'));
  }
  return numbers;
}

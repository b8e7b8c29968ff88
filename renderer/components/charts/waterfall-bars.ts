/** One line of a waterfall: a level that it reaches, or a change on the way. Amounts are minor units of one currency. */
export interface WaterfallStep {
  readonly key: string;
  readonly name: string;
  readonly kind: 'level' | 'change';
  /** The height of a level; the signed size of a change. */
  readonly amount: number;
  /** What the line says at its end: the amount in words, with its points. */
  readonly words: string;
  /** When it came about, in words. */
  readonly when?: string | undefined;
  /** The rest that nobody can name yet. It is drawn even where it is nothing. */
  readonly unexplained?: boolean;
}

export interface WaterfallBar extends WaterfallStep {
  /** Where the bar stands between, the lesser first. */
  readonly range: readonly [number, number];
  readonly look: 'level' | 'gain' | 'loss' | 'unexplained';
}

/** Bars from zero for levels; each change stands between the level before it and the level after it. */
export function waterfallBars(steps: readonly WaterfallStep[]): readonly WaterfallBar[] {
  let level = 0;
  return steps.map((step) => {
    const from = step.kind === 'level' ? 0 : level;
    level = step.kind === 'level' ? step.amount : level + step.amount;
    return { ...step, range: [Math.min(from, level), Math.max(from, level)], look: lookOf(step) };
  });
}

function lookOf({ kind, amount, unexplained }: WaterfallStep): WaterfallBar['look'] {
  if (kind === 'level') return 'level';
  if (unexplained) return 'unexplained';
  return amount < 0 ? 'loss' : 'gain';
}

/** Least and greatest value that an axis must hold, zero always among them. */
export function extentOf(bars: readonly Pick<WaterfallBar, 'range'>[], marks: readonly number[]): readonly [number, number] {
  const ends = [0, ...marks, ...bars.flatMap(({ range }) => range)];
  return [Math.min(...ends), Math.max(...ends)];
}

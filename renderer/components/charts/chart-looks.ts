/** How a part of a chart is drawn: colour and pattern together, so that neither is needed to tell parts apart. */
export type Look = 'level' | 'gain' | 'loss' | 'unexplained' | 'paid' | 'outstanding' | 'ready' | 'later';

export interface LookFacts {
  /** A variable of the theme, right in light and dark. */
  readonly colour: string;
  readonly pattern: 'solid' | 'right' | 'left' | 'dots' | 'open';
}

export const LOOKS: Readonly<Record<Look, LookFacts>> = {
  level: { colour: 'var(--tl-chart-ink)', pattern: 'solid' },
  gain: { colour: 'var(--tl-green)', pattern: 'solid' },
  loss: { colour: 'var(--tl-red)', pattern: 'right' },
  unexplained: { colour: 'var(--tl-amber)', pattern: 'dots' },
  paid: { colour: 'var(--tl-green)', pattern: 'solid' },
  outstanding: { colour: 'var(--tl-amber)', pattern: 'right' },
  ready: { colour: 'var(--tl-chart-blue)', pattern: 'left' },
  later: { colour: 'var(--tl-chart-ink)', pattern: 'open' },
};

export const LOOK_NAMES = Object.keys(LOOKS) as readonly Look[];

/** How the words of an axis look. */
export const AXIS_WORDS = { fill: 'var(--mantine-color-dimmed)', fontSize: 11.5 } as const;
export const AXIS_LINE = { stroke: 'var(--tl-line-strong)' } as const;

/** The amounts under bars that lie. */
export const AMOUNT_AXIS = { type: 'number', tick: AXIS_WORDS, axisLine: AXIS_LINE, tickLine: false, tickCount: 5 } as const;

/** The names beside bars that lie: each is shown, whatever the room. */
export const NAME_AXIS = { type: 'category', dataKey: 'key', axisLine: false, tickLine: false, interval: 0 } as const;

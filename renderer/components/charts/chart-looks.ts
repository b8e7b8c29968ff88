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

import { sentencesOf, wordsOf, type Span } from './sentences';

/** What one key press does to a selection made without a mouse. */
export interface SelectionStep {
  readonly unit: 'sentence' | 'word';
  readonly direction: 'forward' | 'back';
  /** Keep what is selected and grow or shrink its end. */
  readonly extend: boolean;
}

/**
 * The next selection in a text when there is no mouse: arrows down and up go by sentence, right and left by word, with
 * Shift the selection grows or shrinks at its end. Without a selection the first (or last) unit is taken.
 */
export function stepSelection(text: string, from: Span | undefined, step: SelectionStep): Span | undefined {
  const units = step.unit === 'sentence' ? sentencesOf(text) : wordsOf(text);
  if (!from) return step.direction === 'forward' ? units[0] : units.at(-1);
  return step.extend ? extended(units, from, step) : moved(units, from, step);
}

function moved(units: readonly Span[], from: Span, step: SelectionStep): Span | undefined {
  const next =
    step.direction === 'forward' ? units.find((unit) => unit.start >= from.end) : units.findLast((unit) => unit.end <= from.start);
  return next ?? (step.direction === 'forward' ? units.at(-1) : units[0]);
}

function extended(units: readonly Span[], from: Span, step: SelectionStep): Span {
  if (step.direction === 'forward') {
    const next = units.find((unit) => unit.end > from.end);
    return { start: from.start, end: next?.end ?? from.end };
  }
  const previous = units.findLast((unit) => unit.end < from.end && unit.end > from.start);
  return { start: from.start, end: previous?.end ?? from.end };
}

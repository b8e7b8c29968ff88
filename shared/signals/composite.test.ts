import { describe, expect, test } from 'vitest';
import { composite } from './composite';
import type { SignalState } from './signal';

const of = (...states: readonly SignalState[]) => composite(states.map((state) => ({ state })));

describe('the five together', () => {
  test('three true of five: the firm is losing margin at the handover', () => {
    expect(of('true', 'true', 'true', 'false', 'false')).toEqual({ verdict: 'losing margin', trueOnes: 3, withData: 5 });
  });

  test('two true of five: it is holding', () => {
    expect(of('true', 'true', 'false', 'false', 'false').verdict).toBe('holding');
  });

  test('three true are enough where the other two have no data or are switched off', () => {
    expect(of('true', 'true', 'true', 'not enough data', 'off')).toEqual({ verdict: 'losing margin', trueOnes: 3, withData: 3 });
  });

  test('with two that have data nothing can be said, even where both are true', () => {
    expect(of('true', 'true', 'not enough data', 'off', 'not enough data').verdict).toBe('not enough data');
  });
});

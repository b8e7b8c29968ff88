import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { recordsOf } from '../records/records-from';
import type { Records } from '../records/records';
import { some } from './testing/signal-world';
import {
  maySetSignals,
  seesPeople,
  setThreshold,
  SIGNAL_CHOICES,
  signalSettings,
  switchSignal,
  type SignalChoice,
} from './signal-settings';

const none = recordsOf([]);
/** The records after a command that creates one setting. */
function after(command: ReturnType<typeof switchSignal>): Records {
  const [change] = command.changes;
  if (!change) return none;
  return recordsOf([some('firmSetting', change.set, change.record.slice('firmSetting:'.length))]);
}

describe('thresholds of signals', () => {
  test('are 5 h, 1 escalation, 0 deals, 25 points, 14 days, 20 %, 30 days and 3 cases until the firm sets others', () => {
    expect(signalSettings(none)).toMatchObject({
      reconstructionHours: 5,
      escalationsPerQuarter: 1,
      differingDeals: 0,
      absorbPoints: 25,
      undecidedDays: 14,
      outOfSightPercent: 20,
      freshDays: 30,
      minimumSample: 3,
      notesVisits: true,
    });
  });

  test('outside of their bounds are refused with the bounds', () => {
    expect(setThreshold('outOfSightPercent', 101, none)).toMatchObject({
      ok: false,
      error: { message: 'Share of deals out of sight: a whole number from 0 to 100.' },
    });
    expect(setThreshold('minimumSample', 0, none).ok).toBe(false);
    expect(setThreshold('undecidedDays', 7.5, none).ok).toBe(false);
    expect(setThreshold('reconstructionHours', 7.5, none).ok).toBe(true);
    expect(setThreshold('reconstructionHours', Number.NaN, none).ok).toBe(false);
  });

  test('that two laptops set offline are one record: a clash to settle, not two settings', () => {
    const [here, there] = [setThreshold('absorbPoints', 30, none), setThreshold('absorbPoints', 35, none)];
    expect(here.ok && there.ok && here.value.changes[0]?.record === there.value.changes[0]?.record).toBe(true);
  });

  test('that an import or an older app left as nonsense are the usual ones', () => {
    const set = setThreshold('freshDays', 45, none);
    const record = set.ok ? set.value.changes[0]?.record.slice('firmSetting:'.length) : '';
    expect(signalSettings(recordsOf([some('firmSetting', { key: 'signal.freshDays', value: 'soon' }, record)])).freshDays).toBe(30);
  });

  test('a signal that is switched off stays off until somebody switches it on', () => {
    expect(signalSettings(after(switchSignal('escalations', false, none))).on).toMatchObject({ escalations: false, figures: true });
    expect(signalSettings(after(switchSignal('visits', false, none))).notesVisits).toBe(false);
  });

  test('are set by partners and admins; what sorts people is shown to partners alone', () => {
    expect([maySetSignals(['PM']), maySetSignals(['admin']), maySetSignals(['partner', 'AE'])]).toEqual([false, true, true]);
    expect([seesPeople(['PM', 'finance']), seesPeople(['admin']), seesPeople(['partner'])]).toEqual([false, false, true]);
  });

  law(
    'what is set is what is read, for every threshold and every allowed number',
    fc.property(fc.constantFrom(...(Object.keys(SIGNAL_CHOICES) as SignalChoice[])), fc.nat(), (name, seed) => {
      const { from, to } = SIGNAL_CHOICES[name];
      const value = from + (seed % (to - from + 1));
      const set = setThreshold(name, value, none);
      expect(set.ok && signalSettings(after(set.value))[name]).toBe(value);
    }),
  );
});

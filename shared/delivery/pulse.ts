import type { Command } from '../ledger/command';
import type { Id, InstantText } from '../records/define-record';
import type { Records } from '../records/records';
import type { Pulse } from '../records/registry';
import { createRecord } from '../records/write';
import { ok, err, type Result } from '../values/result';
import type { DeliveryError } from './delivery-error';
import { t } from '../values/texts';

export type Mood = Pulse['mood'];
export const MOODS = ['good', 'mixed', 'poor'] as const satisfies readonly Mood[];

/** A note of how the client is doing goes stale: after this nobody should rest on it. */
export const PULSE_GOES_STALE_DAYS = 30;
const DAY_MS = 86_400_000;

export interface NewPulse {
  readonly by: Id<'person'>;
  readonly at: InstantText;
  readonly mood: Mood | undefined;
  readonly note: string;
}

/** Notes how the client is doing, in a word and, if they like, a sentence. */
export function notePulse(id: Id<'pulse'>, deal: Id<'deal'>, { by, at, mood, note }: NewPulse): Result<Command, DeliveryError> {
  if (!mood) return err({ message: t('Say how the client is doing: good, mixed or poor.') });
  return ok(createRecord('pulse', id, { deal, person: by, at, mood, ...(note.trim() ? { note: note.trim() } : {}) }));
}

/** What the notes say: the last of them, the way it goes, and whether it is too old to rest on. */
export interface PulseStanding {
  readonly last: Pulse | undefined;
  /** The newest first. */
  readonly all: readonly Pulse[];
  readonly trend: 'better' | 'worse' | 'same' | undefined;
  readonly isStale: boolean;
}

/** `now` in milliseconds since 1970. Nothing noted counts as stale. */
export function pulseStanding(records: Records, deal: Id<'deal'>, now: number): PulseStanding {
  const all = records.of('pulse', 'deal', deal).toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1));
  const [last, before] = all;
  return {
    last,
    all,
    trend: last && before ? trendOf(before.mood, last.mood) : undefined,
    isStale: !last || now - Date.parse(last.at) > PULSE_GOES_STALE_DAYS * DAY_MS,
  };
}

function trendOf(before: Mood, now: Mood): 'better' | 'worse' | 'same' {
  const step = MOODS.indexOf(before) - MOODS.indexOf(now);
  return step === 0 ? 'same' : step > 0 ? 'better' : 'worse';
}

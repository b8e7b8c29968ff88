import { createRecord } from '#shared/records/write';
import { noteVisit } from '#shared/signals/visit';
import { instantOf } from '#shared/values/calendar';
import type { Cast } from './cast';
import { between, chanceFrom, oneOf } from './chance';
import type { PersonKey } from './people';
import { signatureDay, stepDay } from './steps';
import type { Day } from './script';
import { sampleId, type Cue } from './stage';

const HOUR = 60;
/** Visits have been noted for half a year. */
const SINCE = -180;
const YESTERDAY = -2;

/** Deals that whoever sold them stopped following, and since when. */
const FORGOTTEN: Readonly<Record<string, Day>> = {
  'verlaine-stock': -52,
  'lumen-field-work': -61,
  'plains-grower': -35,
};

/** Who looked at a deal after its signature: whoever sold it now and then, whoever runs it more often. */
export function cuesOfVisits(cast: Cast): readonly Cue[] {
  const { script } = cast;
  const signed = signatureDay(script);
  if (signed === undefined) return [];
  const over = stepDay(script, 'warranty') ?? stepDay(script, 'closed') ?? stepDay(script, 'on hold') ?? YESTERDAY;
  const from = Math.max(SINCE, signed + 3);
  const until = Math.min(over, YESTERDAY);
  return [
    ...looks(cast, script.ae, { from, until: Math.min(until, FORGOTTEN[script.key] ?? YESTERDAY), every: [11, 23] }),
    ...(script.pm
      ? [...looks(cast, script.pm, { from, until, every: [8, 16] }), ...feels(cast, script.pm, from + 12, Math.min(until, -30))]
      : []),
  ];
}

interface Span {
  readonly from: Day;
  /** The last day is a visit as well. */
  readonly until: Day;
  readonly every: readonly [soonest: number, latest: number];
}

function looks(cast: Cast, by: PersonKey, { from, until, every: [soonest, latest] }: Span): readonly Cue[] {
  const { calendar, deal } = cast;
  const chance = chanceFrom(`${cast.script.key}/visits/${by}`);
  const days: Day[] = [];
  for (let day = from; day < until; day += between(chance, soonest, latest)) days.push(day);
  return [...days, ...(from <= until ? [until] : [])].map((day): Cue => {
    const at = calendar.moment(day, 8 * HOUR + between(chance, 0, 8 * HOUR));
    const on = calendar.date(day);
    return { at, by, tell: () => noteVisit({ person: sampleId('person', by), deal, at: instantOf(at), on }) };
  });
}

/** A word on how the client is doing, about every three weeks; the latest ones stand in the scripts. */
function feels(cast: Cast, by: PersonKey, from: Day, until: Day): readonly Cue[] {
  const { calendar, deal } = cast;
  const chance = chanceFrom(`${cast.script.key}/feels`);
  const cues: Cue[] = [];
  for (let day = from; day <= until; day += between(chance, 18, 25)) {
    const at = calendar.moment(day, 16 * HOUR + between(chance, 0, 50));
    const mood = oneOf(chance, MOODS);
    const values = { deal, person: sampleId('person', by), at: instantOf(at), mood };
    cues.push({ at, by, tell: () => createRecord('pulse', cast.id('pulse', `felt/${day}`), values) });
  }
  return cues;
}

const MOODS = ['good', 'good', 'mixed'] as const;

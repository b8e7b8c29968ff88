import { BRIEF_SECTIONS, sectionDigests, type BriefKey } from '#shared/handover/brief';
import { readSection } from '#shared/handover/receipts';
import type { Records } from '#shared/records/records';
import { instantOf } from '#shared/values/calendar';
import type { Cast } from './cast';
import type { PersonKey } from './people';
import type { Day } from './script';
import { sampleId, type Cue } from './stage';

/** Who read the brief of a deal when, section by section. What changed since shows as unread again. */
interface Reading {
  readonly day: Day;
  readonly by: PersonKey;
  readonly sections: readonly BriefKey[];
}

const READINGS: Readonly<Record<string, readonly Reading[]>> = {
  'rheinaue-platform': [
    { day: -13, by: 'david', sections: BRIEF_SECTIONS },
    { day: -10, by: 'hannah', sections: ['why', 'people', 'sold', 'promised'] },
    { day: -3, by: 'david', sections: ['constraints', 'unknown', 'first weeks'] },
  ],
  'ostara-roster': [{ day: -6, by: 'clara', sections: ['why', 'people', 'sold', 'promised', 'constraints'] }],
};

/** The brief as it was read, with a receipt for each section. */
export function cuesOfReading(cast: Cast): readonly Cue[] {
  return (READINGS[cast.script.key] ?? []).flatMap(({ day, by, sections }) =>
    sections.map((section, at): Cue => {
      const moment = cast.calendar.moment(day, 8 * 60 + at);
      return { at: moment, by, tell: (stage) => reading(cast, { section, by, day, at: moment, records: stage.records() }) };
    }),
  );
}

interface Read {
  readonly section: BriefKey;
  readonly by: PersonKey;
  readonly day: Day;
  readonly at: number;
  readonly records: Records;
}

/** Nothing where the same words were read before. */
function reading(cast: Cast, { section, by, day, at, records }: Read) {
  const deal = records.get('deal', cast.deal);
  if (!deal) return undefined;
  const read = readSection(
    cast.id('readReceipt', `${by}/${section}/${day}`),
    { deal: cast.deal, section, digest: sectionDigests(records, deal)[section] },
    { by: sampleId('person', by), at: instantOf(at), records },
  );
  return read.ok ? read : undefined;
}

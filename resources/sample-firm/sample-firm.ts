import type { Id } from '#shared/records/define-record';
import { Cast } from './cast';
import { DEALS } from './deals/deals';
import { cuesOfBlueprint } from './blueprints';
import { cuesOfDelivery } from './delivery';
import { cuesOfBeats } from './direct';
import { cuesOfReading } from './handover';
import { cuesOfOpening } from './opening';
import { cuesOfOpenOffers } from './open-offers';
import { PEOPLE, PERSON_KEYS } from './people';
import { deviceOf, play, type LedgerEntries } from './play';
import { cuesOfPreSale } from './pre-sale';
import { cuesOfProof } from './proof';
import { cuesOfProposals } from './proposals';
import { cuesOfRoutine } from './routine';
import { Calendar, sampleId, Stage, type Cue, type Scene } from './stage';
import { cuesOfTime } from './time-sheets';
import { cuesOfVisits } from './visits';
import { cuesOfWorkarounds } from './workarounds';

/** Somebody of the firm, with the name of the device that they work on in each ledger. */
export interface SamplePerson {
  readonly id: Id<'person'>;
  readonly name: string;
  readonly devices: { readonly team: string; readonly finance: string };
}

export interface SampleFirm {
  readonly name: string;
  readonly people: readonly SamplePerson[];
  /** Who opens the sample firm sees it as this partner, until they choose somebody else. */
  readonly me: Id<'person'>;
  /** All that happened, oldest first; nothing after the day before `today`. */
  readonly scenes: readonly Scene[];
}

/**
 * The sample firm: two years of Halden & Pryce up to yesterday. The same `today` gives the same firm, to the last
 * byte; the ids of its records are the same on every day.
 */
export function sampleFirm({ today }: { readonly today: string }): SampleFirm {
  const calendar = new Calendar(today);
  const stage = new Stage(calendar);
  const cues = [...cuesOfOpening(calendar), ...DEALS.flatMap((script) => cuesOfDeal(new Cast(script, calendar)))];
  // Sorting is stable: what stands earlier in the script and happens in the same minute happens first.
  for (const cue of cues.sort((a, b) => a.at - b.at)) stage.perform(cue);
  return { name: 'Halden & Pryce', people: people(), me: sampleId('person', 'ruth'), scenes: stage.scenes };
}

/** The same as entries of both ledgers, each device with a chain of its own. */
export function playSampleFirm(firm: SampleFirm): LedgerEntries {
  return play(firm.scenes);
}

const cuesOfDeal = (cast: Cast): readonly Cue[] => [
  ...cuesOfRoutine(cast),
  ...cuesOfPreSale(cast),
  ...cuesOfWorkarounds(cast),
  ...cuesOfProposals(cast),
  ...cuesOfOpenOffers(cast),
  ...cuesOfDelivery(cast),
  ...cuesOfTime(cast),
  ...cuesOfBlueprint(cast),
  ...cuesOfBeats(cast),
  ...cuesOfProof(cast),
  ...cuesOfReading(cast),
  ...cuesOfVisits(cast),
];

function people(): readonly SamplePerson[] {
  return PERSON_KEYS.map((key) => {
    const id = sampleId('person', key);
    return { id, name: PEOPLE[key].name, devices: { team: deviceOf(id, 'team'), finance: deviceOf(id, 'finance') } };
  });
}

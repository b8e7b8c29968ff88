import { giveDiscount } from '#shared/proposal/discount';
import { nextVersion } from '#shared/proposal/draft';
import { createRecord, together } from '#shared/records/write';
import type { Cast } from './cast';
import { PLANNED_RATE } from './delivery';
import type { PersonKey } from './people';
import { lastSent } from './proposals';
import type { Day, Units } from './script';
import { sampleId, type Cue } from './stage';
import { stepDay } from './steps';

/** A next version that is being written, with a discount in it that nobody has approved yet. */
interface OpenDiscount {
  readonly deal: string;
  readonly written: Day;
  readonly given: Day;
  readonly units: Units;
  readonly text: string;
  readonly ask: PersonKey;
}

const OPEN_DISCOUNTS: readonly OpenDiscount[] = [
  {
    deal: 'nordwind-driver-app',
    written: -5,
    given: -4,
    units: 6_000,
    text: 'Second project with Nordwind within two years: goodwill on the dispatcher’s view',
    ask: 'owen',
  },
  {
    deal: 'plains-lots',
    written: -4,
    given: -4,
    units: 2_500,
    text: 'They are named as a reference in the grain trade',
    ask: 'martin',
  },
];

const HOUR = 60;

/** What goes on around the offers that are not signed yet: their cost is planned, the next version is written. */
export function cuesOfOpenOffers(cast: Cast): readonly Cue[] {
  const { script, calendar } = cast;
  const offered = stepDay(script, 'proposal');
  if (offered === undefined || script.signed !== undefined || stepDay(script, 'lost') !== undefined) return [];
  const open = OPEN_DISCOUNTS.find(({ deal }) => deal === script.key);
  return [{ at: calendar.moment(offered, 16 * HOUR), by: 'owen', tell: () => planning(cast) }, ...(open ? discountCues(cast, open) : [])];
}

function discountCues(cast: Cast, { written, given, units, text, ask }: OpenDiscount): readonly Cue[] {
  const { script, calendar } = cast;
  const sent = lastSent(cast);
  const id = cast.id('proposal', 'open');
  const writing: Cue['tell'] = (stage) =>
    nextVersion(stage.recordsOf(cast.deal), stage.get('proposal', sent), {
      id,
      lineId: (from) => cast.id('proposalLine', `open/${from}`),
      validUntil: calendar.date(written + 45),
    });
  const giving: Cue['tell'] = (stage) =>
    giveDiscount(stage.recordsOf(cast.deal), stage.get('proposal', id), {
      text,
      value: cast.money(units),
      by: sampleId('person', script.ae),
      on: calendar.date(given),
      ids: { line: cast.id('proposalLine', 'open/discount'), concession: cast.id('concession', 'open/discount') },
      ask: { id: cast.id('question', 'open/discount'), to: sampleId('person', ask), due: calendar.date(given + 6) },
    });
  return [
    { at: calendar.moment(written, 14 * HOUR + 5), by: script.ae, tell: writing },
    { at: calendar.moment(given, 15 * HOUR + 20), by: script.ae, tell: giving },
  ];
}

/** A partner plans what the work will cost, so that the margin is known while the price is still talked about. */
function planning(cast: Cast) {
  const rate = PLANNED_RATE[cast.script.currency];
  const plans = cast.script.scope.map((line) =>
    createRecord('costPlan', cast.id('costPlan', line.key), {
      deal: cast.deal,
      scopeLine: cast.id('scopeLine', line.key),
      planned: cast.money(line.hours * rate),
      plannedRate: cast.money(rate),
    }),
  );
  return together('costPlan.write', plans);
}

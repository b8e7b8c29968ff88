import { createRecord, editRecord } from '#shared/records/write';
import type { Cast } from './cast';
import type { Cue } from './stage';
import { stepDay } from './steps';

/** What gets a line round what the client rules out. `promise` was made in the story; `words` are noted before the offer. */
interface Workaround {
  readonly deal: string;
  readonly line: string;
  readonly constraint: string;
  readonly promise?: string;
  readonly words?: string;
}

const WORKAROUNDS: readonly Workaround[] = [
  { deal: 'nordwind-order-to-cash', line: 'billing', constraint: 'no-billing', promise: 'file-drop' },
  {
    deal: 'belmont-claims',
    line: 'policy',
    constraint: 'read-only',
    words: 'Cover and excess are read through the interface of the policy system; nothing is ever written to it.',
  },
  {
    deal: 'ostara-procurement',
    line: 'stock',
    constraint: 'no-tracking',
    words: 'Scanners at the cabinets belong to the ward: no badge, no name, no time per person.',
  },
  {
    deal: 'meridian-complaints',
    line: 'reportable',
    constraint: 'part-eleven',
    words: 'Both signatures carry user, meaning and time, in an audit trail that has no switch.',
  },
  {
    deal: 'meridian-complaints',
    line: 'validation',
    constraint: 'validation',
    words: 'Scripts are written by us; Quality executes and signs every one of them.',
  },
  {
    deal: 'kestrel-shop-floor',
    line: 'records',
    constraint: 'manual',
    words: 'A correction keeps the old value in sight, with name, date and meaning beside both.',
  },
  {
    deal: 'kestrel-shop-floor',
    line: 'oee',
    constraint: 'no-names',
    words: 'Losses are stored by machine and shift; who stood at the machine is not stored at all.',
  },
];

const HOUR = 60;

/** Before a line that meets a must is offered, somebody has said how it gets round it. */
export function cuesOfWorkarounds(cast: Cast): readonly Cue[] {
  const { script, calendar } = cast;
  const offered = stepDay(script, 'proposal');
  if (offered === undefined) return [];
  return WORKAROUNDS.filter(({ deal }) => deal === script.key).map((one, at) => ({
    at: calendar.moment(offered - 1, 15 * HOUR + at * 6),
    by: script.lead,
    tell: telling(cast, one),
  }));
}

function telling(cast: Cast, { line, constraint, promise, words = '' }: Workaround): Cue['tell'] {
  const link = { scopeLine: cast.id('scopeLine', line), worksAround: cast.id('constraint', constraint) };
  if (promise) {
    return (stage) =>
      editRecord('commitment', stage.get('commitment', cast.id('commitment', promise)), link, { act: 'commitment.workAround' });
  }
  const values = {
    deal: cast.deal,
    text: words,
    kind: 'contractual' as const,
    inSow: true,
    decision: 'honour free' as const,
    fulfilment: 'open' as const,
    ...link,
  };
  return () => createRecord('commitment', cast.id('commitment', `round/${constraint}`), values, { act: 'commitment.note' });
}

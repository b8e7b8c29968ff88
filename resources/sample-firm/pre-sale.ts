import type { Command } from '#shared/ledger/command';
import type { Values } from '#shared/records/parse';
import { recordsOf } from '#shared/records/records-from';
import type { AnyRecord, Ticket } from '#shared/records/registry';
import type { Shown } from '#shared/ticket/deliverable';
import { closeTicket, openTicket } from '#shared/ticket/lifecycle';
import { nothingUndecided } from '#shared/ticket/ticket-error';
import type { PreSaleKind } from '#shared/ticket/ticket-kind';
import type { Result } from '#shared/values/result';
import type { Cast } from './cast';
import { chanceFrom, oneOf } from './chance';
import type { PersonKey } from './people';
import { cuesOfPlan, isLaidOut } from './pre-sale-plan';
import { pursuit } from './pursuit';
import { signatureDay, stepDay } from './steps';
import type { Day } from './script';
import { sampleId, type Cue, type Stage } from './stage';

const HOUR = 60;

/** One piece of pre-sale work of a deal that was not laid out from a template. */
interface Work {
  readonly kind: PreSaleKind;
  readonly title: string;
  readonly owner: PersonKey;
  readonly from: Day;
  /** When it was done; absent: nobody has come so far. */
  readonly done: Day | undefined;
  readonly estimate: number;
  readonly expects?: Ticket['expects'];
}

/** Pre-sale work as tickets: laid out from a template or opened one by one, each with something to show or a reason, and its hours. */
export function cuesOfPreSale(cast: Cast): readonly Cue[] {
  return isLaidOut(cast) ? cuesOfPlan(cast) : workOf(cast).flatMap((work) => workCues(cast, work));
}

function workOf({ script }: Cast): readonly Work[] {
  const scoping = stepDay(script, 'scoping');
  const proposal = stepDay(script, 'proposal');
  const agreed = signatureDay(script) ?? stepDay(script, 'negotiation');
  const gathering: Work = {
    kind: 'information gathering',
    title: `Understand how ${script.department} works today`,
    owner: script.ae,
    from: script.opened + 2,
    done: scoping,
    estimate: 16,
  };
  if (scoping === undefined) return [gathering];
  const lines: Work = {
    kind: 'scoping',
    title: 'Write the lines of scope with exclusions and acceptance tests',
    owner: script.lead,
    from: scoping,
    done: proposal,
    estimate: 20,
    expects: 'scope lines',
  };
  const drawn = DRAWN[script.key];
  const sketch: Work = {
    kind: 'blueprint design',
    title: drawn ? 'Draw the blueprint and have it approved' : 'Sketch the target process and walk the users through it',
    // Whoever will build it draws it, long before the signature.
    owner: script.team?.[0] ?? script.lead,
    from: scoping + 6,
    done: drawn ? drawn.done : proposal,
    estimate: 24,
    ...(drawn ? { expects: 'blueprint' as const } : {}),
  };
  if (proposal === undefined) return [gathering, lines, sketch];
  const offer: Work = {
    kind: 'proposal construction',
    title: 'Price the lines and write the proposal',
    owner: script.ae,
    from: proposal - 5,
    done: agreed,
    estimate: 12,
    expects: 'proposal',
  };
  return [gathering, lines, sketch, offer];
}

/** Deals with a blueprint of their own (blueprint-scripts.ts), and when it was approved, if it was. */
const DRAWN: Readonly<Record<string, { readonly done: Day | undefined }>> = {
  'nordwind-order-to-cash': { done: -249 },
  'torre-subcontractors': { done: undefined },
};

function workCues(cast: Cast, work: Work): readonly Cue[] {
  const { calendar } = cast;
  const { kind, title, owner, from, done, estimate, expects } = work;
  const id = cast.id('ticket', kind);
  const values: Values<'ticket'> = {
    kind,
    title,
    owner: sampleId('person', owner),
    status: 'in progress',
    due: calendar.date(done ?? from + 18),
    estimateHours: estimate,
    ...(expects ? { expects } : {}),
  };
  const opened: Cue = {
    at: calendar.moment(from, 8 * HOUR + 12),
    by: owner,
    tell: (stage) => openTicket(id, stage.get('deal', cast.deal), values),
  };
  const logged = KNOWN_HOURS.has(cast.script.key) ? pursuit(cast, { ticket: id, by: owner, from, until: done ?? 0, hours: estimate }) : [];
  if (done === undefined || done >= -1) return [opened, ...logged];
  const closed: Cue = { at: calendar.moment(done, 16 * HOUR), by: owner, tell: (stage) => closing(cast, id, work, stage) };
  return [opened, ...logged, closed];
}

/** Deals on which people wrote down what the pursuit took: every one of the last year that is still being won, and four that were. */
const KNOWN_HOURS: ReadonlySet<string> = new Set([
  'belmont-finance-warehouse',
  'calder-payroll',
  'calder-rebates',
  'meridian-distributors',
  'nordwind-driver-app',
  'plains-lots',
  'torre-subcontractors',
  'nordwind-order-to-cash',
  'ostara-roster',
  'rheinaue-platform',
  'meridian-complaints',
]);

/** Done with what it made; sketches and talks end in words. */
function closing(cast: Cast, id: Ticket['id'], { kind }: Work, stage: Stage): Result<Command, { readonly message: string }> {
  const made = madeBy(cast, kind, stage);
  const shown: Shown = {
    deliverableLines: made.flatMap((record) => (record.id.startsWith('scopeLine:') ? [record.id as `scopeLine:${string}`] : [])),
    ...(made[0] && !made[0].id.startsWith('scopeLine:') ? { deliverable: made[0].id as NonNullable<Shown['deliverable']> } : {}),
  };
  const outcome = oneOf(chanceFrom(`${cast.script.key}/${kind}`), OUTCOMES[kind]);
  return closeTicket(stage.get('ticket', id), { shown, outcome }, recordsOf(made), nothingUndecided);
}

/** What the work left behind that can be linked by now. */
function madeBy(cast: Cast, kind: PreSaleKind, stage: Stage): readonly AnyRecord[] {
  if (kind === 'scoping') return linesWritten(cast, stage);
  if (kind === 'proposal construction') return offerSent(cast, stage);
  const blueprint = cast.id('blueprint', 'blueprint');
  return kind === 'blueprint design' && stage.has(blueprint) ? [stage.get('blueprint', blueprint)] : [];
}

/** The lines of the deal that are there at this moment. */
const linesWritten = (cast: Cast, stage: Stage): readonly AnyRecord[] =>
  cast.script.scope.flatMap(({ key }) => {
    const id = cast.id('scopeLine', key);
    return stage.has(id) ? [stage.get('scopeLine', id)] : [];
  });

/** The latest version that has gone out by now. */
function offerSent(cast: Cast, stage: Stage): readonly AnyRecord[] {
  for (let version = 9; version > 0; version -= 1) {
    const id = cast.id('proposal', `v${version}`);
    if (stage.has(id) && stage.get('proposal', id).sentAt !== undefined) return [stage.get('proposal', id)];
  }
  return [];
}

const OUTCOMES = {
  'information gathering': [
    'Written up in the calls and notes of the deal.',
    'We know who decides, what hurts and what it may cost.',
    'Enough to scope. Two questions went on to the scoping ticket.',
  ],
  scoping: [
    'All lines have an owner at the client who will accept them.',
    'Exclusions read out to the client, line by line. None was a surprise.',
    'Lines, exclusions and tests agreed with the users; prices to follow.',
  ],
  'blueprint design': [
    'Walked through with the users; their remarks are in the notes.',
    'Target process on two pages. The users changed the order of three steps.',
    'Drawn with the client at the wall, photographed, agreed.',
  ],
  'proposal construction': [
    'Sent, and agreed line by line.',
    'Priced from the hours of each line; reviewed by a partner.',
    'Sent in time, with the exclusions on page one.',
  ],
} as const;

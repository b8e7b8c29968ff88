import { advanceDeal, holdDeal, isSigned, loseDeal } from '#shared/deal/phase';
import { acceptProposal } from '#shared/proposal/acceptance';
import type { Phase } from '#shared/records/deal';
import { createRecord, editRecord, together } from '#shared/records/write';
import { negotiateAway } from '#shared/scope/lifecycle';
import { ranksBetween } from '#shared/values/rank';
import type { Cast } from './cast';
import type { PersonKey } from './people';
import { lastSent, readingOf } from './proposals';
import type { Day, Line } from './script';
import { sampleId, type Cue, type Stage } from './stage';
import { signatureDay, stepDay } from './steps';

const HOUR = 60;

/** What follows from a deal's facts before and at its signature: phases, prices, lines of scope. */
export function cuesOfRoutine(cast: Cast): readonly Cue[] {
  return [
    ...opening(cast),
    ...repricing(cast),
    ...scoping(cast),
    ...agreedPrices(cast),
    ...cast.script.steps.flatMap(([day, phase]) => stepCues(cast, day, phase)),
    ...closing(cast),
  ];
}

/** Whether a line made it into the contract. */
export const isSold = (line: Line): boolean => line.status === undefined || line.status === 'done';

const cueAt = (cast: Cast, day: Day, minute: number, by: PersonKey, tell: Cue['tell']): Cue => ({
  at: cast.calendar.moment(day, minute),
  by,
  tell,
});

function opening(cast: Cast): readonly Cue[] {
  const { script, calendar } = cast;
  const [first] = script.buyers;
  const values = {
    name: script.name,
    account: cast.account,
    phase: 'discovery' as const,
    department: script.department,
    ae: sampleId('person', script.ae),
    buyers: first ? [cast.contact(first)] : [],
    amount: cast.money(script.prices[0]?.[1] ?? 0),
    expectedClose: calendar.date(script.closeBy - 21),
  };
  const staffed = { presalesLead: sampleId('person', script.lead), buyers: script.buyers.map((key) => cast.contact(key)) };
  return [
    cueAt(cast, script.opened, 6 * HOUR + 40, script.ae, () => createRecord('deal', cast.deal, values)),
    cueAt(cast, (stepDay(script, 'scoping') ?? script.opened + 6) - 1, 12 * HOUR, script.ae, (stage) =>
      editRecord('deal', stage.get('deal', cast.deal), staffed),
    ),
  ];
}

function repricing(cast: Cast): readonly Cue[] {
  const { script, calendar } = cast;
  const prices = script.prices
    .slice(1)
    .map(([day, units]) =>
      cueAt(cast, day, 13 * HOUR + 20, script.ae, (stage) =>
        editRecord('deal', stage.get('deal', cast.deal), { amount: cast.money(units) }),
      ),
    );
  const offered = stepDay(script, 'proposal');
  if (offered === undefined) return prices;
  const terms = {
    billingModel: script.model,
    expectedClose: calendar.date(script.closeBy),
    ...(script.cap ? { cap: cast.money(script.cap) } : {}),
    ...(script.retainer
      ? { retainerFee: cast.money(script.retainer.fee), retainerPeriod: 'month' as const, retainerPeriods: script.retainer.months }
      : {}),
  };
  return [
    ...prices,
    cueAt(cast, offered - 1, 13 * HOUR + 50, script.ae, (stage) => editRecord('deal', stage.get('deal', cast.deal), terms)),
  ];
}

/** Lines are written while scoping, priced before the proposal, and those given up go before the signature. */
function scoping(cast: Cast): readonly Cue[] {
  const { script } = cast;
  const from = stepDay(script, 'scoping');
  if (from === undefined) return [];
  const offered = stepDay(script, 'proposal');
  const until = offered ?? Math.min(-2, from + 24);
  const ranks = ranksBetween(null, null, script.scope.length);
  return script.scope.flatMap((line, at) => {
    const written = Math.round(from + 3 + ((until - from - 6) * at) / Math.max(1, script.scope.length));
    const cues = [cueAt(cast, written, 10 * HOUR + (at % 5) * 22, script.lead, writing(cast, line, ranks[at] ?? 'a0'))];
    if (offered !== undefined) cues.push(cueAt(cast, offered - 2, 11 * HOUR + at * 7, script.ae, pricing(cast, line)));
    if (line.status === 'negotiated away') {
      const day = (stepDay(script, 'negotiation') ?? -3) + 3;
      cues.push(cueAt(cast, day, 14 * HOUR, script.ae, dropping(cast, line, day)));
    }
    return cues;
  });
}

function writing(cast: Cast, line: Line, rank: string): Cue['tell'] {
  return (stage) => {
    const id = cast.id('scopeLine', line.key);
    const text = {
      included: line.included,
      role: line.role ?? 'senior consultant',
      plannedHours: line.hours,
      rank,
      ...(line.excluded ? { excluded: line.excluded } : {}),
      ...(line.assumes ? { assumptions: line.assumes } : {}),
    };
    // A line that was selected from words of a moment exists already and is only filled in.
    if (stage.has(id)) return editRecord('scopeLine', stage.get('scopeLine', id), text);
    const status = line.status === 'optional' ? 'optional' : 'proposed';
    return createRecord('scopeLine', id, { deal: cast.deal, title: line.title, status, origin: 'proposal', ...text });
  };
}

function pricing(cast: Cast, line: Line): Cue['tell'] {
  return (stage) => {
    const priced = {
      price: cast.money(line.asked ?? line.price),
      ...(line.test ? { acceptanceTest: line.test } : {}),
      ...(line.why ? { why: line.why } : {}),
      ...(line.touches ? { touches: line.touches.map((key) => cast.id('constraint', key)) } : {}),
    };
    return editRecord('scopeLine', stage.get('scopeLine', cast.id('scopeLine', line.key)), priced);
  };
}

/** With the last price before the signature, what came down is written into the lines. */
function agreedPrices(cast: Cast): readonly Cue[] {
  const { script } = cast;
  const lowered = script.scope.filter((line) => line.asked !== undefined);
  const day = script.prices.at(-1)?.[0];
  if (!lowered.length || day === undefined) return [];
  const tell: Cue['tell'] = (stage) =>
    together(
      'scopeLine.price',
      lowered.map((line) =>
        editRecord('scopeLine', stage.get('scopeLine', cast.id('scopeLine', line.key)), { price: cast.money(line.price) }),
      ),
    );
  return [cueAt(cast, day, 13 * HOUR + 30, script.ae, tell)];
}

const dropping =
  (cast: Cast, line: Line, day: Day): Cue['tell'] =>
  (stage) =>
    negotiateAway(stage.get('scopeLine', cast.id('scopeLine', line.key)), {
      by: sampleId('person', cast.script.ae),
      on: cast.calendar.date(day),
      why: line.dropped ?? 'Taken out in the negotiation to meet the budget.',
    });

function stepCues(cast: Cast, day: Day, phase: Phase): readonly Cue[] {
  const { script } = cast;
  const signing = signatureDay(script) === day && isSigned(phase);
  const by = isSigned(phase) && !signing ? (script.pm ?? script.ae) : script.ae;
  const step = cueAt(cast, day, 15 * HOUR + 10, by, (stage) => {
    const deal = stage.get('deal', cast.deal);
    if (phase === 'lost') return loseDeal(deal, { reason: script.lostBecause ?? '' });
    if (phase === 'on hold') return holdDeal(deal, script.lostBecause ? { why: script.lostBecause } : {});
    if (signing) return accepting(cast, stage, day);
    return advanceDeal(deal, phase);
  });
  return signing ? [step, ...afterSignature(cast, day)] : [step];
}

/** The client accepts the last version: that is the signature, and its lines become the work packages. */
function accepting(cast: Cast, stage: Stage, day: Day) {
  const [buyer] = cast.script.buyers;
  const acceptance = { at: cast.calendar.date(day), ...(buyer ? { by: cast.contact(buyer) } : {}) };
  return acceptProposal(stage.get('proposal', lastSent(cast)), readingOf(cast, stage, day), acceptance);
}

/** What is agreed with the signature: who delivers, until when, and why they bought. */
function afterSignature(cast: Cast, day: Day): readonly Cue[] {
  const { script, calendar } = cast;
  const agreed = {
    ...(script.pm ? { pm: sampleId('person', script.pm) } : {}),
    ...(script.why ? { whyTheyBought: script.why } : {}),
    ...(script.plannedEnd !== undefined ? { plannedEnd: calendar.date(script.plannedEnd) } : {}),
    ...(script.retainer ? { renewalAt: calendar.date(day + script.retainer.months * 30) } : {}),
    kickoffAt: calendar.date(day + 9),
  };
  return [
    cueAt(cast, day, 15 * HOUR + 40, script.ae, (stage) => editRecord('deal', stage.get('deal', cast.deal), agreed)),
    ...(script.pm
      ? [cueAt(cast, day + 9, 12 * HOUR, script.pm, (stage) => editRecord('deal', stage.get('deal', cast.deal), { health: 'green' }))]
      : []),
  ];
}

/** Delivery dates, warranty, and the health of a deal that is not well. */
function closing(cast: Cast): readonly Cue[] {
  const { script, calendar } = cast;
  if (!script.pm || signatureDay(script) === undefined) return [];
  const { pm } = script;
  const delivered = script.retainer ? undefined : (stepDay(script, 'warranty') ?? stepDay(script, 'closed'));
  const edits = [
    ...(delivered !== undefined
      ? [[delivered, { deliveredAt: calendar.date(delivered), warrantyUntil: calendar.date(delivered + 180) }] as const]
      : []),
    ...(script.health && script.health !== 'green' ? [[-24, { health: script.health }] as const] : []),
  ];
  return edits.map(([day, values]) =>
    cueAt(cast, day, 15 * HOUR + 45, pm, (stage) => editRecord('deal', stage.get('deal', cast.deal), values)),
  );
}

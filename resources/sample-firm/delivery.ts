import { createRecord, editRecord, together } from '#shared/records/write';
import type { Cast } from './cast';
import { between, chanceFrom } from './chance';
import { isSold } from './routine';
import { signatureDay, stepDay } from './steps';
import type { Day, Stone, Units } from './script';
import { sampleId, type Cue, type Stage } from './stage';

const HOUR = 60;
/** What an hour was planned to cost, per currency. */
export const PLANNED_RATE = { EUR: 66, GBP: 58, USD: 74 } as const;
/** Clients in Germany pay VAT; the others are charged in reverse. */
const TAXED: readonly string[] = ['nordwind', 'ostara', 'rheinaue'];

/** After the signature: work packages, planned cost, invoices on acceptance, payments. */
export function cuesOfDelivery(cast: Cast): readonly Cue[] {
  const day = signatureDay(cast.script);
  const { pm } = cast.script;
  if (day === undefined || !pm) return [];
  const stones = cast.script.milestones ?? [];
  return [
    // Before the client signs: the margin of the deal is frozen as it was known then.
    { at: cast.calendar.moment(day, 11 * HOUR), by: pm, tell: () => planCosts(cast) },
    { at: cast.calendar.moment(day + 9, 12 * HOUR + 30), by: pm, tell: () => packages(cast) },
    { at: cast.calendar.moment(day + 9, 12 * HOUR + 45), by: pm, tell: (stage) => plannedDays(cast, stage, day + 10) },
    ...stones.flatMap((stone) => stoneCues(cast, stone)),
    ...retainerCues(cast, day),
  ];
}

function planCosts(cast: Cast) {
  const rate = PLANNED_RATE[cast.script.currency];
  const plans = cast.script.scope.filter(isSold).map((line) =>
    createRecord('costPlan', cast.id('costPlan', line.key), {
      deal: cast.deal,
      scopeLine: cast.id('scopeLine', line.key),
      planned: cast.money(line.hours * rate),
      plannedRate: cast.money(rate),
    }),
  );
  return together('costPlan.write', plans);
}

/** The lines that were sold are the work packages: the same records, each with somebody who owns the work. */
function packages(cast: Cast) {
  const team = cast.script.team ?? [];
  const sold = cast.script.scope.filter(isSold);
  const tickets = sold.map((line, at) => {
    const owner = team[at % Math.max(1, team.length)] ?? cast.script.lead;
    return createRecord('ticket', cast.id('ticket', `package/${line.key}`), {
      deal: cast.deal,
      kind: 'work package',
      title: line.title,
      status: line.status === 'done' ? 'in progress' : 'open',
      owner: sampleId('person', owner),
      scopeLine: cast.id('scopeLine', line.key),
      estimateHours: line.hours,
    });
  });
  return together('ticket.plan', tickets);
}

/** Who does which line when: one after the other up to the planned end, by their hours. */
function plannedDays(cast: Cast, stage: Stage, from: Day) {
  const { calendar, script } = cast;
  const sold = script.scope.filter(isSold);
  const team = script.team ?? [];
  const until = script.plannedEnd ?? stepDay(script, 'warranty') ?? stepDay(script, 'closed') ?? from + 120;
  const total = sold.reduce((sum, { hours }) => sum + hours, 0);
  let done = 0;
  const edits = sold.map((line, at) => {
    const dayAt = (hours: number): Day => Math.round(from + ((until - from) * hours) / Math.max(1, total));
    const [begins, ends] = [dayAt(done), dayAt(done + line.hours)];
    done += line.hours;
    const owner = team[at % Math.max(1, team.length)] ?? script.lead;
    const values = { owner: sampleId('person', owner), plannedStart: calendar.date(begins), plannedEnd: calendar.date(ends) };
    return editRecord('scopeLine', stage.get('scopeLine', cast.id('scopeLine', line.key)), values);
  });
  return together('scopeLine.plan', edits);
}

function stoneCues(cast: Cast, stone: Stone): readonly Cue[] {
  const { script, calendar } = cast;
  const { reached } = stone;
  if (reached === undefined || !script.pm) return [];
  const chance = chanceFrom(`${script.key}/${stone.key}`);
  const id = cast.id('milestone', stone.key);
  const accepted = stone.by ? { acceptedBy: cast.contact(stone.by), acceptedAt: calendar.date(reached) } : {};
  const values = { reachedAt: calendar.date(reached), ...accepted };
  const reaching: Cue = {
    at: calendar.moment(reached, 11 * HOUR + 30),
    by: script.pm,
    tell: (stage) => editRecord('milestone', stage.get('milestone', id), values, { act: 'milestone.reach' }),
  };
  const issued = reached + between(chance, 2, 5);
  if (!stone.fee || issued >= 0) return [reaching];
  const bill = billing(cast, stone.key, issued, stone.title, stone.fee, { milestone: id });
  const paid = stone.paidAfter === 'never' ? 0 : issued + (stone.paidAfter ?? between(chance, 24, 44));
  return [reaching, bill, ...(paid < 0 && stone.paidAfter !== 'never' ? [paying(cast, stone.key, paid, stone.paidPart)] : [])];
}

/** An invoice with one line, issued by finance. */
export function billing(
  cast: Cast,
  key: string,
  day: Day,
  text: string,
  net: number,
  from: object,
  extra?: (stage: Stage) => readonly ReturnType<typeof createRecord>[],
): Cue {
  const { calendar, script } = cast;
  const tell: Cue['tell'] = (stage) => {
    const invoice = cast.id('invoice', key);
    const issuedAt = calendar.date(day);
    const number = stage.nextNumber(issuedAt.slice(0, 4));
    const head = createRecord('invoice', invoice, { number, deal: cast.deal, kind: 'invoice', issuedAt, dueAt: calendar.date(day + 30) });
    const tax = TAXED.includes(script.account) ? net * 0.19 : 0;
    const line = { invoice, text, net: cast.money(net), tax: cast.money(tax), ...from };
    const lines = [createRecord('invoiceLine', cast.id('invoiceLine', key), line, { deal: cast.deal }), ...(extra?.(stage) ?? [])];
    return { ...together('invoice.issue', [head, ...lines]), deal: cast.deal };
  };
  return { at: calendar.moment(day, 9 * HOUR + 30), by: 'martin', tell };
}

/** The client pays what the invoice asks for, tax included, or only a part of it. */
export function paying(cast: Cast, key: string, day: Day, part?: Units): Cue {
  const tell: Cue['tell'] = (stage) => {
    const { net, tax } = stage.get('invoiceLine', cast.id('invoiceLine', key));
    const amount = part === undefined ? { amount: net.amount + (tax?.amount ?? 0), currency: net.currency } : cast.money(part);
    const values = { invoice: cast.id('invoice', key), paidAt: cast.calendar.date(day), amount };
    return createRecord('payment', cast.id('payment', key), values, { deal: cast.deal, act: 'payment.book' });
  };
  return { at: cast.calendar.moment(day, 7 * HOUR + 20), by: 'martin', tell };
}

function retainerCues(cast: Cast, signed: Day): readonly Cue[] {
  const { retainer } = cast.script;
  if (!retainer) return [];
  const months = Array.from({ length: retainer.months }, (_, month) => signed + 4 + month * 30).filter((day) => day < 0);
  return months.flatMap((day, month) => {
    const bill = billing(cast, `month-${month + 1}`, day, `Retainer, month ${month + 1}`, retainer.fee, {});
    return day + 31 < 0 ? [bill, paying(cast, `month-${month + 1}`, day + 31)] : [bill];
  });
}

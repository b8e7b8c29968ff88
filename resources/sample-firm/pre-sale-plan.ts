import type { Id } from '#shared/records/define-record';
import { recordsOf } from '#shared/records/records-from';
import type { AnyRecord } from '#shared/records/registry';
import { DEFAULT_TEMPLATES } from '#shared/ticket/default-templates';
import { closeTicket, moveTicket } from '#shared/ticket/lifecycle';
import { plannedTickets, planPreSale, type PlannedTicket } from '#shared/ticket/plan';
import type { TemplateLine, TicketTemplate } from '#shared/ticket/template';
import { nothingUndecided } from '#shared/ticket/ticket-error';
import type { Cast } from './cast';
import { chanceFrom, oneOf } from './chance';
import type { PersonKey } from './people';
import { cuesOfTalk } from './pre-sale-talk';
import { pursuit } from './pursuit';
import type { Day } from './script';
import { sampleId, type Cue, type Stage } from './stage';

/** A deal whose pre-sale work was laid out from a template, and who does what beside the people of the deal. */
interface LaidOut {
  readonly template: string;
  readonly start: Day;
  readonly owners: Readonly<Record<string, PersonKey>>;
}

/** People of delivery do part of it: they will build what they draw and estimate. */
const LAID_OUT: Readonly<Record<string, LaidOut>> = {
  'lumen-outage': { template: 'software', start: -30, owners: { users: 'hannah', blueprint: 'luca', effort: 'david' } },
  'meridian-technicians': { template: 'software', start: -30, owners: { users: 'priya', blueprint: 'priya', effort: 'clara' } },
  'kestrel-nonconformance': { template: 'software', start: -24, owners: { users: 'luca', blueprint: 'jonas', effort: 'david' } },
  'harbour-fees': { template: 'advisory', start: -14, owners: { material: 'elise' } },
  'rheinaue-water': { template: 'advisory', start: -12, owners: { material: 'hannah', proposal: 'ruth' } },
  'ostara-lab': { template: 'erp', start: -16, owners: { processes: 'luca', 'fit-gap': 'luca', effort: 'mehmet' } },
  'verlaine-loyalty': { template: 'software', start: -21, owners: { users: 'elise', blueprint: 'jonas', effort: 'clara' } },
};

export const isLaidOut = ({ script }: Cast): boolean => Object.hasOwn(LAID_OUT, script.key);

const HOUR = 60;
/** Days before the day on which it is due that somebody begins. */
const BEGUN_BEFORE = 6;
/** Nothing is told of the last two days: a weekend may move them to today. */
const TOLD_UNTIL = -2;

/** Laid out as one act; then begun, worked on and closed as its days come. What is not ready stays open, and is late. */
export function cuesOfPlan(cast: Cast): readonly Cue[] {
  const laid = LAID_OUT[cast.script.key];
  const template = DEFAULT_TEMPLATES.find(({ id }) => id === laid?.template);
  if (!laid || !template) return [];
  const { calendar, script } = cast;
  const owners = Object.fromEntries(Object.entries(laid.owners).map(([line, key]) => [line, sampleId('person', key)] as const));
  const layOut: Cue = {
    at: calendar.moment(laid.start, 8 * HOUR + 25),
    by: script.lead,
    tell: (stage) =>
      planPreSale(stage.get('deal', cast.deal), template, { start: calendar.date(laid.start), owners }, peopleOn(cast, stage, laid)),
  };
  return [
    layOut,
    ...template.lines.flatMap((line) => lineCues(cast, laid, template, line)),
    ...cuesOfTalk(cast, ticketsOf(cast, template)),
  ];
}

/** The people whom the plan may name. */
function peopleOn({ script }: Cast, stage: Stage, laid: LaidOut) {
  const keys = new Set<PersonKey>([script.ae, script.lead, ...(script.pm ? [script.pm] : []), ...Object.values(laid.owners)]);
  return recordsOf([...keys].map((key) => stage.get('person', sampleId('person', key))));
}

/** Line → the ticket that it becomes on this deal. */
function ticketsOf(cast: Cast, template: TicketTemplate): Readonly<Record<string, Id<'ticket'>>> {
  const nobody = recordsOf([]);
  const deal = { id: cast.deal, name: cast.script.name, phase: 'discovery', buyers: [], otherAccounts: [], externalIds: {} } as const;
  const planned: readonly PlannedTicket[] = plannedTickets(deal, template, cast.calendar.today, nobody);
  return Object.fromEntries(planned.map(({ id, line }) => [line.key, id]));
}

function ownerOf({ script }: Cast, laid: LaidOut, { key, role }: TemplateLine): PersonKey {
  const own = laid.owners[key];
  if (own) return own;
  return role === 'AE' ? script.ae : script.lead;
}

function lineCues(cast: Cast, laid: LaidOut, template: TicketTemplate, line: TemplateLine): readonly Cue[] {
  const { calendar } = cast;
  const ticket = ticketsOf(cast, template)[line.key];
  if (!ticket) return [];
  const by = ownerOf(cast, laid, line);
  const due = laid.start + line.day;
  const from = Math.max(laid.start + 1, due - BEGUN_BEFORE);
  if (from > TOLD_UNTIL) return [];
  const begun: Cue = {
    at: calendar.moment(from, 9 * HOUR + 5),
    by,
    tell: (stage) => moveTicket(stage.get('ticket', ticket), 'in progress', nothingUndecided),
  };
  const hours = pursuit(cast, { ticket, by, from, until: due, hours: line.estimateHours ?? 8 });
  const closed: Cue = { at: calendar.moment(due, 16 * HOUR + 58), by, tell: (stage) => closing(cast, ticket, line, stage) };
  return due > TOLD_UNTIL ? [begun, ...hours] : [begun, ...hours, closed];
}

/** Nothing where there is nothing to show yet: a blueprint that nobody approved, lines that nobody wrote. */
function closing(cast: Cast, ticket: Id<'ticket'>, line: TemplateLine, stage: Stage) {
  const work = stage.get('ticket', ticket);
  if (line.expects === 'scope lines') {
    const written: readonly AnyRecord[] = cast.script.scope.flatMap(({ key }) => {
      const id = cast.id('scopeLine', key);
      return stage.has(id) ? [stage.get('scopeLine', id)] : [];
    });
    const deliverableLines = written.map(({ id }) => id as Id<'scopeLine'>);
    return written.length ? closeTicket(work, { shown: { deliverableLines } }, recordsOf(written), nothingUndecided) : undefined;
  }
  if (line.expects !== 'file') return undefined;
  const outcome = oneOf(chanceFrom(`${ticket}/outcome`), OUTCOMES);
  return closeTicket(work, { outcome }, recordsOf([]), nothingUndecided);
}

/** Much of what is found out goes into the story of the deal, and not into a file. */
const OUTCOMES = [
  'No paper of its own: it stands in the calls and notes of the deal, with who said it.',
  'Told on the wall of their meeting room; the notes of it are in the story.',
  'They sent what they have by mail. It is filed with the deal, and the gaps are on the scoping ticket.',
] as const;

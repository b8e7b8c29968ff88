import { absorbChange, billChange, rejectChange, submitChange } from '#shared/change-order/lifecycle';
import { answerQuestion, askQuestion, type Asked } from '#shared/handover/questions';
import { breakCommitment, decideCommitment, keepCommitment } from '#shared/promise/commitment';
import { approveConcession } from '#shared/promise/concession';
import { promiseFromSelection } from '#shared/promise/from-selection';
import { resolveObjection } from '#shared/promise/objection';
import type { Values } from '#shared/records/parse';
import { recordsOf } from '#shared/records/records-from';
import { createRecord, editRecord, together } from '#shared/records/write';
import { giveAsCourtesy } from '#shared/scope/lifecycle';
import { linkWorkaround } from '#shared/scope/workaround';
import { closeTicket, openTicket } from '#shared/ticket/lifecycle';
import { nothingUndecided } from '#shared/ticket/ticket-error';
import { instantOf } from '#shared/values/calendar';
import type { Cast } from './cast';
import { chanceFrom, between } from './chance';
import { figureOf, plannedOrder } from './cost-beats';
import { isPersonKey, PEOPLE } from './people';
import type { Beat, Noted } from './script';
import { sampleId, type Cue, type Stage } from './stage';

type Told<K extends Beat['what']> = Extract<Beat, { readonly what: K }>;
type Tell = Cue['tell'];

/** The written part of a deal: every beat of its script as something that somebody does at a minute of a day. */
export function cuesOfBeats(cast: Cast): readonly Cue[] {
  // By date and not by day: two days of a weekend may be told on the same Friday, one after the other.
  const minutes = new Map<string, number>();
  const beats = [...cast.script.beats].sort((a, b) => a.day - b.day);
  return beats.flatMap((beat) => {
    const date = cast.calendar.date(beat.day);
    const minute = minutes.get(date) ?? 7 * 60 + between(chanceFrom(`${cast.script.key}/${beat.day}`), 5, 95);
    const notes = beat.what === 'moment' ? beat.notes : [];
    minutes.set(date, minute + 37 + notes.length * 4);
    const at = cast.calendar.moment(beat.day, minute);
    const cue: Cue = { at, by: beat.by, tell: tellerOf(cast, beat, at) };
    if (beat.what !== 'moment') return [cue];
    return [cue, ...notes.map((note, index) => ({ at: at + (index + 2) * 4 * 60_000, by: beat.by, tell: noting(cast, beat, note) }))];
  });
}

function tellerOf(cast: Cast, beat: Beat, at: number): Tell {
  switch (beat.what) {
    case 'moment':
      return () => momentOf(cast, beat, at);
    case 'edit':
      return (stage) => editRecord('deal', stage.get('deal', cast.deal), cast.values('deal', beat.values), because(beat));
    case 'editLine':
      return (stage) =>
        editRecord(
          'scopeLine',
          stage.get('scopeLine', cast.id('scopeLine', beat.key)),
          cast.values('scopeLine', beat.values),
          because(beat),
        );
    case 'decide':
      return (stage) => decideCommitment(stage.get('commitment', cast.id('commitment', beat.key)), beat.decision, { why: beat.why });
    case 'keep':
      return (stage) => keepCommitment(stage.get('commitment', cast.id('commitment', beat.key)));
    case 'break':
      return (stage) => breakCommitment(stage.get('commitment', cast.id('commitment', beat.key)), { why: beat.why });
    case 'resolve':
      return (stage) => resolveObjection(stage.get('objection', cast.id('objection', beat.key)), resolutionOf(cast, beat));
    case 'approve':
      return (stage) =>
        approveConcession(stage.get('concession', cast.id('concession', beat.key)), {
          by: stage.get('person', sampleId('person', beat.by)),
        });
    case 'workAround':
      return (stage) =>
        linkWorkaround(stage.get('commitment', cast.id('commitment', beat.key)), {
          line: stage.get('scopeLine', cast.id('scopeLine', beat.line)),
          constraint: stage.get('constraint', cast.id('constraint', beat.constraint)),
        });
    case 'courtesyLine':
      return (stage) => giveAsCourtesy(stage.get('scopeLine', cast.id('scopeLine', beat.key)), decidedBy(cast, beat));
    default:
      return workTeller(cast, beat, at);
  }
}

const decidedBy = (cast: Cast, { by, day, why }: Told<'courtesyLine'>) => ({
  by: sampleId('person', by),
  on: cast.calendar.date(day),
  why,
});

/** Change orders, tickets, slips, questions: what the delivery of a deal brings. */
function workTeller(
  cast: Cast,
  beat: Exclude<
    Beat,
    Told<'moment' | 'edit' | 'editLine' | 'decide' | 'keep' | 'break' | 'resolve' | 'approve' | 'workAround' | 'courtesyLine'>
  >,
  at: number,
): Tell {
  switch (beat.what) {
    case 'supersede':
      return () => superseding(cast, beat);
    case 'change':
      return () => requested(cast, beat);
    case 'settle':
      return (stage) => settled(cast, beat, stage);
    case 'ticket':
      return (stage) => openTicket(cast.id('ticket', beat.key), stage.get('deal', cast.deal), ticketOf(cast, beat));
    case 'close':
      return (stage) => closed(cast, beat, stage);
    case 'slip':
      return (stage) => slipped(cast, beat, stage.get('milestone', cast.id('milestone', beat.key)));
    case 'ask':
      return () => askQuestion(cast.id('question', beat.key), questionOf(cast, beat));
    case 'answer':
      return (stage) => answered(cast, beat, at, stage);
    case 'pulse':
      return () =>
        createRecord('pulse', cast.id('pulse', String(beat.day)), {
          deal: cast.deal,
          person: sampleId('person', beat.by),
          at: instantOf(cast.calendar.moment(beat.day, 480)),
          mood: beat.mood,
          note: beat.note,
        });
    case 'expense':
      return () =>
        createRecord('expense', cast.id('expense', String(beat.day)), {
          deal: cast.deal,
          date: cast.calendar.date(beat.day),
          text: beat.text,
          cost: cast.money(beat.cost),
        });
    case 'hours':
      return () => createRecord('timeEntry', entryId(cast, beat), hoursOf(cast, beat));
    case 'planCost':
      return () => plannedOrder(cast, beat);
    case 'figure':
      return () => figureOf(cast, beat);
    case 'credit':
      return (stage) => credited(cast, beat, stage.nextNumber(cast.calendar.date(beat.day).slice(0, 4)));
  }
}

const because = ({ why }: { readonly why?: string }) => (why ? { why } : {});

/** Logged a little after it happened: a mail is filed, a call written up. */
function momentOf(cast: Cast, beat: Told<'moment'>, at: number) {
  const everybody = [...(beat.from ? [beat.from] : []), ...beat.with];
  const mailed = beat.kind === 'e-mail' && beat.from !== undefined;
  const spoken = at - between(chanceFrom(`${cast.script.key}/${beat.key}`), 4, 33) * 60_000;
  return createRecord('moment', cast.id('moment', beat.key), {
    kind: beat.kind,
    deal: cast.deal,
    account: cast.account,
    at: instantOf(spoken),
    subject: beat.subject,
    body: beat.body.trim(),
    contacts: everybody.filter((key) => !isPersonKey(key)).map((key) => cast.contact(key)),
    people: [...new Set([...everybody.filter(isPersonKey), beat.by])].map((key) => sampleId('person', key)),
    ...(mailed ? mailHead(cast, beat, beat.from) : {}),
  });
}

function mailHead(cast: Cast, beat: Told<'moment'>, from: string) {
  const topic = beat.subject.replace(/^(?:(?:Re|Fwd): )+/u, '');
  return {
    from: cast.address(from),
    to: beat.with.map((key) => cast.address(key)).join(', '),
    messageId: `<${cast.script.key}.${beat.key}@${cast.address(from).split('@')[1]?.replace('>', '') ?? ''}>`,
    thread: `${cast.script.key}/${topic}`,
  };
}

function noting(cast: Cast, beat: Told<'moment'>, { kind, key, quote, values }: Noted): Tell {
  return (stage) => {
    const moment = stage.get('moment', cast.id('moment', beat.key));
    const start = (moment.body ?? '').indexOf(quote);
    const said = speakers(beat, cast);
    const named = {
      ...(kind === 'commitment' ? { madeBy: said.person, madeTo: said.contact } : {}),
      ...(kind === 'constraint' ? { by: said.contact } : {}),
    };
    const given = {
      ...named,
      ...(kind === 'objection' ? { raisedBy: said.contact } : {}),
      ...(kind === 'priority' ? { contact: said.contact } : {}),
    };
    const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const selection = { moment, quote, timeZone: 'Europe/Berlin', ...(start < 0 ? {} : { start }) };
    return promiseFromSelection(kind, cast.id(kind, key), selection, { ...known, ...cast.values(kind, values) });
  };
}

/** Who most likely said it to whom: the first of each side. */
function speakers(beat: Told<'moment'>, cast: Cast) {
  const everybody = [...(beat.from ? [beat.from] : []), ...beat.with];
  const client = everybody.find((key) => !isPersonKey(key));
  const person = everybody.find(isPersonKey) ?? beat.by;
  return { contact: client === undefined ? undefined : cast.contact(client), person: sampleId('person', person) };
}

function resolutionOf(cast: Cast, { by, day, resolution, ledTo }: Told<'resolve'>) {
  const led = ledTo ? { ledTo: cast.id(ledTo[0], ledTo[1]) } : {};
  return { resolution, by: sampleId('person', by), on: cast.calendar.date(day), ...led };
}

function superseding(cast: Cast, beat: Told<'supersede'>) {
  const values = {
    deal: cast.deal,
    supersedes: cast.id('decision', beat.old),
    text: beat.text,
    why: beat.why,
    decidedBy: beat.decidedBy,
    decidedAt: cast.calendar.date(beat.day),
  };
  return createRecord('decision', cast.id('decision', beat.key), values, { act: 'decision.supersede' });
}

function requested(cast: Cast, beat: Told<'change'>) {
  return createRecord('changeOrder', cast.id('changeOrder', beat.key), {
    deal: cast.deal,
    title: beat.title,
    price: cast.money(beat.price),
    hours: beat.hours,
    status: 'requested',
    requestedBy: cast.contact(beat.from),
    requestedAt: cast.calendar.date(beat.day),
    sourceMoment: cast.id('moment', beat.source),
    quote: beat.quote,
  });
}

function settled(cast: Cast, { key, by, day, status, why }: Told<'settle'>, stage: Stage): ReturnType<Tell> {
  const order = stage.get('changeOrder', cast.id('changeOrder', key));
  const deciding = { by: stage.get('person', sampleId('person', by)), on: cast.calendar.date(day), why };
  switch (status) {
    case 'submitted': {
      const submitted = submitChange(order, deciding);
      return submitted.ok ? { ...submitted.value, why } : submitted;
    }
    case 'billed':
      return billChange(recordsOf([]), order, deciding);
    case 'absorbed':
      return absorbChange(order, { ...deciding, amount: order.price ?? cast.money(0) });
    case 'rejected':
      return rejectChange(order, deciding);
  }
}

/** Closed, and on which day. */
function closed(cast: Cast, { key, day, outcome }: Told<'close'>, stage: Stage): ReturnType<Tell> {
  const done = closeTicket(stage.get('ticket', cast.id('ticket', key)), { outcome }, recordsOf([]), nothingUndecided);
  if (!done.ok) return done;
  const closedAt = cast.calendar.date(day);
  return { ...done.value, changes: done.value.changes.map((change) => ({ ...change, set: { ...change.set, closedAt } })) };
}

function ticketOf(cast: Cast, { title, values, due, by, day }: Told<'ticket'>): Values<'ticket'> {
  return {
    deal: cast.deal,
    title,
    status: 'open',
    kind: 'incident',
    owner: sampleId('person', by),
    openedAt: cast.calendar.date(day),
    ...(due === undefined ? {} : { due: cast.calendar.date(due) }),
    ...cast.values('ticket', values),
  };
}

function slipped(cast: Cast, { key, day, to, cause, party }: Told<'slip'>, milestone: Parameters<typeof editRecord<'milestone'>>[1]) {
  const due = cast.calendar.date(to);
  const slip = { milestone: milestone.id, from: milestone.due ?? due, to: due, cause, party };
  const moved = editRecord('milestone', milestone, { due });
  return together('milestone.slip', [createRecord('slip', cast.id('slip', `${key}/${day}`), slip, { deal: cast.deal }), moved]);
}

function questionOf(cast: Cast, { by, day, to, text, about, due, fills }: Told<'ask'>): Asked {
  const subject = about ? { about: cast.id(about[0] as 'scopeLine', about[1]) } : {};
  const people = { by: sampleId('person', by), to: sampleId('person', to) };
  return { deal: cast.deal, text, ...people, on: cast.calendar.date(day), due: cast.calendar.date(due), ...subject, fills };
}

function answered(cast: Cast, { by, day, key, text }: Told<'answer'>, at: number, stage: Stage) {
  const answer = {
    words: text,
    by: stage.get('person', sampleId('person', by)),
    at: instantOf(at),
    on: cast.calendar.date(day),
    moment: cast.id('moment', `answer/${key}`),
  };
  return answerQuestion(stage.get('question', cast.id('question', key)), answer, stage.records());
}

const entryId = (cast: Cast, { day, person, activity, order, promise }: Told<'hours'>) =>
  cast.id('timeEntry', [day, person, activity, order ?? promise].filter((part) => part !== undefined).join('/'));

function hoursOf(cast: Cast, { day, person, hours, activity, note, ticket, order, promise }: Told<'hours'>): Values<'timeEntry'> {
  return {
    deal: cast.deal,
    person: sampleId('person', person),
    date: cast.calendar.date(day),
    hours,
    activity,
    note,
    billable: false,
    approved: true,
    billRate: cast.money(PEOPLE[person].billRate),
    ...(ticket ? { ticket: cast.id('ticket', ticket) } : {}),
    ...(order ? { changeOrder: cast.id('changeOrder', order) } : {}),
    ...(promise ? { commitment: cast.id('commitment', promise) } : {}),
  };
}

function credited(cast: Cast, { day, net, text, milestone }: Told<'credit'>, number: string) {
  const key = `credit/${milestone}`;
  const issuedAt = cast.calendar.date(day);
  const note = createRecord('invoice', cast.id('invoice', key), {
    number,
    deal: cast.deal,
    kind: 'credit note',
    issuedAt,
    dueAt: issuedAt,
  });
  const values = {
    invoice: cast.id('invoice', key),
    text,
    net: cast.money(net),
    tax: cast.money(0),
    milestone: cast.id('milestone', milestone),
  };
  return together('invoice.issue', [note, createRecord('invoiceLine', cast.id('invoiceLine', key), values, { deal: cast.deal })]);
}

import { answerQuestion, askQuestion } from '#shared/handover/questions';
import type { Id } from '#shared/records/define-record';
import { recordsOf } from '#shared/records/records-from';
import { createRecord } from '#shared/records/write';
import { instantOf } from '#shared/values/calendar';
import type { Cast } from './cast';
import { PEOPLE, type PersonKey } from './people';
import type { Day } from './script';
import { sampleId, type Cue } from './stage';

/** What was said in the work itself: on which line of the plan, by whom, on which day. */
type Talk = { readonly on: string; readonly day: Day; readonly by: PersonKey } & (
  | { readonly ask: string; readonly to: PersonKey; readonly due: Day; readonly answer?: readonly [Day, string] }
  | { readonly decide: string; readonly why: string; readonly who: string }
  | { readonly note: string }
);

const TALK: Readonly<Record<string, readonly Talk[]>> = {
  'lumen-outage': [
    {
      on: 'constraints',
      day: -24,
      by: 'elise',
      ask: 'Who at Lumen signs the firewall rule, and does he want it before or after the contract?',
      to: 'sofia',
      due: -21,
      answer: [-22, 'Mr Smit, and before anybody writes code. He said so on the call: he wants to see the rule first.'],
    },
    {
      on: 'scope',
      day: -14,
      by: 'elise',
      decide: 'Telephone announcements stay out of the first release',
      why: 'Ten minutes are about text and mail. Announcements would need the call centre, which another department runs.',
      who: 'Hanneke Visser, Elise Dubois',
    },
    { on: 'blueprint', day: -7, by: 'luca', note: 'Waits for Mr Smit: without his firewall rule the feed cannot be drawn as it will be.' },
    {
      on: 'blueprint',
      day: -5,
      by: 'luca',
      ask: 'Do we draw the desk of the control room into the blueprint, or is that their own to design?',
      to: 'ruth',
      due: 2,
    },
  ],
  'meridian-technicians': [
    {
      on: 'users',
      day: -26,
      by: 'priya',
      note: 'Seventy technicians, one wall, one dispatcher who plans by heart and retires in fourteen months.',
    },
    {
      on: 'effort',
      day: -8,
      by: 'clara',
      ask: 'Is the validation of a visit inside the 380 hours of the tablet, or beside them?',
      to: 'luca',
      due: -5,
      answer: [-6, 'Beside them. Robert Huang’s rules ask for test protocols of their own; I would put 40 hours on top.'],
    },
  ],
  'kestrel-nonconformance': [
    {
      on: 'scope',
      day: -10,
      by: 'sofia',
      decide: 'Supplier claims are a deal of their own, after the audit',
      why: 'They have another owner at Kestrel, and would double the approvals.',
      who: 'Farah Ibrahim, Sofia Lindqvist',
    },
    {
      on: 'proposal',
      day: -4,
      by: 'owen',
      ask: 'Do we offer this at the rates of the shop-floor contract, or at this year’s?',
      to: 'ruth',
      due: 3,
    },
  ],
};

const HOUR = 60;

/** Questions, answers, decisions and notes on the tickets of a plan. */
export function cuesOfTalk(cast: Cast, tickets: Readonly<Record<string, Id<'ticket'>>>): readonly Cue[] {
  const talks = TALK[cast.script.key] ?? [];
  return talks.flatMap((talk, at) => {
    const ticket = tickets[talk.on];
    return ticket ? talkCues(cast, ticket, talk, `talk/${at + 1}`) : [];
  });
}

function talkCues(cast: Cast, ticket: Id<'ticket'>, talk: Talk, key: string): readonly Cue[] {
  const { calendar, deal } = cast;
  const { day, by } = talk;
  const at = calendar.moment(day, 13 * HOUR + 15);
  if ('note' in talk) {
    const note = { kind: 'note', deal, about: ticket, at: instantOf(at), body: talk.note, people: [sampleId('person', by)] } as const;
    return [{ at, by, tell: () => createRecord('moment', cast.id('moment', key), note) }];
  }
  if ('decide' in talk) {
    const settled = { deal, ticket, text: talk.decide, why: talk.why, decidedBy: talk.who, decidedAt: calendar.date(day) };
    return [{ at, by, tell: () => createRecord('decision', cast.id('decision', key), settled, { act: 'decision.note' }) }];
  }
  const id = cast.id('question', key);
  const asked = {
    deal,
    text: talk.ask,
    to: sampleId('person', talk.to),
    by: sampleId('person', by),
    on: calendar.date(day),
    due: calendar.date(talk.due),
    about: ticket,
  };
  return [{ at, by, tell: () => askQuestion(id, asked) }, ...(talk.answer ? [answering(cast, id, talk.to, talk.answer)] : [])];
}

function answering(cast: Cast, id: Id<'question'>, by: PersonKey, [day, words]: readonly [Day, string]): Cue {
  const { calendar } = cast;
  const at = calendar.moment(day, 10 * HOUR + 40);
  const { name, roles } = PEOPLE[by];
  return {
    at,
    by,
    tell: (stage) => {
      const question = stage.get('question', id);
      const about = question.about?.startsWith('ticket:') ? [stage.get('ticket', question.about as Id<'ticket'>)] : [];
      const asker = question.askedBy ? [stage.get('person', question.askedBy)] : [];
      const records = recordsOf([stage.get('deal', cast.deal), ...about, ...asker]);
      const moment = cast.id('moment', `${id}/answer`);
      const answer = { words, by: { id: sampleId('person', by), name, roles }, at: instantOf(at), on: calendar.date(day), moment };
      return answerQuestion(question, answer, records);
    },
  };
}

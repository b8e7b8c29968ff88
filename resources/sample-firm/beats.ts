import type { Json } from '#shared/ledger/entry';
import type { FigureName, System } from '#shared/records/external-figure';
import type { PersonKey } from './people';
import { isPersonKey } from './people';
import type { Beat, ContactKey, Day, Noted, Units } from './script';

type Values = Readonly<Record<string, Json>>;
type Somebody = PersonKey | ContactKey;

/** Our one who filed it: the first of us among those named. */
function ours(somebody: readonly Somebody[]): PersonKey {
  const found = somebody.find(isPersonKey);
  if (!found) throw new Error(`None of us among ${somebody.join(', ')}`);
  return found;
}

export function mail(
  key: string,
  day: Day,
  from: Somebody,
  to: Somebody | readonly Somebody[],
  subject: string,
  body: string,
  notes: readonly Noted[] = [],
): Beat {
  const receivers = typeof to === 'string' ? [to] : to;
  return { what: 'moment', kind: 'e-mail', key, day, by: ours([from, ...receivers]), from, with: receivers, subject, body, notes };
}

const spoken =
  (kind: 'call' | 'meeting' | 'chat') =>
  (
    key: string,
    day: Day,
    by: PersonKey,
    others: Somebody | readonly Somebody[],
    subject: string,
    body: string,
    notes: readonly Noted[] = [],
  ): Beat => ({
    what: 'moment',
    kind,
    key,
    day,
    by,
    with: typeof others === 'string' ? [others] : others,
    subject,
    body,
    notes,
  });
export const call = spoken('call');
export const meeting = spoken('meeting');
export const chat = spoken('chat');

export function note(key: string, day: Day, by: PersonKey, subject: string, body: string, notes: readonly Noted[] = []): Beat {
  return { what: 'moment', kind: 'note', key, day, by, with: [], subject, body, notes };
}

const noted =
  <K extends Noted['kind']>(kind: K) =>
  (key: string, quote: string, values: Values = {}): Noted => ({ kind, key, quote, values });
export const promised = noted('commitment');
export const objected = noted('objection');
export const forbade = noted('constraint');
export const cares = noted('priority');
export const conceded = noted('concession');
export const settled = noted('decision');
export const scoped = noted('scopeLine');

export const edit = (day: Day, by: PersonKey, values: Values, why?: string): Beat => ({
  what: 'edit',
  day,
  by,
  values,
  ...(why ? { why } : {}),
});
export const editLine = (day: Day, by: PersonKey, key: string, values: Values, why?: string): Beat => ({
  what: 'editLine',
  day,
  by,
  key,
  values,
  ...(why ? { why } : {}),
});
export const decide = (
  day: Day,
  by: PersonKey,
  key: string,
  decision: 'honour free' | 'honour billed' | 'renegotiate' | 'not ours',
  why: string,
): Beat => ({ what: 'decide', day, by, key, decision, why });
export const keep = (day: Day, by: PersonKey, key: string): Beat => ({ what: 'keep', day, by, key });
export const fail = (day: Day, by: PersonKey, key: string, why: string): Beat => ({ what: 'break', day, by, key, why });
export const resolve = (
  day: Day,
  by: PersonKey,
  key: string,
  resolution: string,
  ledTo?: readonly ['scopeLine' | 'concession' | 'commitment', string],
): Beat => ({ what: 'resolve', day, by, key, resolution, ...(ledTo ? { ledTo } : {}) });
/** What was promised (`key`) gets a line round a constraint. */
export const workAround = (day: Day, by: PersonKey, key: string, line: string, constraint: string): Beat => ({
  what: 'workAround',
  day,
  by,
  key,
  line,
  constraint,
});
export const courtesyLine = (day: Day, by: PersonKey, key: string, why: string): Beat => ({ what: 'courtesyLine', day, by, key, why });
export const approve = (day: Day, by: PersonKey, key: string): Beat => ({ what: 'approve', day, by, key });
export const supersede = (day: Day, by: PersonKey, old: string, key: string, text: string, why: string, decidedBy: string): Beat => ({
  what: 'supersede',
  day,
  by,
  old,
  key,
  text,
  why,
  decidedBy,
});
export const change = (
  key: string,
  day: Day,
  by: PersonKey,
  title: string,
  price: Units,
  hours: number,
  from: ContactKey,
  source: string,
  quote: string,
): Beat => ({ what: 'change', key, day, by, title, price, hours, from, source, quote });
export const settle = (
  day: Day,
  by: PersonKey,
  key: string,
  status: 'submitted' | 'billed' | 'absorbed' | 'rejected',
  why: string,
): Beat => ({ what: 'settle', day, by, key, status, why });
export const ticket = (key: string, day: Day, by: PersonKey, title: string, values: Values, due?: Day): Beat => ({
  what: 'ticket',
  key,
  day,
  by,
  title,
  values,
  ...(due === undefined ? {} : { due }),
});
export const close = (day: Day, by: PersonKey, key: string, outcome: string): Beat => ({ what: 'close', day, by, key, outcome });
export const slip = (day: Day, by: PersonKey, key: string, to: Day, cause: string, party: 'us' | 'client' | 'third party'): Beat => ({
  what: 'slip',
  day,
  by,
  key,
  to,
  cause,
  party,
});
export const ask = (
  key: string,
  day: Day,
  by: PersonKey,
  to: PersonKey,
  due: Day,
  text: string,
  about?: readonly [string, string],
  fills?: 'why',
): Beat => ({ what: 'ask', key, day, by, to, due, text, ...(about ? { about } : {}), ...(fills ? { fills } : {}) });
export const answer = (day: Day, by: PersonKey, key: string, text: string): Beat => ({ what: 'answer', day, by, key, text });
export const pulse = (day: Day, by: PersonKey, mood: 'good' | 'mixed' | 'poor', text: string): Beat => ({
  what: 'pulse',
  day,
  by,
  mood,
  note: text,
});
export const credit = (day: Day, milestone: string, net: Units, text: string): Beat => ({
  what: 'credit',
  day,
  by: 'martin',
  milestone,
  net,
  text,
});
export const expense = (day: Day, cost: Units, text: string): Beat => ({ what: 'expense', day, by: 'martin', cost, text });
export const hours = (
  day: Day,
  person: PersonKey,
  count: number,
  activity: 'reconstruction' | 'escalation' | 'rework',
  text: string,
  ticketKey?: string,
): Beat => ({ what: 'hours', day, by: person, person, hours: count, activity, note: text, ...(ticketKey ? { ticket: ticketKey } : {}) });

/** What a change order is planned to cost, by its hours. */
export const planCost = (day: Day, by: PersonKey, order: string, hoursPlanned: number): Beat => ({
  what: 'planCost',
  day,
  by,
  order,
  hours: hoursPlanned,
});

/** Hours on a change order or on a promise, six on every other day from `from` on. */
export function stint(
  from: Day,
  person: PersonKey,
  total: number,
  on: { readonly order: string } | { readonly promise: string },
  text: string,
): readonly Beat[] {
  const sittings = Array.from({ length: Math.ceil(total / SITTING) }, (_, at) => Math.min(SITTING, total - at * SITTING));
  return sittings.map((count, at) => ({
    what: 'hours',
    day: from + at * 2,
    by: person,
    person,
    hours: count,
    activity: 'delivery',
    note: text,
    ...on,
  }));
}

const SITTING = 6;

/** What the export of another system says of the deal, read in by finance. */
export const figure = (day: Day, system: System, field: FigureName, says: number, file: string): Beat => ({
  what: 'figure',
  day,
  by: 'martin',
  system,
  field,
  says,
  file,
});

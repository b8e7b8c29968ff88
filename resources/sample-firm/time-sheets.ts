import type { Command } from '#shared/ledger/command';
import type { Values } from '#shared/records/parse';
import { recordsOf } from '#shared/records/records-from';
import { createRecord, editRecord, together } from '#shared/records/write';
import { closeTicket, moveTicket } from '#shared/ticket/lifecycle';
import { isOpenTicket } from '#shared/ticket/ticket-kind';
import { nothingUndecided } from '#shared/ticket/ticket-error';
import type { Id } from '#shared/records/define-record';
import type { Cast } from './cast';
import { between, chanceFrom, oneOf } from './chance';
import { billing, paying } from './delivery';
import { PEOPLE, type PersonKey } from './people';
import { isSold } from './routine';
import { signatureDay, stepDay } from './steps';
import type { Day, DealScript, Line } from './script';
import { sampleId, type Cue, type Stage } from './stage';

const HOUR = 60;

interface Sheet {
  readonly day: Day;
  readonly person: PersonKey;
  readonly line: Line;
  readonly hours: number;
  readonly id: Id<'timeEntry'>;
}

/** Hours of delivery, day by day; approved each Monday; what remains is estimated anew at the end of each month. */
export function cuesOfTime(cast: Cast): readonly Cue[] {
  const { script } = cast;
  const sheets = sheetsOf(cast);
  if (!sheets.length || !script.pm) return [];
  return [
    ...logging(cast, sheets),
    ...approving(cast, sheets),
    ...remaining(cast, sheets),
    ...packagesAtWork(cast, sheets),
    ...(byEffort(cast) ? monthlyBills(cast, sheets) : []),
  ];
}

const byEffort = ({ script }: Cast): boolean => script.model === 'T&M' || script.model === 'capped T&M';

/** Works the lines off one after the other at an even pace, in portions that a person logs in a day. */
function sheetsOf(cast: Cast): readonly Sheet[] {
  const { script, calendar } = cast;
  const signed = signatureDay(script);
  const team = script.team ?? [];
  if (signed === undefined || !team.length) return [];
  const start = signed + 10;
  const finished = script.retainer ? undefined : (stepDay(script, 'warranty') ?? stepDay(script, 'closed') ?? stepDay(script, 'on hold'));
  const end = Math.min(-2, (finished ?? -1) - 1);
  const work = workOf(cast);
  const days = range(start, end).filter((day) => calendar.isWorkday(day));
  const pace = work.reduce((sum, { hours }) => sum + hours, 0) / Math.max(1, days.length);
  const chance = chanceFrom(`${script.key}/time`);
  const sheets: Sheet[] = [];
  let owed = 0;
  let turn = 0;
  for (const day of days) {
    owed += pace;
    for (let person = 0; person < team.length && owed >= 3; person += 1) {
      const worker = team[(turn + person) % team.length] ?? script.lead;
      const portion = Math.min(owed, between(chance, 8, 16) / 2);
      const logged = take(work, roundToQuarter(portion));
      if (!logged) return sheets;
      owed -= logged.hours;
      sheets.push({ day, person: worker, ...logged, id: cast.id('timeEntry', `${day}/${worker}`) });
    }
    turn += 1;
  }
  return sheets;
}

const roundToQuarter = (hours: number): number => Math.round(hours * 4) / 4;
const range = (from: number, to: number): readonly number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

/** The hours that each line takes, as far as the deal has come. */
function workOf({ script }: Cast): { readonly line: Line; hours: number }[] {
  const sold = script.scope.filter(isSold);
  const total = sold.reduce((sum, line) => sum + effortOf(script, line), 0);
  let left = total * (script.progress ?? 1);
  return sold.map((line) => {
    const hours = roundToQuarter(Math.min(left, effortOf(script, line)));
    left -= hours;
    return { line, hours };
  });
}

/** The hours that a line takes in the end. */
const effortOf = ({ effort }: DealScript, line: Line): number => line.hours * (line.effort ?? effort ?? 1);

function take(
  work: { readonly line: Line; hours: number }[],
  portion: number,
): { readonly line: Line; readonly hours: number } | undefined {
  const next = work.find(({ hours }) => hours > 0);
  if (!next) return undefined;
  const hours = Math.min(next.hours, portion);
  next.hours = roundToQuarter(next.hours - hours);
  return { line: next.line, hours };
}

/** Everybody hands in one sheet a week and deal, on the last day that they worked on it. */
function logging(cast: Cast, sheets: readonly Sheet[]): readonly Cue[] {
  const weeks = new Map<string, Sheet[]>();
  for (const sheet of sheets) {
    const key = `${weekOf(cast, sheet.day)}/${sheet.person}`;
    weeks.set(key, [...(weeks.get(key) ?? []), sheet]);
  }
  return [...weeks].flatMap(([key, week]): readonly Cue[] => {
    const last = week.at(-1);
    if (!last) return [];
    const minute = 15 * HOUR + 50 + between(chanceFrom(`${cast.script.key}/${key}`), 0, 85);
    const tell = () =>
      together(
        'timeEntry.log',
        week.map((sheet) => createRecord('timeEntry', sheet.id, entryOf(cast, sheet))),
      );
    return [{ at: cast.calendar.moment(last.day, minute), by: last.person, tell }];
  });
}

/** The Monday that the day's week began with. */
function weekOf({ calendar }: Cast, day: Day): Day {
  let monday = day;
  while (!calendar.isMonday(monday)) monday -= 1;
  return monday;
}

function entryOf(cast: Cast, sheet: Sheet): Values<'timeEntry'> {
  return {
    deal: cast.deal,
    person: sampleId('person', sheet.person),
    date: cast.calendar.date(sheet.day),
    hours: sheet.hours,
    activity: 'delivery',
    scopeLine: cast.id('scopeLine', sheet.line.key),
    billable: true,
    approved: false,
    billRate: cast.money(PEOPLE[sheet.person].billRate),
    note: oneOf(chanceFrom(sheet.id), NOTES),
  };
}

const NOTES = [
  'Configuration and unit tests',
  'Workshop with the key users, and its minutes',
  'Interface mapping, agreed field by field',
  'Test cases from the acceptance tests',
  'Defects from the last test round',
  'Data extract checked against the source',
  'Review with the client’s team',
  'Documentation of the decisions of the week',
  'Build of the agreed screens',
  'Preparation of the next test load',
] as const;

/** On Mondays the project manager approves the week before. */
function approving(cast: Cast, sheets: readonly Sheet[]): readonly Cue[] {
  const { script, calendar } = cast;
  const first = sheets[0]?.day ?? 0;
  const mondays = range(first, -1).filter((day) => calendar.isMonday(day));
  return mondays.flatMap((monday): readonly Cue[] => {
    const week = sheets.filter(({ day }) => day >= monday - 7 && day < monday);
    if (!week.length) return [];
    const approve = (stage: Stage): Command =>
      together(
        'timeEntry.approve',
        week.map(({ id }) => editRecord('timeEntry', stage.get('timeEntry', id), { approved: true })),
      );
    return [{ at: calendar.moment(monday, 7 * HOUR + 45), by: script.pm ?? script.ae, tell: approve }];
  });
}

/** Bottom-up: at month ends, and on the last day. */
function estimateDays({ calendar }: Cast, sheets: readonly Sheet[]): readonly Day[] {
  const [first, last] = [sheets[0]?.day ?? 0, sheets.at(-1)?.day ?? 0];
  return [...range(first, last).filter((day) => calendar.isMonthEnd(day)), last];
}

/** Hours that a line still needs at the end of a day. */
function hoursLeft({ script }: Cast, line: Line, spent: ReadonlyMap<string, number>): number {
  return Math.max(0, Math.round(effortOf(script, line) - (spent.get(line.key) ?? 0)));
}

/** Whoever owns a work package takes it up with its first hour and closes it when the estimate says that nothing is left. */
function packagesAtWork(cast: Cast, sheets: readonly Sheet[]): readonly Cue[] {
  const { script, calendar } = cast;
  const by = script.pm ?? script.ae;
  return script.scope.filter(isSold).flatMap((line): readonly Cue[] => {
    const ticket = (stage: Stage) => {
      const id = cast.id('ticket', `package/${line.key}`);
      return stage.has(id) ? stage.get('ticket', id) : undefined;
    };
    const begun = sheets.find((sheet) => sheet.line.key === line.key)?.day;
    const done = estimateDays(cast, sheets).find((day) => hoursLeft(cast, line, spentUntil(sheets, day)) === 0);
    const takeUp = (stage: Stage) => {
      const work = ticket(stage);
      return work?.status === 'open' ? moveTicket(work, 'in progress', nothingUndecided) : undefined;
    };
    const close = (stage: Stage) => {
      const [work, made] = [ticket(stage), stage.get('scopeLine', cast.id('scopeLine', line.key))];
      const shown = { deliverableLines: [made.id] };
      return work && isOpenTicket(work) ? closeTicket(work, { shown }, recordsOf([made]), nothingUndecided) : undefined;
    };
    return [
      ...(begun === undefined ? [] : [{ at: calendar.moment(begun, 17 * HOUR + 50), by, tell: takeUp }]),
      ...(done === undefined ? [] : [{ at: calendar.moment(done, 17 * HOUR + 55), by, tell: close }]),
    ];
  });
}

/** What each started line still needs. */
function remaining(cast: Cast, sheets: readonly Sheet[]): readonly Cue[] {
  const { script, calendar } = cast;
  const days = estimateDays(cast, sheets);
  const last = days.at(-1);
  return days.map((day) => {
    const spent = spentUntil(sheets, day);
    const edits = (stage: Stage) =>
      script.scope
        .filter((line) => isSold(line) && (day === last || spent.has(line.key)))
        .map((line) => {
          const left = hoursLeft(cast, line, spent);
          const values = { remainingHours: left, remainingAsOf: calendar.date(day), ...(left === 0 ? { status: 'done' as const } : {}) };
          return editRecord('scopeLine', stage.get('scopeLine', cast.id('scopeLine', line.key)), values);
        });
    return {
      at: calendar.moment(day, 17 * HOUR + 40),
      by: script.pm ?? script.ae,
      tell: (stage) => together('scopeLine.estimate', edits(stage)),
    };
  });
}

function spentUntil(sheets: readonly Sheet[], day: Day): ReadonlyMap<string, number> {
  const spent = new Map<string, number>();
  for (const sheet of sheets) if (sheet.day <= day) spent.set(sheet.line.key, (spent.get(sheet.line.key) ?? 0) + sheet.hours);
  return spent;
}

/** Work by effort is billed from approved hours, month by month. */
function monthlyBills(cast: Cast, sheets: readonly Sheet[]): readonly Cue[] {
  const { calendar } = cast;
  const [first, last] = [sheets[0]?.day ?? 0, sheets.at(-1)?.day ?? 0];
  const ends = range(first, Math.min(last + 31, -9)).filter((day) => calendar.isMonthEnd(day));
  return ends.flatMap((end, at): readonly Cue[] => {
    const from = ends[at - 1] ?? first - 1;
    const month = sheets.filter(({ day }) => day > from && day <= end);
    const net = month.reduce((sum, { hours, person }) => sum + hours * PEOPLE[person].billRate, 0);
    if (!net) return [];
    const key = `effort-${at + 1}`;
    const line = cast.id('invoiceLine', key);
    const billed = (stage: Stage) => month.map(({ id }) => editRecord('timeEntry', stage.get('timeEntry', id), { invoiceLine: line }));
    const count = month.reduce((sum, { hours }) => sum + hours, 0);
    const bill = billing(cast, key, end + 8, `Effort of the month, ${count} hours as approved`, net, {}, billed);
    return end + 44 < 0 ? [bill, paying(cast, key, end + 44)] : [bill];
  });
}

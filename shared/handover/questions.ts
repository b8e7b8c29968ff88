import type { Command } from '../ledger/command';
import type { Json } from '../ledger/entry';
import type { CalendarDateText, Id, InstantText, Role } from '../records/define-record';
import { joinedPerson } from '../records/joined-person';
import { notAllowed } from '../records/may-write';
import type { Records } from '../records/records';
import { definitionOf, typeOf, type AnyRecord, type Deal, type Question } from '../records/registry';
import { shorten } from '../records/title';
import { archiveRecord, createRecord, editRecord, together } from '../records/write';
import { addDays, compareDates, isDate } from '../values/calendar';
import { err, ok, type Result } from '../values/result';
import { t } from '../values/texts';

/** Why a question cannot be asked or answered, and what to do. `message` is fit to show. */
export interface QuestionError {
  readonly message: string;
}

type Decided = Result<Command, QuestionError>;

const refuse = (message: string): Decided => err({ message });

/** Nobody has answered it yet. */
export const isOpenQuestion = ({ answer }: Question): boolean => !answer?.trim();

/** Open, and the day by which it was wanted has passed. */
export const isOverdueQuestion = (question: Question, today: CalendarDateText): boolean =>
  isOpenQuestion(question) && question.due !== undefined && compareDates(question.due, today) < 0;

/** What somebody wants to know, from whom, and by when. */
export interface Asked {
  readonly deal: Id<'deal'>;
  readonly text: string;
  readonly to: Id<'person'> | undefined;
  readonly by: Id<'person'>;
  /** The day on which it is asked. */
  readonly on?: CalendarDateText | undefined;
  readonly due?: CalendarDateText | undefined;
  /** The deal itself where nothing is named. */
  readonly about?: Question['about'] | undefined;
  /** The field of `about` that the answer fills if it is still empty. */
  readonly fills?: Fillable | undefined;
  /** The key of what is asked for before somebody leaves. */
  readonly sweep?: string;
}

/** What describes and does not bind may be filled by an answer; what stands in a contract never is. */
export type Fillable = 'why' | 'whyTheyBought';

/** Asks a colleague. A question without somebody to answer it is a wish, so `to` is needed. */
export function askQuestion(id: Id<'question'>, { text, to, by, on, due, about, deal, fills, sweep }: Asked): Decided {
  if (!text.trim()) return refuse(t('Write down what you want to know.'));
  if (!to) return refuse(t('Say who is to answer.'));
  if (due !== undefined && !isDate(due)) return refuse(t('The day must be a date like 2026-11-22.'));
  const values = { text: text.trim(), deal, askedBy: by, to, about: about ?? deal };
  const internal = { ...(fills ? { fills } : {}), ...(sweep ? { sweep } : {}) };
  return ok(
    createRecord(
      'question',
      id,
      { ...values, ...internal, ...(on ? { askedAt: on } : {}), ...(due ? { due } : {}) },
      { act: 'question.ask' },
    ),
  );
}

/** Who answers, when, in which words, and the id that the answer gets as a moment. */
export interface Answer {
  readonly words: string;
  readonly by: { readonly id: Id<'person'>; readonly name: string; readonly roles: readonly Role[] };
  readonly at: InstantText;
  /** The same on the wall where they sit. */
  readonly on: CalendarDateText;
  readonly moment: Id<'moment'>;
}

/**
 * Answers a question, as one act (decisions/0001): the words go into the question, and verbatim into a note of the deal
 * that is evidence on what the question is about. Where that has no source yet the note becomes its source, and where
 * the question was asked to fill a gap and the gap is still there, the words fill it.
 */
export function answerQuestion(question: Question, answer: Answer, records: Records): Decided {
  const words = answer.words.trim();
  if (!isOpenQuestion(question)) return refuse(t('It is answered already. Ask again if the answer does not do.'));
  if (question.archived) return refuse(t('The question was taken back. Bring it back first.'));
  if (!words) return refuse(t('Write the answer: a “not known” is one too.'));
  if (!isDate(answer.on)) return refuse(t('The day must be a date like 2026-11-22.'));
  const said = { answer: words, answeredAt: answer.on, answeredBy: answer.by.id };
  const changes = [
    editRecord('question', question, said),
    asMoment(question, answer, words, records),
    ...ties(question, answer, words, records),
  ];
  return ok(together('question.answer', changes));
}

function asMoment(question: Question, { by, at, moment }: Answer, words: string, records: Records): Command {
  const asker = joinedPerson(records, question.askedBy);
  const account = records.get('deal', question.deal)?.account;
  return createRecord('moment', moment, {
    kind: 'note',
    deal: question.deal,
    ...(account ? { account } : {}),
    at,
    from: by.name,
    ...(asker ? { to: asker.name } : {}),
    subject: shorten(question.text, 160),
    body: words,
    people: [...new Set([by.id, ...(asker ? [asker.id] : [])])],
    about: question.about ?? question.deal,
    answers: question.id,
  });
}

/** What the answer changes on the record itself; nothing that whoever answers may not write. */
function ties(question: Question, { by, moment }: Answer, words: string, records: Records): readonly Command[] {
  const about = recordAbout(records, question);
  if (!about) return [];
  const type = typeOf(about.id);
  if (!type) return [];
  const values = about as unknown as Readonly<Record<string, Json | undefined>>;
  const given: Readonly<Record<string, Json>> = {
    ...('sourceMoment' in definitionOf(type).fields ? { sourceMoment: moment } : {}),
    ...(isFillable(type, question.fills) ? { [question.fills]: words } : {}),
  };
  const set = Object.fromEntries(
    Object.entries(given).filter(([field, value]) => !values[field] && mayWrite(about.id, { [field]: value }, by.roles)),
  );
  return Object.keys(set).length ? [editRecord(type, about, set)] : [];
}

/** Somebody whose roles nobody has set may write, as everywhere. */
const mayWrite = (record: AnyRecord['id'], set: Readonly<Record<string, Json>>, roles: readonly Role[]): boolean =>
  roles.length === 0 || notAllowed({ record, set }, { roles }, false) === undefined;

const FILLABLE: Readonly<Record<Fillable, string>> = { why: 'scopeLine', whyTheyBought: 'deal' };

const isFillable = (type: string, field: string | undefined): field is Fillable =>
  field !== undefined && Object.hasOwn(FILLABLE, field) && FILLABLE[field as Fillable] === type;

/** The record that a question is about, where it is here. */
export function recordAbout(records: Records, { about }: Pick<Question, 'about'>): AnyRecord | undefined {
  const type = about && typeOf(about);
  return type ? records.get(type, about) : undefined;
}

/** The answer does not do: the question is open again. What was answered stays in the story, as evidence does. */
export function reopenQuestion(question: Question, { why }: { readonly why: string }): Decided {
  if (isOpenQuestion(question)) return refuse(t('It is open already.'));
  if (!why.trim()) return refuse(t('Say what is missing in the answer.'));
  const values = { answer: null, answeredAt: null, answeredBy: null };
  return ok(editRecord('question', question, values, { act: 'question.reopen', why: why.trim() }));
}

/** Gives the question to somebody else, with another day where one is said. */
export function reassignQuestion(question: Question, { to, due }: { readonly to: Id<'person'>; readonly due?: CalendarDateText }): Decided {
  if (!isOpenQuestion(question)) return refuse(t('It is answered already.'));
  if (to === question.to && (due ?? question.due) === question.due) return refuse(t('That is who has it already, by the same day.'));
  return ok(editRecord('question', question, { to, ...(due ? { due } : {}) }, { act: 'question.reassign' }));
}

/** Nobody needs to know any more. An answered question stays: its answer is evidence. */
export function takeBackQuestion(question: Question): Decided {
  if (!isOpenQuestion(question)) return refuse(t('It is answered, and the answer is evidence: it stays.'));
  return ok(archiveRecord(question, { act: 'question.takeBack' }));
}

/** Working days that a colleague gets for an answer. */
const USUAL_DAYS = 3;

/**
 * The day by which an answer is usually wanted: three working days from now, or the day before the kick-off where that
 * is sooner. Never before today.
 */
export function usualDue(today: CalendarDateText, deal?: Pick<Deal, 'kickoffAt'>): CalendarDateText {
  const usual = workingDaysLater(today, USUAL_DAYS);
  const kickoff = deal?.kickoffAt;
  if (kickoff === undefined || compareDates(kickoff, today) < 0) return usual;
  const before = addDays(kickoff, -1);
  const soonest = compareDates(before, today) < 0 ? today : before;
  return compareDates(soonest, usual) < 0 ? soonest : usual;
}

function workingDaysLater(from: CalendarDateText, days: number): CalendarDateText {
  let date = from;
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (!isWeekend(date)) left -= 1;
  }
  return date;
}

const isWeekend = (date: CalendarDateText): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** The open questions of a deal, the most urgent first. */
export function openQuestions(records: Records, deal: Id<'deal'>): readonly Question[] {
  return records.of('question', 'deal', deal).filter(isOpenQuestion).toSorted(byUrgency);
}

/** What somebody still has to answer, over all deals, the most urgent first; asked of who they were before they joined as well. */
export function questionsTo(records: Records, person: Id<'person'>): readonly Question[] {
  const self = joinedPerson(records, person)?.id ?? person;
  return records
    .all('question')
    .filter((question) => isOpenQuestion(question) && (joinedPerson(records, question.to)?.id ?? question.to) === self)
    .toSorted(byUrgency);
}

/** By day, those without one last; then the older first. */
export function byUrgency(a: Question, b: Question): number {
  return compareDates(a.due ?? '9999-12-31', b.due ?? '9999-12-31') || (a.id < b.id ? -1 : 1);
}

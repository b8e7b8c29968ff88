import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '../ledger/command';
import { parseChange } from '../records/parse';
import { recordsOf } from '../records/records-from';
import type { AnyRecord, Commitment, Deal, Person, Question, ScopeLine } from '../records/registry';
import {
  answerQuestion,
  askQuestion,
  isOpenQuestion,
  isOverdueQuestion,
  openQuestions,
  questionsTo,
  reassignQuestion,
  reopenQuestion,
  takeBackQuestion,
  usualDue,
} from './questions';

const TODAY = '2026-11-26';
const deal: Deal = { id: 'deal:1', name: 'Portal', account: 'account:k', phase: 'kickoff', buyers: [], otherAccounts: [], externalIds: {} };
const ada: Person = { id: 'person:ada', name: 'Ada Brandt', roles: ['AE'], active: true };
const clara: Person = { id: 'person:clara', name: 'Clara Nowak', roles: ['PM'], active: true };
const luca: Person = { id: 'person:luca', name: 'Luca Bianchi', roles: ['consultant'], active: true };
const line: ScopeLine = { id: 'scopeLine:1', title: 'Nightly file', deal: deal.id, status: 'in', touches: [] };
const promise: Commitment = {
  id: 'commitment:1',
  text: 'Training for twelve',
  deal: deal.id,
  decision: 'open',
  fulfilment: 'open',
  inSow: false,
  sourceMoment: 'moment:call',
};

function aQuestion(values: Partial<Question> = {}): Question {
  return {
    id: 'question:1',
    text: 'Who asked for the nightly file?',
    deal: deal.id,
    askedBy: clara.id,
    to: ada.id,
    about: line.id,
    ...values,
  };
}

const recordsWith = (...more: readonly AnyRecord[]) => recordsOf([deal, ada, clara, luca, line, promise, ...more]);
const answered = (words = 'Mr Thiel did, on the phone.', by = ada) => ({
  words,
  by,
  at: '2026-11-26T09:00:00.000Z',
  on: TODAY,
  moment: 'moment:answer' as const,
});

function changesOf(result: ReturnType<typeof askQuestion>): Command['changes'] {
  if (!result.ok) throw new Error(result.error.message);
  return result.value.changes;
}
const setOn = (result: ReturnType<typeof askQuestion>, record: string) => changesOf(result).find((change) => change.record === record)?.set;
const messageOf = (result: ReturnType<typeof askQuestion>) => (result.ok ? undefined : result.error.message);

describe('a question', () => {
  const asked = { deal: deal.id, text: ' Who asked for it? ', to: ada.id, by: clara.id, due: '2026-12-01' };

  test('goes to one person by a day, about a line or else about the deal', () => {
    expect(setOn(askQuestion('question:1', { ...asked, about: line.id }), 'question:1')).toEqual({
      text: 'Who asked for it?',
      deal: deal.id,
      askedBy: clara.id,
      to: ada.id,
      due: '2026-12-01',
      about: line.id,
    });
    expect(setOn(askQuestion('question:1', asked), 'question:1')).toMatchObject({ about: deal.id });
  });

  test('needs words, somebody to answer it, and a day that exists', () => {
    expect(messageOf(askQuestion('question:1', { ...asked, text: ' ' }))).toBe('Write down what you want to know.');
    expect(messageOf(askQuestion('question:1', { ...asked, to: undefined }))).toBe('Say who is to answer.');
    expect(askQuestion('question:1', { ...asked, due: '2026-02-30' }).ok).toBe(false);
  });

  test('is wanted in three working days: asked on Thursday 26 November, by Tuesday 1 December', () => {
    expect(usualDue(TODAY)).toBe('2026-12-01');
    expect(usualDue(TODAY, { kickoffAt: '2026-11-10' })).toBe('2026-12-01');
  });

  test('is wanted the day before the kick-off where that is sooner, and never before today', () => {
    expect(usualDue(TODAY, { kickoffAt: '2026-11-30' })).toBe('2026-11-29');
    expect(usualDue(TODAY, { kickoffAt: TODAY })).toBe(TODAY);
  });

  test('is overdue from the day after its day, and never once answered', () => {
    expect(isOverdueQuestion(aQuestion({ due: '2026-11-25' }), TODAY)).toBe(true);
    expect(isOverdueQuestion(aQuestion({ due: TODAY }), TODAY)).toBe(false);
    expect(isOverdueQuestion(aQuestion({ due: '2026-11-01', answer: 'Known' }), TODAY)).toBe(false);
    expect(isOverdueQuestion(aQuestion(), TODAY)).toBe(false);
  });

  test('can be given to somebody else, or taken back, until it is answered', () => {
    expect(setOn(reassignQuestion(aQuestion(), { to: luca.id, due: '2026-12-04' }), 'question:1')).toEqual({
      to: luca.id,
      due: '2026-12-04',
    });
    expect(reassignQuestion(aQuestion(), { to: ada.id }).ok).toBe(false);
    expect(reassignQuestion(aQuestion({ answer: 'Known' }), { to: luca.id }).ok).toBe(false);
    expect(setOn(takeBackQuestion(aQuestion()), 'question:1')).toEqual({ archived: true });
    expect(messageOf(takeBackQuestion(aQuestion({ answer: 'Known' })))).toBe('It is answered, and the answer is evidence: it stays.');
  });

  test('is listed by urgency, and found by who has to answer it, also under the name of before they joined a server', () => {
    const before: Person = { id: 'person:old', name: 'Ada', roles: [], active: true, joinedAs: ada.id };
    const soon = aQuestion({ id: 'question:2', due: '2026-11-27', to: before.id });
    const late = aQuestion({ id: 'question:3', due: '2026-12-20' });
    const done = aQuestion({ id: 'question:4', answer: 'Known' });
    const records = recordsWith(before, aQuestion(), late, soon, done, aQuestion({ id: 'question:5', to: luca.id }));
    expect(openQuestions(records, deal.id).map(({ id }) => id)).toEqual(['question:2', 'question:3', 'question:1', 'question:5']);
    expect(questionsTo(records, ada.id).map(({ id }) => id)).toEqual(['question:2', 'question:3', 'question:1']);
  });
});

describe('an answer', () => {
  test('is one act: the question is answered and a note with the very words is evidence on the line', () => {
    const result = answerQuestion(aQuestion(), answered(), recordsWith(aQuestion()));
    expect(result).toMatchObject({ value: { act: 'question.answer', deal: deal.id } });
    expect(changesOf(result)[0]).toMatchObject({
      record: 'question:1',
      set: { answer: 'Mr Thiel did, on the phone.', answeredAt: TODAY, answeredBy: ada.id },
    });
    expect(setOn(result, 'moment:answer')).toEqual({
      kind: 'note',
      deal: deal.id,
      account: 'account:k',
      at: '2026-11-26T09:00:00.000Z',
      from: 'Ada Brandt',
      to: 'Clara Nowak',
      subject: 'Who asked for the nightly file?',
      body: 'Mr Thiel did, on the phone.',
      'people/person:ada': true,
      'people/person:clara': true,
      about: line.id,
      answers: 'question:1',
    });
  });

  test('becomes the source of a line that has none, and never replaces one', () => {
    expect(setOn(answerQuestion(aQuestion(), answered(), recordsWith()), line.id)).toEqual({ sourceMoment: 'moment:answer' });
    const aboutPromise = aQuestion({ about: promise.id });
    expect(setOn(answerQuestion(aboutPromise, answered(), recordsWith()), promise.id)).toBeUndefined();
  });

  test('fills the gap that it was asked for, and leaves alone what somebody wrote meanwhile', () => {
    const asked = aQuestion({ fills: 'why' });
    expect(setOn(answerQuestion(asked, answered(), recordsWith()), line.id)).toMatchObject({ why: 'Mr Thiel did, on the phone.' });
    const written: ScopeLine = { ...line, why: 'Their auditors read it', sourceMoment: 'moment:call' };
    expect(setOn(answerQuestion(asked, answered(), recordsOf([deal, ada, clara, written])), line.id)).toBeUndefined();
  });

  test('never writes what binds, nor what whoever answers may not write', () => {
    const binding = aQuestion({ fills: 'excluded' });
    expect(setOn(answerQuestion(binding, answered(), recordsWith()), line.id)).toEqual({ sourceMoment: 'moment:answer' });
    const ofDeal = aQuestion({ about: deal.id, fills: 'whyTheyBought' });
    expect(setOn(answerQuestion(ofDeal, answered(), recordsWith()), deal.id)).toEqual({ whyTheyBought: 'Mr Thiel did, on the phone.' });
    expect(setOn(answerQuestion(ofDeal, answered('x', luca), recordsWith()), deal.id)).toBeUndefined();
  });

  test('is given once, in words, to a question that still stands; asking again keeps the note', () => {
    expect(answerQuestion(aQuestion(), answered('  '), recordsWith()).ok).toBe(false);
    expect(answerQuestion(aQuestion({ answer: 'Known' }), answered(), recordsWith()).ok).toBe(false);
    expect(answerQuestion(aQuestion({ archived: true }), answered(), recordsWith()).ok).toBe(false);
    const known = aQuestion({ answer: 'Known', answeredAt: TODAY, answeredBy: ada.id });
    expect(reopenQuestion(known, { why: '' }).ok).toBe(false);
    const again = reopenQuestion(known, { why: 'By whom at the client?' });
    expect(changesOf(again)).toEqual([{ record: 'question:1', set: { answer: null, answeredAt: null, answeredBy: null } }]);
  });

  test('whatever is asked about and answered: every change is one that the app accepts, and the words stand in the note as given', () => {
    const about = fc.constantFrom<Question['about']>(deal.id, line.id, promise.id, 'ticket:gone', undefined);
    const fills = fc.constantFrom('why', 'whyTheyBought', 'title', 'hasOwnProperty');
    fc.assert(
      fc.property(about, fills, fc.string({ unit: 'binary' }), fc.constantFrom(ada, luca), (on, field, words, by) => {
        const question = aQuestion({ fills: field, about: on });
        const result = answerQuestion(question, answered(words, by), recordsWith(question));
        expect(result.ok).toBe(words.trim() !== '');
        if (!result.ok) return;
        for (const change of result.value.changes) {
          expect(parseChange(change, change.record === 'moment:answer' ? 'create' : 'edit').ok).toBe(true);
        }
        expect(setOn(result, 'moment:answer')?.['body']).toBe(words.trim());
        expect(isOpenQuestion({ ...question, answer: setOn(result, question.id)?.['answer'] as string })).toBe(false);
      }),
    );
  });
});

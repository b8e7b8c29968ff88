import { describe, expect, test } from 'vitest';
import type { Json } from '../ledger/entry';
import { recordsFrom } from '../records/records-from';
import type { StoredRecord } from '../records/view';
import { askBeforeLeaving, authorsWanted, sweepOf, whatOnlyTheyKnow } from './leaving';

type Values = Readonly<Record<string, Json>>;
const of = (id: string, values: Values): StoredRecord => ({ id: id as StoredRecord['id'], values });
const PEOPLE = [
  of('person:ada', { name: 'Ada Brandt', active: true }),
  of('person:luca', { name: 'Luca Bianchi', active: true }),
  of('person:ada-before', { name: 'Ada', active: true, joinedAs: 'person:ada' }),
];
/** A deal of Ada's about which everything is written down, and on which Luca has spoken to the client too. */
const told = (values: Values = {}) => [
  ...PEOPLE,
  of('deal:1', { name: 'Portal', phase: 'build', ae: 'person:ada', whyTheyBought: 'Retyping', ...values }),
  ...['constraint', 'priority', 'objection'].map((type) => of(`${type}:1`, { deal: 'deal:1', text: 'x' })),
  of('moment:luca', { deal: 'deal:1', kind: 'call', at: '2026-05-04T10:00:00.000Z', body: 'Words', 'people/person:luca': true }),
];
const keysOf = (stored: readonly StoredRecord[], authorOf?: (id: string) => 'person:ada') =>
  whatOnlyTheyKnow(recordsFrom(stored), 'person:ada', authorOf).map(({ key }) => key);
const call = (values: Values) => of('moment:call', { deal: 'deal:1', kind: 'call', at: '2026-05-04T10:00:00.000Z', ...values });
const promise = (values: Values) =>
  of('commitment:1', { deal: 'deal:1', text: 'Training', madeBy: 'person:ada', fulfilment: 'open', decision: 'honour free', ...values });
const line = (values: Values = {}) => of('scopeLine:1', { deal: 'deal:1', title: 'Queue', status: 'in', ...values });

describe('what only one person knows', () => {
  test('is nothing where all of it is written down', () => {
    expect(keysOf(told())).toEqual([]);
  });

  test('is what they promised and nobody decided, or that stands on nobody’s words; also under their earlier name', () => {
    expect(keysOf([...told(), promise({})])).toEqual(['no source commitment:1']);
    expect(keysOf([...told(), promise({ sourceMoment: 'moment:luca', decision: 'open' })])).toEqual(['undecided commitment:1']);
    expect(keysOf([...told(), promise({ madeBy: 'person:ada-before' })])).toHaveLength(1);
    expect(keysOf([...told(), promise({ madeBy: 'person:luca' })])).toEqual([]);
    expect(keysOf([...told(), promise({ fulfilment: 'kept' })])).toEqual([]);
  });

  test('is why a line was sold: on their own deals, and on lines that they wrote on those of others', () => {
    expect(keysOf([...told(), line()])).toEqual(['no why scopeLine:1']);
    const others = [...told({ ae: 'person:luca' }), line()];
    expect(keysOf(others)).toEqual([]);
    expect(keysOf(others, () => 'person:ada')).toEqual(['no why scopeLine:1']);
    expect(authorsWanted(recordsFrom(others))).toEqual(['scopeLine:1']);
    expect(keysOf([...told(), line({ why: 'Auditors' })])).toEqual([]);
  });

  test('is what was said in calls and meetings that nobody wrote up', () => {
    expect(keysOf([...told(), call({ 'people/person:ada': true })])).toEqual(['no text moment:call']);
    expect(keysOf([...told(), call({ 'people/person:ada': true, body: 'Words' })])).toEqual([]);
    expect(keysOf([...told(), call({ 'people/person:ada': true, kind: 'e-mail' })])).toEqual([]);
    expect(keysOf([...told(), call({ 'people/person:luca': true })])).toEqual([]);
  });

  test('is what their deals leave out: why they buy, what is ruled out, wanted, objected', () => {
    const bare = [...PEOPLE, of('deal:1', { name: 'Portal', phase: 'build', ae: 'person:ada' })];
    expect(keysOf(bare)).toEqual(['why they bought deal:1', 'no constraint deal:1', 'no priority deal:1', 'no objection deal:1']);
    expect(keysOf([...PEOPLE, of('deal:1', { name: 'Portal', phase: 'closed', ae: 'person:ada' })])).toEqual([]);
  });

  test('is everything on a deal where nobody else of ours has spoken with the client', () => {
    const alone = told({ ae: 'person:luca' }).filter(({ id }) => id !== 'moment:luca');
    expect(keysOf([...alone, call({ body: 'Words', 'people/person:ada': true })])).toEqual(['alone deal:1']);
    expect(keysOf([...alone, call({ body: 'Words', 'people/person:ada': true, 'people/person:luca': true })])).toEqual([]);
    expect(keysOf(alone)).toEqual([]);
  });
});

describe('the sweep', () => {
  const asking = () => {
    let count = 0;
    return { to: 'person:ada', by: 'person:luca', due: '2026-12-11', newId: () => `question:${(count += 1)}` as const } as const;
  };
  const two = [...told(), line(), promise({}), of('deal:2', { name: 'Archive', phase: 'scoping', ae: 'person:ada', whyTheyBought: 'x' })];

  test('asks for all of it at once, one act for each deal, by one day', () => {
    const items = whatOnlyTheyKnow(recordsFrom(two), 'person:ada');
    const asked = askBeforeLeaving(items, asking());
    if (!asked.ok) throw new Error(asked.error.message);
    expect(asked.value.map(({ act, deal, changes }) => [act, deal, changes.length])).toEqual([
      ['question.sweep', 'deal:2', 3],
      ['question.sweep', 'deal:1', 2],
    ]);
    expect(asked.value.at(-1)?.changes.at(-1)?.set).toMatchObject({
      to: 'person:ada',
      askedBy: 'person:luca',
      due: '2026-12-11',
      about: 'scopeLine:1',
      fills: 'why',
      sweep: 'no why scopeLine:1',
    });
    expect(askBeforeLeaving([], asking()).ok).toBe(false);
  });

  test('shows what is asked and answered, and asks for nothing twice', () => {
    const question = (body: string, values: Values) =>
      of(`question:${body}`, { deal: 'deal:1', text: 'Q', to: 'person:ada', about: 'deal:1', ...values });
    const records = recordsFrom([
      ...told(),
      line(),
      promise({}),
      question('swept', { sweep: 'no why scopeLine:1', about: 'scopeLine:1' }),
      question('done', { sweep: 'no source commitment:1', about: 'commitment:1', answer: 'By telephone' }),
      question('other', {}),
      question('answered before', { answer: 'Known' }),
      question('to Luca', { to: 'person:luca' }),
    ]);
    expect(sweepOf(records, 'person:ada').map((one) => [one.state, one.state === 'to ask' ? one.item.key : one.question.id])).toEqual([
      ['answered', 'question:done'],
      ['asked', 'question:other'],
      ['asked', 'question:swept'],
    ]);
  });
});

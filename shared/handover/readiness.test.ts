import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../ledger/entry';
import { recordsFrom } from '../records/records-from';
import type { StoredRecord } from '../records/view';
import { isBeforeHandover, readiness, type Gap } from './readiness';

type Values = Readonly<Record<string, Json>>;
const DEAL = 'deal:1';
const deal = (values: Values = {}): StoredRecord => ({
  id: DEAL,
  values: { name: 'Portal', phase: 'kickoff', ae: 'person:ada', pm: 'person:clara', ...values },
});
const person = (body: string, name: string, active = true): StoredRecord => ({ id: `person:${body}`, values: { name, active } });
const line = (body: string, values: Values = {}): StoredRecord => ({
  id: `scopeLine:${body}`,
  values: { deal: DEAL, title: body, status: 'in', origin: 'SOW', why: 'x', excluded: 'x', acceptanceTest: 'x', ...values },
});
const PEOPLE = [person('ada', 'Ada Brandt'), person('clara', 'Clara Nowak')];

function gapsOf(...stored: readonly StoredRecord[]): readonly Gap[] {
  const records = recordsFrom([...PEOPLE, ...stored]);
  const [found] = records.all('deal');
  if (!found) throw new Error('no deal');
  return readiness(records, found);
}
const told = (gaps: readonly Gap[]) => gaps.map(({ kind, text }) => `${kind}: ${text}`);

describe('a deal that is ready', () => {
  test('has nothing missing: each line says why, what is out and how it is accepted, and everything has an owner', () => {
    expect(gapsOf(deal(), line('Queue'))).toEqual([]);
  });

  test('is asked for from scoping to kick-off, not before and not after, and not when it is lost', () => {
    const asked = (phase: string, more: Values = {}) => {
      const [found] = recordsFrom([deal({ phase, ...more })]).all('deal');
      return found && isBeforeHandover(found);
    };
    expect(['discovery', 'scoping', 'negotiation', 'kickoff', 'requirements', 'lost'].map((phase) => asked(phase))).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(asked('on hold', { pausedFrom: 'proposal' })).toBe(true);
  });
});

describe('what is missing', () => {
  test('are words on lines that will be worked on, not on options, done work or what was negotiated away', () => {
    const bare = { why: ' ', excluded: null, acceptanceTest: null };
    expect(told(gapsOf(deal(), line('Queue', bare), line('Gift', { ...bare, status: 'courtesy' })))).toEqual([
      'no why: Gift',
      'no why: Queue',
      'no exclusion: Gift',
      'no exclusion: Queue',
      'no acceptance test: Gift',
      'no acceptance test: Queue',
    ]);
    const others = ['optional', 'done', 'negotiated away'].map((status) => line(status, { ...bare, status }));
    expect(gapsOf(deal(), ...others)).toEqual([]);
  });

  test('is what was sold or promised and stands in no SOW', () => {
    const promise = {
      id: 'commitment:1',
      values: { deal: DEAL, text: 'Training for twelve', decision: 'open', fulfilment: 'open' },
    } as const;
    expect(told(gapsOf(deal(), line('Queue', { origin: 'verbal' }), promise))).toEqual([
      'promised not in SOW: Training for twelve',
      'sold not in SOW: Queue',
    ]);
  });

  test('is a way round what the client forbids, with both records', () => {
    const must = { id: 'constraint:cfo', values: { deal: DEAL, text: 'No changes to billing', strength: 'must' } } as const;
    const [found] = gapsOf(deal(), line('Billing', { 'touches/constraint:cfo': true }), must);
    expect(found).toMatchObject({
      kind: 'constraint not worked around',
      text: 'Billing meets “No changes to billing”',
      about: ['scopeLine:Billing', 'constraint:cfo'],
    });
  });

  test('is the approval of our own discounts, not of what the client gave', () => {
    const given = (body: string, values: Values) => ({ id: `concession:${body}`, values: { deal: DEAL, text: body, ...values } }) as const;
    const gaps = gapsOf(
      deal(),
      given('Ten per cent off', { givenBy: 'us' }),
      given('Two months', { givenBy: 'them' }),
      given('Travel free', { givenBy: 'us', approvedBy: 'person:ada' }),
    );
    expect(told(gaps)).toEqual(['discount not approved: Ten per cent off']);
  });

  test('is the answer to an open question', () => {
    const question = (values: Values) =>
      ({ id: 'question:1', values: { deal: DEAL, text: 'Who asked?', to: 'person:ada', ...values } }) as const;
    expect(told(gapsOf(deal(), question({})))).toEqual(['open question: Who asked?']);
    expect(gapsOf(deal(), question({ answer: 'Mr Thiel' }))).toEqual([]);
    expect(gapsOf(deal(), question({ archived: true }))).toEqual([]);
  });

  test('is whoever sells, runs or does it: nobody yet, or somebody who has left', () => {
    const ticket = (body: string, values: Values) =>
      ({ id: `ticket:${body}`, values: { deal: DEAL, title: body, kind: 'scoping', status: 'open', ...values } }) as const;
    const gaps = gapsOf(
      deal({ pm: null, ae: 'person:left' }),
      person('left', 'Owen Pryce', false),
      ticket('Interviews', {}),
      ticket('Workshop', { owner: 'person:left' }),
      ticket('Closed', { status: 'done' }),
      ticket('Elsewhere', { owner: 'person:unknown-here' }),
    );
    expect(told(gaps)).toEqual([
      'no owner: Account executive of the deal: Owen Pryce has left',
      'no owner: Project manager of the deal',
      'no owner: Interviews',
      'no owner: Workshop: Owen Pryce has left',
    ]);
  });
});

/** How each kind of gap is mended, as values of the record that it points to. */
const MENDED: Readonly<Record<Gap['kind'], (gap: Gap) => readonly StoredRecord[]>> = {
  'no why': ({ about }) => [{ id: about[0], values: { why: 'Their auditors read it' } }],
  'no exclusion': ({ about }) => [{ id: about[0], values: { excluded: 'Migration' } }],
  'no acceptance test': ({ about }) => [{ id: about[0], values: { acceptanceTest: 'Five nights' } }],
  'promised not in SOW': ({ about }) => [{ id: about[0], values: { inSow: true } }],
  'sold not in SOW': ({ about }) => [{ id: about[0], values: { origin: 'SOW' } }],
  'constraint not worked around': ({ about }) => [
    {
      id: `commitment:around-${about.join('-').replace(/:/gu, '-')}`,
      values: {
        deal: DEAL,
        text: 'A file every night',
        decision: 'honour free',
        fulfilment: 'open',
        inSow: true,
        scopeLine: about[0],
        worksAround: about[1] ?? null,
      },
    },
  ],
  'discount not approved': ({ about }) => [{ id: about[0], values: { approvedBy: 'person:ada' } }],
  'open question': ({ about }) => [{ id: about[0], values: { answer: 'Mr Thiel' } }],
  'no owner': ({ about, field }) => [{ id: about[0], values: { [field ?? 'owner']: 'person:clara' } }],
};

test('whatever is missing: an item disappears exactly when its cause is mended, and no other with it', () => {
  const flag = fc.boolean();
  const drawn = fc.record({
    lines: fc.array(fc.record({ why: flag, excluded: flag, test: flag, sow: flag, touches: flag }), { maxLength: 4 }),
    promises: fc.array(flag, { maxLength: 3 }),
    discounts: fc.array(flag, { maxLength: 3 }),
    questions: fc.array(flag, { maxLength: 3 }),
    tickets: fc.array(flag, { maxLength: 3 }),
    pm: flag,
    ae: flag,
    which: fc.nat(),
  });
  fc.assert(
    fc.property(drawn, ({ lines, promises, discounts, questions, tickets, pm, ae, which }) => {
      const stored: readonly StoredRecord[] = [
        deal({ ...(pm ? {} : { pm: null }), ...(ae ? {} : { ae: null }) }),
        { id: 'constraint:cfo', values: { deal: DEAL, text: 'No changes', strength: 'must' } },
        ...lines.map((one, at) =>
          line(`l${at}`, {
            why: one.why ? 'x' : null,
            excluded: one.excluded ? 'x' : null,
            acceptanceTest: one.test ? 'x' : null,
            origin: one.sow ? 'SOW' : 'verbal',
            ...(one.touches ? { 'touches/constraint:cfo': true } : {}),
          }),
        ),
        ...promises.map((inSow, at) => each('commitment', at, { text: 'Promise', decision: 'open', fulfilment: 'open', inSow })),
        ...discounts.map((yes, at) => each('concession', at, { text: 'Off', givenBy: 'us', ...(yes ? { approvedBy: 'person:ada' } : {}) })),
        ...questions.map((yes, at) => each('question', at, { text: 'Who?', to: 'person:ada', ...(yes ? { answer: 'Me' } : {}) })),
        ...tickets.map((yes, at) =>
          each('ticket', at, { title: 'Work', kind: 'scoping', status: 'open', ...(yes ? { owner: 'person:ada' } : {}) }),
        ),
      ];
      const before = gapsOf(...stored);
      expect(new Set(before.map(({ key }) => key)).size).toBe(before.length);
      const chosen = before[which % Math.max(1, before.length)];
      if (!chosen) return;
      const after = gapsOf(...mend(stored, MENDED[chosen.kind](chosen)));
      expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key).filter((key) => key !== chosen.key));
    }),
  );
});

const each = (type: string, at: number, values: Values): StoredRecord => ({ id: `${type}:${at}`, values: { deal: DEAL, ...values } });

function mend(stored: readonly StoredRecord[], changes: readonly StoredRecord[]): readonly StoredRecord[] {
  const ids = new Set(stored.map(({ id }) => id));
  const added = changes.filter(({ id }) => !ids.has(id));
  const changed = stored.map((record) => {
    const change = changes.find(({ id }) => id === record.id);
    return change ? { ...record, values: { ...record.values, ...change.values } } : record;
  });
  return [...changed, ...added];
}

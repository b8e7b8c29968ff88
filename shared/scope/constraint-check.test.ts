import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../ledger/entry';
import { recordsFrom } from '../records/records-from';
import type { StoredRecord } from '../records/view';
import { constraintBreaches, workaroundsOf } from './constraint-check';
import { readyToOffer } from './ready';

type Values = Readonly<Record<string, Json>>;
const DEAL = 'deal:nordwind';
const line = (values: Values = {}, body = 'billing'): StoredRecord => ({
  id: `scopeLine:${body}`,
  values: { deal: DEAL, title: 'Integrate with client’s billing system', status: 'proposed', 'touches/constraint:cfo': true, ...values },
});
const must = (values: Values = {}, body = 'cfo'): StoredRecord => ({
  id: `constraint:${body}`,
  values: { deal: DEAL, text: 'There will be no changes to the billing system', strength: 'must', ...values },
});
const workaround = (values: Values = {}, body = 'drop'): StoredRecord => ({
  id: `commitment:${body}`,
  values: {
    deal: DEAL,
    text: 'We will drop a file every night at two',
    decision: 'open',
    fulfilment: 'open',
    scopeLine: 'scopeLine:billing',
    worksAround: 'constraint:cfo',
    ...values,
  },
});
const breaches = (...stored: readonly StoredRecord[]) => constraintBreaches(recordsFrom(stored), DEAL);

describe('the constraint check', () => {
  test('finds the billing line that the CFO forbade, with both texts', () => {
    expect(breaches(line(), must())).toMatchObject([
      { line: { id: 'scopeLine:billing' }, constraint: { text: 'There will be no changes to the billing system' }, fallen: [] },
    ]);
  });

  test('is content once the workaround promised on the call is linked to the line and the constraint', () => {
    const records = recordsFrom([line(), must(), workaround()]);
    expect(constraintBreaches(records, DEAL)).toEqual([]);
    const [billing] = records.all('scopeLine');
    const [cfo] = records.all('constraint');
    if (!billing || !cfo) throw new Error('no records');
    expect(workaroundsOf(records, billing, cfo).map(({ text }) => text)).toEqual(['We will drop a file every night at two']);
  });

  test('takes no promise for a workaround that only belongs to the line', () => {
    expect(breaches(line(), must(), workaround({ worksAround: null }))).toHaveLength(1);
  });

  test.each([
    ['was decided to be not ours', { decision: 'not ours' }],
    ['was broken', { fulfilment: 'broken' }],
  ])('takes no promise for a workaround that %s, and names it', (_, values) => {
    expect(breaches(line(), must(), workaround(values))).toMatchObject([{ fallen: [{ id: 'commitment:drop' }] }]);
  });

  test('takes no promise for a workaround that was archived, or was made on another deal', () => {
    expect(breaches(line(), must(), workaround({ archived: true }))).toHaveLength(1);
    expect(breaches(line(), must(), workaround({ deal: 'deal:other' }))).toHaveLength(1);
  });

  test('leaves alone what is only preferred, was archived, or is not known here', () => {
    expect(breaches(line(), must({ strength: 'prefer' }))).toEqual([]);
    expect(breaches(line(), must({ archived: true }))).toEqual([]);
    expect(breaches(line())).toEqual([]);
  });

  test('leaves alone a line that was negotiated away, and not one that is given as a courtesy', () => {
    expect(breaches(line({ status: 'negotiated away' }), must())).toEqual([]);
    expect(breaches(line({ status: 'courtesy' }), must())).toHaveLength(1);
  });

  test('wants a workaround of its own for each of two musts on one line', () => {
    const both = [line({ 'touches/constraint:gdpr': true }), must(), must({ text: 'Data stays in the EU' }, 'gdpr')];
    expect(breaches(...both, workaround()).map(({ constraint }) => constraint.text)).toEqual(['Data stays in the EU']);
    expect(breaches(...both, workaround(), workaround({ worksAround: 'constraint:gdpr' }, 'eu'))).toEqual([]);
  });

  test('gives one breach for each line and must without a workaround, whatever the mix', () => {
    const pairs = fc.array(fc.record({ line: fc.nat(4), must: fc.nat(3), covered: fc.boolean() }), { maxLength: 20 });
    fc.assert(
      fc.property(pairs, (drawn) => {
        const touches = new Map(drawn.map((one) => [`${one.line}/${one.must}`, one]));
        const stored = [...Array(4).keys()].map((n) => must({ text: `Must ${n}` }, String(n)));
        for (const n of Array(5).keys()) {
          const own = [...touches.values()].filter((one) => one.line === n);
          const members = Object.fromEntries(own.map((one) => [`touches/constraint:${one.must}`, true]));
          stored.push(line({ 'touches/constraint:cfo': null, ...members }, String(n)));
        }
        for (const one of touches.values()) {
          const link = { scopeLine: `scopeLine:${one.line}`, worksAround: `constraint:${one.must}` };
          if (one.covered) stored.push(workaround(link, `${one.line}-${one.must}`));
        }
        const found = breaches(...stored).map((one) => `${one.line.id.split(':')[1]}/${one.constraint.id.split(':')[1]}`);
        const expected = [...touches].filter(([, one]) => !one.covered).map(([key]) => key);
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});

describe('ready to offer', () => {
  const ready = (...stored: readonly StoredRecord[]) => readyToOffer(recordsFrom(stored), DEAL);

  test('is blocked by a breach, and says so with both texts and what to do', () => {
    const result = ready(line(), must());
    expect(!result.ok && result.error.map(({ message }) => message)).toEqual([
      '“Integrate with client’s billing system” meets “There will be no changes to the billing system”, which must be kept, and no promise gets round it. Link the commitment that works around it, or negotiate the line away.',
    ]);
  });

  test('says which workaround holds no longer', () => {
    const result = ready(line(), must(), workaround({ fulfilment: 'broken' }));
    expect(!result.ok && result.error[0]?.message).toContain(
      'What was to get round it, “We will drop a file every night at two”, holds no longer.',
    );
  });

  test('is blocked where there is nothing to offer', () => {
    expect(ready(line({ status: 'negotiated away' }))).toMatchObject({ ok: false, error: [{ reason: 'nothing to offer' }] });
  });

  test('gives the lines in their order once every must is met', () => {
    const result = ready(line({ rank: 'a1' }), line({ rank: 'a0', title: 'One queue' }, 'queue'), must({ strength: 'prefer' }));
    expect(result.ok && result.value.map(({ title }) => title)).toEqual(['One queue', 'Integrate with client’s billing system']);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import type { Command } from '../ledger/command';
import { sumMoney } from '../values/money';
import type { Result } from '../values/result';
import { wholeLine } from './added-lines';
import { frozenTerms } from './frozen';
import { absorbChange, billChange, rejectChange, reopenChange, reviseChange, submitChange, withdrawChange } from './lifecycle';
import { isUndecided } from './standing';
import { aWorld, euros, type ChangeWorld } from './testing/change-world';

const ON = '2026-11-22';
const order = (world: ChangeWorld) => world.get('changeOrder', 'changeOrder:1');
const pm = (world: ChangeWorld) => ({ by: world.get('person', 'person:mehmet'), on: ON });
const words = (result: { readonly ok: boolean; readonly error?: { readonly message: string } }) => result.error?.message ?? 'fine';

const priced = () => aWorld({ price: euros(6_000) });
const submitted = () => {
  const world = priced();
  return world.after(submitChange(order(world), { on: '2026-11-05' }));
};

describe('a change order', () => {
  test('goes to the client as revision 1, with its price, and says every term again', () => {
    const world = priced();
    expect(submitChange(order(world), { on: ON })).toEqual({
      ok: true,
      value: {
        act: 'changeOrder.submit',
        deal: 'deal:1',
        freezes: true,
        changes: [
          {
            record: 'changeOrder:1',
            set: {
              title: 'Returns of hall 3',
              detail: 'Returns on the scanner.',
              price: euros(6_000),
              hours: 40,
              status: 'submitted',
              submittedAt: ON,
              revision: 1,
            },
          },
        ],
      },
    });
  });

  test('is not submitted without a price, nor while two prices wait for a choice', () => {
    expect(words(submitChange(order(aWorld()), { on: ON }))).toContain('Give it a price first');
    expect(submitChange(order(priced()), { on: ON, undecided: ['price'] })).toMatchObject({
      ok: false,
      error: { kind: 'undecided', record: 'changeOrder:1', field: 'price' },
    });
  });

  test('whose price changes after it was submitted becomes revision 2; one that says the same does not', () => {
    const world = submitted();
    const revised = world.after(reviseChange(order(world), { price: euros(5_400), hours: 36 }, { on: ON }));
    expect(order(revised)).toMatchObject({ status: 'submitted', revision: 2, price: euros(5_400), hours: 36, submittedAt: ON });
    expect(words(reviseChange(order(revised), { price: euros(5_400) }, { on: ON }))).toContain('Nothing differs');
  });

  test('that is billed adds its work packages in the same act, in the contract, with the words of the request', () => {
    const world = aWorld({ price: euros(6_000), sourceMoment: 'moment:mail', quote: 'the returns of hall 3', quoteStart: 20 });
    const sent = world.after(submitChange(order(world), { on: ON }));
    const billed = sent.after(billChange(sent.records, order(sent), { ...pm(sent), lines: [wholeLine(order(sent))] }));
    expect(order(billed)).toMatchObject({ status: 'billed', decidedBy: 'person:mehmet', decidedAt: ON });
    const [, added] = billed.records.of('scopeLine', 'deal', 'deal:1').toSorted((a, b) => ((a.rank ?? '') < (b.rank ?? '') ? -1 : 1));
    expect(added).toMatchObject({
      title: 'Returns of hall 3',
      changeOrder: 'changeOrder:1',
      status: 'in',
      plannedHours: 40,
      remainingHours: 40,
      price: euros(6_000),
      origin: 'e-mail',
      sourceMoment: 'moment:mail',
      quote: 'the returns of hall 3',
    });
  });

  test('of €6,000 is not split into work packages of €5,500', () => {
    const world = submitted();
    const lines = [
      { title: 'Scanner', price: euros(4_000) },
      { title: 'Training', price: euros(1_500) },
    ];
    expect(words(billChange(world.records, order(world), { ...pm(world), lines }))).toBe(
      'The work packages come to €5,500.00, the change order to €6,000.00. Make them agree.',
    );
  });

  test('is not billed before it was submitted, and may be absorbed or rejected at once', () => {
    const world = priced();
    expect(words(billChange(world.records, order(world), pm(world)))).toContain('Submit it first');
    expect(absorbChange(order(world), { ...pm(world), amount: euros(6_000), why: 'Our estimate was wrong' }).ok).toBe(true);
    expect(rejectChange(order(world), { ...pm(world), why: 'Phase two' }).ok).toBe(true);
  });

  test('is absorbed with a sum, somebody who agreed and a reason, never without one of them', () => {
    const world = submitted();
    const absorbed = world.after(absorbChange(order(world), { ...pm(world), amount: euros(6_000), why: 'Goodwill before go-live' }));
    expect(order(absorbed)).toMatchObject({
      status: 'absorbed',
      absorbed: euros(6_000),
      decidedBy: 'person:mehmet',
      decidedAt: ON,
      decidedWhy: 'Goodwill before go-live',
    });
    expect(words(absorbChange(order(world), { ...pm(world), amount: euros(6_000), why: ' ' }))).toContain('Say why');
    expect(words(absorbChange(order(world), { ...pm(world), amount: euros(0), why: 'Goodwill' }))).toContain('what it would have cost');
    const dollars = { amount: 600_000, currency: 'USD' };
    expect(words(absorbChange(order(world), { ...pm(world), amount: dollars, why: 'Goodwill' }))).toContain('in EUR');
  });

  test('is decided by a project manager, finance or a partner, not by the account executive', () => {
    const world = submitted();
    const ada = { by: world.get('person', 'person:ada'), on: ON };
    expect(words(billChange(world.records, order(world), ada))).toBe(
      'Ada Brandt can ask for a change; a project manager, finance or a partner decides it.',
    );
  });

  test('is decided once; a decision is taken back with a reason, and then it waits with the client again', () => {
    const world = submitted();
    const billed = world.after(billChange(world.records, order(world), { ...pm(world), lines: [wholeLine(order(world))] }));
    expect(words(rejectChange(order(billed), { ...pm(billed), why: 'No' }))).toBe('It is billed already. Reopen it first, and say why.');
    expect(words(reopenChange(billed.records, order(billed), { why: '' }))).toContain('Say why');
    const reopened = billed.after(reopenChange(billed.records, order(billed), { why: 'The client wants a discount' }));
    expect(order(reopened)).toMatchObject({ status: 'submitted', revision: 1 });
    expect(order(reopened).decidedBy).toBeUndefined();
    expect(reopened.records.of('scopeLine', 'changeOrder', 'changeOrder:1')).toEqual([]);
    const again = reopened.after(billChange(reopened.records, order(reopened), { ...pm(reopened), lines: [wholeLine(order(reopened))] }));
    expect(again.records.of('scopeLine', 'changeOrder', 'changeOrder:1')).toHaveLength(1);
  });

  test('that was invoiced stays billed until the invoice is credited; work that was begun stays when a decision is taken back', () => {
    const world = submitted();
    const billed = world.after(billChange(world.records, order(world), { ...pm(world), lines: [wholeLine(order(world))] }));
    const [line] = billed.records.of('scopeLine', 'changeOrder', 'changeOrder:1');
    const put = (record: `${string}:${string}`, set: Record<string, string | number>): Command => ({
      act: 'x',
      changes: [{ record, set }],
    });
    const invoiced = billed
      .after(put('invoice:7', { deal: 'deal:1', number: '2026-07', kind: 'invoice' }))
      .after(put('invoiceLine:7', { invoice: 'invoice:7', changeOrder: 'changeOrder:1' }))
      .after(
        put('timeEntry:1', { deal: 'deal:1', scopeLine: line?.id ?? '', hours: 3, person: 'person:ada', date: ON, activity: 'delivery' }),
      );
    const why = { why: 'Agreed anew' };
    expect(words(reopenChange(invoiced.records, order(invoiced), why))).toBe('Invoice 2026-07 bills it. Credit the invoice first.');
    const credited = invoiced.after(put('invoice:8', { deal: 'deal:1', number: '2026-08', kind: 'credit note', credits: 'invoice:7' }));
    const reopened = credited.after(reopenChange(credited.records, order(credited), why));
    expect(reopened.records.of('scopeLine', 'changeOrder', 'changeOrder:1')).toHaveLength(1);
  });

  test('is taken back from the client with a reason, and submitted again as revision 2', () => {
    const world = submitted();
    expect(words(withdrawChange(order(world), { why: '' }))).toContain('Say why');
    const back = world.after(withdrawChange(order(world), { why: 'Wrong hall' }));
    expect(order(back)).toMatchObject({ status: 'requested', revision: 1 });
    expect(order(back.after(submitChange(order(back), { on: ON })))).toMatchObject({ status: 'submitted', revision: 2 });
  });

  test('keeps its terms while the client has them: no editor gets around a revision', () => {
    const edit = (set: Record<string, number | string>): Command => ({
      act: 'changeOrder.edit',
      changes: [{ record: 'changeOrder:1', set }],
    });
    expect(frozenTerms(edit({ hours: 12 }), priced().records)).toBeUndefined();
    expect(frozenTerms(edit({ hours: 12 }), submitted().records)).toContain('Revise it');
    expect(frozenTerms(edit({ requestedBy: 'contact:lena' }), submitted().records)).toBeUndefined();
    expect(frozenTerms({ ...edit({ hours: 12 }), undoes: ['x'] }, submitted().records)).toBeUndefined();
  });
});

type Act = (world: ChangeWorld, text: string, sum: number) => Result<Command, { readonly message: string }>;
const ACTS: Readonly<Record<string, Act>> = {
  submit: (world) => submitChange(order(world), { on: ON }),
  revise: (world, _, sum) => reviseChange(order(world), { price: euros(sum) }, { on: ON }),
  withdraw: (world, why) => withdrawChange(order(world), { why }),
  bill: (world) => billChange(world.records, order(world), { ...pm(world), lines: [wholeLine(order(world))] }),
  absorb: (world, why, sum) => absorbChange(order(world), { ...pm(world), amount: euros(sum), why }),
  reject: (world, why) => rejectChange(order(world), { ...pm(world), why }),
  reopen: (world, why) => reopenChange(world.records, order(world), { why }),
};

const walks = fc.array(
  fc.tuple(fc.constantFrom(...Object.keys(ACTS)), fc.constantFrom('', 'Agreed'), fc.integer({ min: -9, max: 9_000 })),
  {
    maxLength: 14,
  },
);

/** Every world that a walk passes through; what is refused changes nothing. */
function passed(walk: readonly (readonly [string, string, number])[]): readonly ChangeWorld[] {
  const worlds = [priced()];
  for (const [act, text, sum] of walk) {
    const world = worlds.at(-1) as ChangeWorld;
    const outcome = ACTS[act]?.(world, text, sum);
    if (outcome?.ok) worlds.push(world.after(outcome));
  }
  return worlds;
}

const contracted = (world: ChangeWorld): number => {
  const billed = world.records.of('changeOrder', 'deal', 'deal:1').filter(({ status }) => status === 'billed');
  return sumMoney([euros(100_000), ...billed.flatMap(({ price }) => price ?? [])], 'EUR').amount;
};

law(
  'whatever is done, an end is billed, absorbed (sum, approver, reason) or rejected (reason), and only billed ones move what is contracted',
  fc.property(walks, (walk) => {
    for (const world of passed(walk)) {
      const { status, price, absorbed, decidedBy, decidedAt, decidedWhy } = order(world);
      expect(Boolean(decidedBy && decidedAt)).toBe(!isUndecided({ status }));
      if (status === 'absorbed') expect([absorbed && absorbed.amount > 0, decidedWhy]).toEqual([true, 'Agreed']);
      else expect(absorbed).toBeUndefined();
      if (status === 'rejected') expect(decidedWhy).toBe('Agreed');
      expect(contracted(world)).toBe(10_000_000 + (status === 'billed' ? (price?.amount ?? 0) : 0));
      const packages = world.records.of('scopeLine', 'changeOrder', 'changeOrder:1');
      expect(packages.length).toBe(status === 'billed' ? 1 : 0);
    }
  }),
);

law(
  'no request is stuck: from wherever a walk led it can still end, and what ended can be taken back',
  fc.property(walks, (walk) => {
    const world = passed(walk).at(-1) as ChangeWorld;
    const next = isUndecided(order(world))
      ? rejectChange(order(world), { ...pm(world), why: 'No' })
      : reopenChange(world.records, order(world), { why: 'Again' });
    expect(next.ok).toBe(true);
  }),
);

law(
  'each submission and each revision counts one up, and nothing else does',
  fc.property(walks, (walk) => {
    let given = 0;
    let world = priced();
    for (const [act, text, sum] of walk) {
      const outcome = ACTS[act]?.(world, text, sum);
      if (!outcome?.ok) continue;
      world = world.after(outcome);
      if (act === 'submit' || act === 'revise') given += 1;
      expect(order(world).revision ?? 0).toBe(given);
    }
  }),
);

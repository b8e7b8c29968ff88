import { describe, expect, test } from 'vitest';
import { moveDeal } from '#shared/deal/phase';
import type { Command } from '#shared/ledger/command';
import { createRecord, editRecord } from '#shared/records/write';
import { percentOf } from '#shared/values/percent';
import { memoryStore } from './memory-store';
import { openMemoryWorkspace } from './memory-workspace';
import { dealsEver, moneyAsOf, monthEnds } from './money-as-of';
import type { OpenWorkspace } from './open-workspace';
import { firmMoney } from './reads/money';

const euros = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });
const deal = 'deal:01J000000000000000000000D1';
const line = 'scopeLine:01J000000000000000000000S1';
const order = 'changeOrder:01J000000000000000000000C1';
const TODAY = '2026-06-10';

type Doing = (workspace: OpenWorkspace) => readonly Command[];

/** One firm, opened anew on each of these days, on which something is done. */
async function firmThrough(days: readonly (readonly [day: string, doing: Doing])[]): Promise<OpenWorkspace> {
  const store = memoryStore();
  let workspace: OpenWorkspace | undefined;
  for (const [at, [day, doing]] of days.entries()) {
    const registered = workspace?.registered;
    await workspace?.close();
    workspace = await openMemoryWorkspace({
      store,
      seed: at + 1,
      now: Date.parse(`${day}T10:00:00.000Z`),
      ...(registered && { registered }),
    });
    for (const command of doing(workspace)) {
      const done = await workspace.commit(command);
      if (!done.ok) throw new Error(done.error.message);
    }
    await workspace.margins.settled();
  }
  if (!workspace) throw new Error('no day');
  return workspace;
}

const signed: Doing = ({ records }) => {
  const offered = records.get('deal', deal);
  const won = offered && moveDeal(offered, 'kickoff', { at: '2026-03-10', amount: euros(100_000) });
  return won?.ok ? [won.value] : [];
};
const worked = (n: number, date: string, hours: number) =>
  createRecord('timeEntry', `timeEntry:01J000000000000000000000T${n}`, {
    deal,
    person: 'person:me',
    date,
    hours,
    activity: 'delivery',
    scopeLine: line,
  });

const story = () =>
  firmThrough([
    [
      '2026-02-01',
      () => [
        createRecord('deal', deal, { name: 'Order-to-cash', phase: 'negotiation', billingModel: 'fixed', amount: euros(100_000) }),
        createRecord('scopeLine', line, { deal, title: 'Build', status: 'in', plannedHours: 650 }),
        createRecord('costPlan', 'costPlan:01J000000000000000000000P1', { deal, scopeLine: line, planned: euros(65_000) }),
        createRecord('costRate', 'costRate:01J000000000000000000000R1', {
          person: 'person:me',
          from: '2026-01-01',
          hourlyCost: euros(100),
        }),
      ],
    ],
    ['2026-03-10', signed],
    [
      '2026-04-20',
      () => [
        worked(1, '2026-04-20', 10),
        createRecord('changeOrder', order, { deal, title: 'More', status: 'requested', price: euros(10_000) }),
      ],
    ],
    [
      '2026-05-15',
      ({ records }) => {
        const asked = records.get('changeOrder', order);
        return asked ? [editRecord('changeOrder', asked, { status: 'billed' }), worked(2, '2026-04-21', 20)] : [];
      },
    ],
    [
      TODAY,
      ({ records }) => {
        const build = records.get('scopeLine', line);
        return build ? [editRecord('scopeLine', build, { remainingHours: 700, remainingAsOf: TODAY })] : [];
      },
    ],
  ]);

describe('money as of a past day', () => {
  test('is what the records said then: an hour that was noted in May for April is not in April', async () => {
    const workspace = await story();
    const days = ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', TODAY];
    const progress: number[] = [];
    const past = await moneyAsOf(
      workspace,
      { deals: dealsEver(workspace), days },
      { onProgress: ({ done, total }) => progress.push(done / total) },
    );
    expect(past.map(({ day, deals }) => [day, deals.length])).toEqual([
      ['2026-02-28', 0],
      ['2026-03-31', 1],
      ['2026-04-30', 1],
      ['2026-05-31', 1],
      [TODAY, 1],
    ]);
    const of = (at: number) => past[at]?.deals[0];
    expect([1, 2, 3, 4].map((at) => of(at)?.margin?.actualCost.value.amount)).toEqual([0, 100_000, 300_000, 300_000]);
    expect([1, 2, 3, 4].map((at) => of(at)?.fees.contracted.value)).toEqual([
      euros(100_000),
      euros(100_000),
      euros(110_000),
      euros(110_000),
    ]);
    expect([1, 2, 3, 4].map((at) => percentOf(of(at)?.margin?.atCompletion.share ?? 0))).toEqual([35, 35, 40.91, 33.64]);
    expect(progress.at(-1)).toBe(1);
  });

  test('on the last day it is what the screens show now, to the cent', async () => {
    const workspace = await story();
    const [now] = await moneyAsOf(workspace, { deals: dealsEver(workspace), days: [TODAY] });
    expect(now?.totals).toEqual(firmMoney(workspace.records, TODAY).totals);
    expect(now?.deals[0]?.margin?.marginSold.frozen).toBeDefined();
  });

  test('can be called off', async () => {
    const workspace = await story();
    const off = AbortSignal.abort(new Error('called off'));
    await expect(moneyAsOf(workspace, { deals: dealsEver(workspace), days: [TODAY] }, { signal: off })).rejects.toThrow('called off');
  });

  test('a year by month ends with today', () => {
    expect(monthEnds('2026-03-15', 4)).toEqual(['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-15']);
  });
});

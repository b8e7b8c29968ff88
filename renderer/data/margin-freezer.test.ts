import { beforeEach, describe, expect, test } from 'vitest';
import { moveDeal } from '#shared/deal/phase';
import type { Command } from '#shared/ledger/command';
import { freezeMargin } from '#shared/money/freeze';
import type { MarginFreeze } from '#shared/records/registry';
import { createRecord, editRecord } from '#shared/records/write';
import { aDeal, beginAnew, clock, joined, server, settled, soon, type Device } from '../../test/sync-meeting';
import { dealMargin } from './reads/money';

beforeEach(beginAnew);

const euros = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });
const line = 'scopeLine:01J000000000000000000000S1';
const plan = (n: number) => `costPlan:01J000000000000000000000P${n}` as const;
const signedOn = '2026-11-22';

async function commit({ workspace }: Device, command: Command): Promise<void> {
  const done = await workspace.commit(command);
  if (!done.ok) throw new Error(done.error.message);
}

const seen = (device: Device): void => {
  const id = device.workspace.records.get('deal', aDeal);
  if (!id) throw new Error('no deal');
};

/** An offer of € 100,000 with 650 hours of work. */
async function offered(device: Device): Promise<void> {
  await commit(
    device,
    createRecord('deal', aDeal, { name: 'Order-to-cash', phase: 'negotiation', billingModel: 'fixed', amount: euros(100_000) }),
  );
  await commit(device, createRecord('scopeLine', line, { deal: aDeal, title: 'Build', status: 'in', plannedHours: 650 }));
}
const planned = (n: number, cost: number): Command =>
  createRecord('costPlan', plan(n), { deal: aDeal, scopeLine: line, planned: euros(cost) });

async function sign(device: Device): Promise<void> {
  seen(device);
  const deal = device.workspace.records.get('deal', aDeal);
  const won = deal && moveDeal(deal, 'kickoff', { at: signedOn, amount: euros(100_000) });
  if (!won?.ok) throw new Error('not signed');
  await commit(device, won.value);
}

const freezesAt = ({ workspace }: Device): readonly MarginFreeze[] => workspace.records.all('marginFreeze');
const soldAt = ({ workspace }: Device) => dealMargin(workspace.records, aDeal, signedOn)?.marginSold;

/** Somebody whose device begins an hour after the others: what they did is earlier by every clock. */
async function later(...[user, roles]: Parameters<typeof joined>): Promise<Device> {
  await clock.pass(3_600_000);
  return joined(user, roles);
}

async function offline(): Promise<void> {
  server.isDown = true;
  server.wake();
  await settled();
}

async function online(): Promise<void> {
  server.isDown = false;
  server.wake();
  // Trying again, handing in, hearing of it.
  for (const ms of [120_000, 5_000, 5_000]) await clock.pass(ms);
}

describe('the margin that a deal was signed with', () => {
  test('an account executive signs offline, without costs; finance freezes 35 % as soon as their device hears of it', async () => {
    const finn = await joined('finn', ['finance', 'partner']);
    const anna = await later('anna', ['AE']);
    await offered(finn);
    await commit(finn, planned(1, 65_000));
    await soon();
    await offline();
    await sign(anna);
    expect(anna.workspace.records.all('costPlan')).toEqual([]);
    expect(freezesAt(finn)).toEqual([]);
    await online();
    const [freeze, ...more] = freezesAt(finn);
    expect(more).toEqual([]);
    expect(freeze).toMatchObject({ deal: aDeal, acceptedAt: signedOn, signedValue: euros(100_000), plannedCost: euros(65_000) });
    expect(freeze?.lines).toEqual({ [line]: { hours: 650, cost: 6_500_000 } });
    const acceptance = (await finn.workspace.history({ deal: aDeal })).find(({ act }) => act === 'deal.win');
    expect(freeze?.haveTeam).toEqual(acceptance?.have);
    expect(Object.keys(freeze?.haveFinance ?? {})).toEqual([finn.workspace.registered.devices.finance]);
    expect(soldAt(finn)).toMatchObject({ value: euros(35_000), share: 0.35, frozen: freeze?.id });
    expect(freezesAt(anna)).toEqual([]);
    expect(server.hub.database('finance').documents().length).toBeGreaterThan(0);
  });

  test('a plan, an estimate and a back-dated rate that arrive later do not move it', async () => {
    const finn = await joined('finn', ['finance', 'partner']);
    const anna = await later('anna', ['AE']);
    await offered(finn);
    await commit(finn, planned(1, 65_000));
    await soon();
    await sign(anna);
    await soon();
    await finn.workspace.margins.settled();
    const before = soldAt(finn);
    expect(before?.frozen).toBeDefined();
    const held = finn.workspace.records.get('costPlan', plan(1));
    if (!held) throw new Error('no plan');
    await commit(finn, editRecord('costPlan', held, { planned: euros(90_000) }));
    await commit(finn, planned(2, 7_000));
    await commit(
      finn,
      createRecord('costRate', 'costRate:01J000000000000000000000R1', {
        person: anna.workspace.me,
        from: '2025-01-01',
        hourlyCost: euros(200),
      }),
    );
    await soon();
    expect(soldAt(finn)).toEqual(before);
    expect(freezesAt(finn)).toHaveLength(1);
  });

  test('two who hold the costs and knew the same write one record, and nothing is to be reviewed', async () => {
    const [finn, pat] = [await joined('finn', ['finance', 'partner']), await joined('pat', ['PM'])];
    await offered(finn);
    await commit(finn, planned(1, 65_000));
    await soon();
    await sign(finn);
    await offline();
    await finn.workspace.margins.settled();
    await online();
    await pat.workspace.margins.settled();
    await soon();
    expect(freezesAt(pat)).toEqual(freezesAt(finn));
    expect(freezesAt(pat)).toHaveLength(1);
    expect(finn.workspace.records.clashes()).toEqual([]);
  });

  test('two who knew different costs meet in a required review of one record', async () => {
    const pat = await joined('pat', ['PM']);
    await offered(pat);
    await commit(pat, planned(1, 65_000));
    await soon();
    const finn = await later('finn', ['finance', 'partner']);
    await soon();
    await offline();
    // Pat planned more before the signature; both see the signature before they see what the other knew.
    await commit(pat, planned(2, 5_000));
    await sign(finn);
    await finn.workspace.margins.settled();
    const [signature] = (await finn.workspace.history({ deal: aDeal })).filter(({ act }) => act === 'deal.win');
    if (!signature) throw new Error('not signed');
    const byPat = freezeMargin(aDeal, [...(await pat.workspace.history({ deal: aDeal })), signature], pat.workspace.records);
    if (!byPat) throw new Error('nothing to freeze');
    await commit(pat, byPat);
    await online();
    await soon();
    expect(freezesAt(finn)).toHaveLength(1);
    const clashes = finn.workspace.records.clashes().filter(({ record }) => record === freezesAt(finn)[0]?.id);
    expect(clashes.map(({ field, review }) => [field, review])).toContainEqual(['plannedCost', 'required']);
  });

  test('what was planned only after the signature was not sold: nothing is frozen, and the margin says so', async () => {
    const finn = await joined('finn', ['finance', 'partner']);
    await offered(finn);
    await sign(finn);
    await commit(finn, planned(1, 65_000));
    await finn.workspace.margins.settled();
    expect(freezesAt(finn)).toEqual([]);
    expect(soldAt(finn)).toMatchObject({ value: euros(35_000), frozen: undefined });
  });

  test('a deal that was signed before there was anybody to freeze it is frozen from history, as of its signature', async () => {
    const finn = await joined('finn', ['finance', 'partner']);
    await offered(finn);
    await commit(finn, planned(1, 65_000));
    await clock.pass(3_600_000);
    const again = await finn.again();
    await again.workspace.margins.close();
    await sign(again);
    const held = again.workspace.records.get('costPlan', plan(1));
    if (!held) throw new Error('no plan');
    await commit(again, editRecord('costPlan', held, { planned: euros(90_000) }));
    expect(freezesAt(again)).toEqual([]);
    await clock.pass(3_600_000);
    const last = await again.again({ store: again.store });
    await settled();
    await last.workspace.margins.settled();
    expect(freezesAt(last)).toMatchObject([{ plannedCost: euros(65_000), signedValue: euros(100_000) }]);
  });

  test('nobody can take it back by undo', async () => {
    const finn = await joined('finn', ['finance', 'partner']);
    await offered(finn);
    await commit(finn, planned(1, 65_000));
    await sign(finn);
    await finn.workspace.margins.settled();
    expect(freezesAt(finn)).toHaveLength(1);
    const again = await finn.again({ store: finn.store });
    expect(again.workspace.undoState.get().undo?.act).toBe('deal.win');
  });
});

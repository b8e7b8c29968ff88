import { beforeEach, describe, expect, test } from 'vitest';
import { createRecord } from '#shared/records/write';
import { setThreshold } from '#shared/signals/signal-settings';
import { openMemoryWorkspace } from '../memory-workspace';
import type { OpenWorkspace } from '../open-workspace';
import { compositeOn, signalsOn, turnedBetween } from './signals';

const DAY = '2026-11-22';
const deal = (at: number) => `deal:01J000000000000000000000${at}` as const;
const signed = (at: number) =>
  createRecord('deal', deal(at), { name: `Deal ${at}`, phase: 'build', signedAt: '2026-06-01', kickoffAt: '2026-06-10', pm: 'person:me' });
const request = createRecord('changeOrder', 'changeOrder:01J0000000000000000000000T', {
  deal: deal(1),
  title: 'Toll',
  status: 'requested',
  requestedAt: '2026-11-06',
});

let workspace: OpenWorkspace;
const signal = (key: string, day = DAY) => signalsOn(workspace.records, day).find((one) => one.key === key);

beforeEach(async () => {
  workspace = await openMemoryWorkspace({ commands: [signed(1), signed(2), signed(3)] });
});

describe('signals as screens read them', () => {
  test('are the same object until something that they rest on changes', async () => {
    const before = signalsOn(workspace.records, DAY);
    expect(signalsOn(workspace.records, DAY)).toBe(before);
    await workspace.commit(createRecord('account', 'account:01J0000000000000000000000A', { name: 'Other' }));
    expect(signalsOn(workspace.records, DAY)).toBe(before);
    await workspace.commit(request);
    expect(signalsOn(workspace.records, DAY)).not.toBe(before);
    expect(signal('changeOrders')).toMatchObject({ state: 'true', rows: [{ value: 16 }] });
  });

  test('turn with the days that pass: the request of 6 November on the 21st', async () => {
    await workspace.commit(request);
    expect(turnedBetween(workspace.records, '2026-11-20', '2026-11-21').rows).toMatchObject([{ row: { deal: deal(1) } }]);
    expect(turnedBetween(workspace.records, '2026-11-21', DAY).rows).toEqual([]);
  });

  test('follow a threshold as soon as it is set, and its undo', async () => {
    expect(signal('outOfSight')).toMatchObject({ state: 'true', value: 100 });
    const set = setThreshold('outOfSightPercent', 100, workspace.records);
    if (set.ok) await workspace.commit(set.value);
    expect(signal('outOfSight')).toMatchObject({ state: 'false', threshold: 100 });
    await workspace.undo();
    expect(signal('outOfSight')?.state).toBe('true');
    const again = setThreshold('outOfSightPercent', 100, workspace.records);
    if (again.ok) await workspace.commit(again.value);
    expect(signal('outOfSight')?.state).toBe('false');
  });

  test('come to “not enough data” where two of the five have any', () => {
    expect(compositeOn(workspace.records, DAY)).toEqual({ verdict: 'not enough data', trueOnes: 1, withData: 1 });
  });
});

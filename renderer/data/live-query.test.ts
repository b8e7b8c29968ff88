import { describe, expect, test } from 'vitest';
import { createRecord, editRecord } from '#shared/records/write';
import { liveQuery } from './live-query';
import { openMemoryWorkspace } from './memory-workspace';

const north = 'account:01J0000000000000000000000N' as const;
const south = 'account:01J0000000000000000000000S' as const;

async function twoAccounts() {
  const workspace = await openMemoryWorkspace({
    commands: [createRecord('account', north, { name: 'North' }), createRecord('account', south, { name: 'South' })],
  });
  const rename = async (id: typeof north, name: string) => {
    const account = workspace.records.get('account', id);
    if (account) await workspace.commit(editRecord('account', account, { name }));
  };
  return { workspace, rename };
}

describe('a live read', () => {
  test('is told when a record that it read changes, and not when another one does', async () => {
    const { workspace, rename } = await twoAccounts();
    const query = liveQuery(workspace, (records) => records.get('account', north)?.name);
    let told = 0;
    const leave = query.subscribe(() => (told += 1));
    expect(query.get()).toBe('North');
    await rename(south as typeof north, 'Far south');
    expect(told).toBe(0);
    await rename(north, 'Far north');
    expect(told).toBe(1);
    expect(query.get()).toBe('Far north');
    leave();
  });

  test('keeps its reference while what it gives is the same', async () => {
    const { workspace, rename } = await twoAccounts();
    const query = liveQuery(workspace, (records) => records.all('account').map(({ id }) => id));
    query.subscribe(() => undefined);
    const before = query.get();
    await rename(north, 'Far north');
    expect(query.get()).toBe(before);
  });

  test('follows a reference that moves from one record to another', async () => {
    const { workspace } = await twoAccounts();
    const contact = 'contact:01J0000000000000000000000C' as const;
    const atNorth = liveQuery(workspace, (records) => records.of('contact', 'account', north).length);
    const atSouth = liveQuery(workspace, (records) => records.of('contact', 'account', south).length);
    for (const query of [atNorth, atSouth]) query.subscribe(() => undefined);
    await workspace.commit(createRecord('contact', contact, { name: 'Ines', account: north }));
    expect([atNorth.get(), atSouth.get()]).toEqual([1, 0]);
    const ines = workspace.records.get('contact', contact);
    if (ines) await workspace.commit(editRecord('contact', ines, { account: south }));
    expect([atNorth.get(), atSouth.get()]).toEqual([0, 1]);
  });

  test('is current when nobody listens, too', async () => {
    const { workspace, rename } = await twoAccounts();
    const query = liveQuery(workspace, (records) => records.get('account', north)?.name);
    expect(query.get()).toBe('North');
    await rename(north, 'Far north');
    expect(query.get()).toBe('Far north');
  });
});

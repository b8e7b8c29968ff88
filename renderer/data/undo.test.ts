import { describe, expect, test } from 'vitest';
import { createRecord, editRecord } from '#shared/records/write';
import { noteVisit } from '#shared/signals/visit';
import { memoryStore } from './memory-store';
import { openMemoryWorkspace } from './memory-workspace';
import type { OpenWorkspace } from './open-workspace';

const account = 'account:01J0000000000000000000000A' as const;
const mate = 'person:mate' as const;

const rename = async (workspace: OpenWorkspace, name: string) => {
  const held = workspace.records.get('account', account);
  if (held) await workspace.commit(editRecord('account', held, { name }));
};
const nameOf = (workspace: OpenWorkspace) => workspace.records.get('account', account)?.name;

async function firmWithTwo(): Promise<OpenWorkspace> {
  return openMemoryWorkspace({
    commands: [
      createRecord('person', mate, { name: 'Mate', roles: ['partner'], active: true }),
      createRecord('account', account, { name: 'One', domain: 'one.example' }),
    ],
  });
}

describe('undo', () => {
  test('leaves a field that somebody else set since, restores the rest and says whose it left', async () => {
    const workspace = await firmWithTwo();
    const held = workspace.records.get('account', account);
    if (held) await workspace.commit(editRecord('account', held, { name: 'Two', domain: 'two.example' }));
    await workspace.become(mate);
    await rename(workspace, 'Three');
    await workspace.become('person:me');
    const done = await workspace.undo();
    expect(done).toMatchObject({ ok: true, value: { restored: 1, kept: [{ record: account, field: 'name', by: mate }] } });
    expect(workspace.records.get('account', account)).toMatchObject({ name: 'Three', domain: 'one.example' });
  });

  test('passes over access given on a server: only the server can take that back', async () => {
    const workspace = await firmWithTwo();
    await rename(workspace, 'Two');
    const held = workspace.records.get('person', mate);
    if (held) await workspace.commit(editRecord('person', held, { user: 'mate' }, { act: 'person.giveAccess' }));
    await workspace.undo();
    expect(nameOf(workspace)).toBe('One');
    expect(workspace.records.get('person', mate)?.user).toBe('mate');
  });

  test('passes over that somebody looked at a deal, and keeps what can be put back', async () => {
    const workspace = await firmWithTwo();
    await rename(workspace, 'Two');
    await workspace.undo();
    const looked = {
      person: 'person:me',
      deal: 'deal:01J0000000000000000000000B',
      at: '2026-11-22T09:00:00.000Z',
      on: '2026-11-22',
    } as const;
    expect((await workspace.commit(noteVisit(looked))).ok).toBe(true);
    await workspace.redo();
    expect(nameOf(workspace)).toBe('Two');
    await workspace.undo();
    expect(nameOf(workspace)).toBe('One');
    expect(workspace.records.all('visit')).toHaveLength(1);
  });

  test('takes back only what one did oneself', async () => {
    const workspace = await firmWithTwo();
    await workspace.become(mate);
    expect(workspace.undoState.get()).toEqual({});
    await rename(workspace, 'Two');
    expect(workspace.undoState.get().undo?.act).toBe('account.edit');
    await workspace.become('person:me');
    expect(workspace.undoState.get().undo?.act).toBe('account.create');
  });

  test('something new ends redo', async () => {
    const workspace = await firmWithTwo();
    await rename(workspace, 'Two');
    await workspace.undo();
    expect(workspace.undoState.get().redo?.label).toContain('Two');
    await rename(workspace, 'Other');
    expect(workspace.undoState.get().redo).toBeUndefined();
    await workspace.undo();
    expect(nameOf(workspace)).toBe('One');
  });

  test('an import is taken back at any time, as one, and comes back with the next undo', async () => {
    const workspace = await firmWithTwo();
    const imported = [1, 2, 3].map((n) =>
      createRecord('contact', `contact:01J000000000000000000000C${n}`, { name: `C${n}` }, { act: 'import.hubspot' }),
    );
    const group = await workspace.commitAll(imported);
    if (!group.ok) throw new Error(group.error.message);
    await rename(workspace, 'After the import');
    expect(await workspace.groups()).toMatchObject([
      { label: 'Imported 3 contacts from HubSpot', entries: 3, undone: false, by: 'person:me' },
    ]);
    await workspace.undoGroup(group.value.group);
    expect(workspace.records.all('contact')).toEqual([]);
    expect(nameOf(workspace)).toBe('After the import');
    expect(await workspace.groups()).toMatchObject([{ undone: true }]);
    await workspace.undo();
    expect(workspace.records.all('contact')).toHaveLength(3);
    expect(await workspace.groups()).toMatchObject([{ undone: false }]);
  });

  test('a cancelled import leaves nothing, not even an undo', async () => {
    const workspace = await firmWithTwo();
    const stop = new AbortController();
    stop.abort();
    const imported = Array.from({ length: 50 }, (_, n) =>
      createRecord('contact', `contact:01J00000000000000000000C${n + 10}`, { name: `C${n}` }),
    );
    expect(await workspace.commitAll(imported, { signal: stop.signal })).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(workspace.records.all('contact')).toEqual([]);
    expect(workspace.undoState.get().undo?.act).toBe('account.create');
  });
});

describe('after a restart', () => {
  test('what can be undone and redone is what could be before', async () => {
    const store = memoryStore();
    const first = await openMemoryWorkspace({ store, seed: 7 });
    await first.commit(createRecord('account', account, { name: 'One' }));
    await rename(first, 'Two');
    await rename(first, 'Three');
    await first.undo();
    const before = first.undoState.get();
    const again = await openMemoryWorkspace({ store, seed: 7, now: first.now() });
    expect(again.undoState.get()).toMatchObject({ undo: { act: before.undo?.act }, redo: { act: before.redo?.act } });
    await again.redo();
    expect(nameOf(again)).toBe('Three');
    await again.undo();
    await again.undo();
    expect(nameOf(again)).toBe('One');
  });
});

// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createRecord, editRecord } from '#shared/records/write';
import { useCommit, useLive, useUndoState, WorkspaceProvider } from './live';
import { openMemoryWorkspace } from './memory-workspace';

const [north, south] = ['account:01J0000000000000000000000N', 'account:01J0000000000000000000000S'] as const;
afterEach(cleanup);

test('a screen shows a commit at once, and is not drawn again for a record that it does not show', async () => {
  const workspace = await openMemoryWorkspace({
    commands: [createRecord('account', north, { name: 'North' }), createRecord('account', south, { name: 'South' })],
  });
  let drawn = 0;
  function NameOfNorth() {
    drawn += 1;
    return <p>{useLive((records) => records.get('account', north)?.name, [])}</p>;
  }
  render(
    <WorkspaceProvider workspace={workspace} onProblem={() => undefined}>
      <NameOfNorth />
    </WorkspaceProvider>,
  );
  const rename = async (id: typeof north | typeof south, name: string) => {
    const account = workspace.records.get('account', id);
    if (account) await workspace.commit(editRecord('account', account, { name }));
  };
  const before = drawn;
  await act(() => rename(south, 'Far south'));
  expect(drawn).toBe(before);
  await act(() => rename(north, 'Far north'));
  expect(screen.getByText('Far north')).toBeTruthy();
});

test('a refusal is told to the person, and a command that changes nothing is as good as done', async () => {
  const workspace = await openMemoryWorkspace();
  const told: string[] = [];
  let commit: ReturnType<typeof useCommit> = async () => false;
  function Committer() {
    commit = useCommit();
    return <p>{useUndoState().undo?.label ?? 'nothing to undo'}</p>;
  }
  render(
    <WorkspaceProvider workspace={workspace} onProblem={(message) => told.push(message)}>
      <Committer />
    </WorkspaceProvider>,
  );
  expect(await commit({ act: 'account.edit', changes: [] })).toBe(true);
  expect(await commit({ ok: false, error: { message: 'A lost deal cannot be won.' } })).toBe(false);
  expect(await commit({ act: 'account.create', changes: [{ record: north, set: { domain: 'no name' } }] })).toBe(false);
  expect(told).toEqual(['A lost deal cannot be won.', 'Name must not be empty.']);
  await act(async () => void (await commit(createRecord('account', north, { name: 'North' }))));
  expect(screen.getByText('Added the account “North”')).toBeTruthy();
});

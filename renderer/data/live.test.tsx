// @vitest-environment jsdom
import { act, cleanup, render, renderHook, screen } from '@testing-library/react';
import { Profiler, type ProfilerOnRenderCallback, type ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { winDeal } from '#shared/deal/phase';
import type { Deal } from '#shared/records/registry';
import { createRecord, editRecord } from '#shared/records/write';
import { useCommit, useLive, useUndoState, WorkspaceProvider } from './live';
import { openMemoryWorkspace } from './memory-workspace';

const [north, south] = ['account:01J0000000000000000000000N', 'account:01J0000000000000000000000S'] as const;
afterEach(cleanup);

test('a screen shows a commit at once, and is not drawn again for a record that it does not show', async () => {
  const workspace = await openMemoryWorkspace({
    commands: [createRecord('account', north, { name: 'North' }), createRecord('account', south, { name: 'South' })],
  });
  const drawn = vi.fn<ProfilerOnRenderCallback>();
  function NameOfNorth() {
    return <p>{useLive((records) => records.get('account', north)?.name, [])}</p>;
  }
  render(
    <WorkspaceProvider workspace={workspace} onProblem={() => undefined}>
      <Profiler id="name" onRender={drawn}>
        <NameOfNorth />
      </Profiler>
    </WorkspaceProvider>,
  );
  const rename = async (id: typeof north | typeof south, name: string) => {
    const account = workspace.records.get('account', id);
    if (account) await workspace.commit(editRecord('account', account, { name }));
  };
  const before = drawn.mock.calls.length;
  await act(() => rename(south, 'Far south'));
  expect(drawn).toHaveBeenCalledTimes(before);
  await act(() => rename(north, 'Far north'));
  expect(screen.getByText('Far north')).toBeTruthy();
});

test('what nobody has chosen yet holds up a signature, and the refusal names the value to settle', async () => {
  const deal = 'deal:01J00000000000000000000010';
  const eur = (amount: number) => ({ amount, currency: 'EUR' });
  const workspace = await openMemoryWorkspace({
    commands: [createRecord('deal', deal, { name: 'ERP', phase: 'negotiation', amount: eur(5_000_000) })],
  });
  const current = () => workspace.records.get('deal', deal) as Deal;
  const saw = { amount: workspace.records.heads(deal, 'amount') };
  for (const amount of [4_500_000, 4_800_000]) await workspace.commit(editRecord('deal', current(), { amount: eur(amount) }, { saw }));
  const told: unknown[] = [];
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <WorkspaceProvider workspace={workspace} onProblem={(_message, heldUpBy) => told.push(heldUpBy)}>
      {children}
    </WorkspaceProvider>
  );
  const { result } = renderHook(() => useCommit(), { wrapper });
  expect(await result.current(winDeal(current(), { at: '2026-11-20', amount: eur(4_800_000) }))).toBe(false);
  expect(told).toEqual([{ record: deal, field: 'amount' }]);
});

test('a refusal is told to the person, and a command that changes nothing is as good as done', async () => {
  const workspace = await openMemoryWorkspace();
  const told: string[] = [];
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <WorkspaceProvider workspace={workspace} onProblem={(message) => told.push(message)}>
      {children}
    </WorkspaceProvider>
  );
  const { result } = renderHook(() => ({ commit: useCommit(), step: useUndoState().undo }), { wrapper });
  const { commit } = result.current;
  expect(await commit({ act: 'account.edit', changes: [] })).toBe(true);
  expect(await commit({ ok: false, error: { message: 'A lost deal cannot be won.' } })).toBe(false);
  expect(await commit({ act: 'account.create', changes: [{ record: north, set: { domain: 'no name' } }] })).toBe(false);
  expect(told).toEqual(['A lost deal cannot be won.', 'Name must not be empty.']);
  await act(async () => void (await commit(createRecord('account', north, { name: 'North' }))));
  expect(result.current.step?.label).toBe('Added the account “North”');
});

// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRecord } from '#shared/records/write';
import { ok } from '#shared/values/result';
import { useOverlays } from '../../ui-state/overlays';
import { SyncPill } from './SyncPill';
import { LINK, showWithSync } from './testing/show-with-sync';

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  useOverlays.getState().close();
});

const pill = (): HTMLElement => screen.getByRole('button', { name: /^Sync: / });
const open = (): HTMLElement => (fireEvent.click(pill()), screen.getByRole('dialog', { name: /^Sync: /u }));

test('alone, the pill says so and leads to others', async () => {
  await showWithSync(<SyncPill />, {});
  expect(pill().textContent).toBe('On this device');
  const link = within(open()).getByRole('link', { name: 'Share this workspace' });
  expect(link.getAttribute('href')).toBe('/settings/server');
});

test('a change that is sent at once is not shown as waiting, one that stays is', async () => {
  const synced = { kind: 'synced', at: Date.now() } as const;
  const { facts } = await showWithSync(<SyncPill />, { state: synced, link: LINK });
  vi.useFakeTimers();
  const say = (state: Parameters<typeof facts.set>[0]['state']): void => act(() => facts.set({ ...facts.get(), state }));
  say({ kind: 'waiting', entries: 1, since: Date.now() });
  say({ kind: 'syncing' });
  expect(pill().dataset['sync']).toBe('synced');
  say(synced);
  say({ kind: 'waiting', entries: 1, since: Date.now() });
  act(() => void vi.advanceTimersByTime(1_600));
  expect(pill().textContent).toBe('1 waiting');
});

test('a screen reader is told once that the network is gone, and nothing of single changes', async () => {
  const { facts } = await showWithSync(<SyncPill />, { state: { kind: 'synced', at: Date.now() }, link: LINK });
  const spoken = screen.getByRole('status');
  expect(spoken.textContent).toBe('Everything is synced.');
  act(() => facts.set({ ...facts.get(), state: { kind: 'waiting', entries: 1, since: Date.now() } }));
  expect(spoken.textContent).toBe('Everything is synced.');
  act(() => facts.set({ ...facts.get(), state: { kind: 'offline', since: Date.now() } }));
  expect(spoken.textContent).toBe('Offline. Changes are kept on this device.');
});

test('the popover names what waits, by the records that people know, and the rest by number', async () => {
  const accounts = Array.from({ length: 11 }, (_, at) => createRecord('account', `account:${at}`, { name: `Client ${at}` }));
  const unsent = accounts.flatMap(({ changes }) => changes.map(({ record }) => record));
  await showWithSync(
    <SyncPill />,
    { state: { kind: 'offline', since: Date.now() }, link: LINK, waiting: 11 },
    { unsentRecords: () => unsent },
    accounts,
  );
  const popover = open();
  expect(within(popover).getAllByRole('link', { name: /^Client/u })).toHaveLength(8);
  expect(within(popover).getByText('and 3 more records')).toBeTruthy();
});

test('signed out, the way back is the first thing to do', async () => {
  const attention = { kind: 'sign-in', message: 'The server asks for your password again.', advice: 'Sign in to go on.' } as const;
  await showWithSync(<SyncPill />, { state: { kind: 'attention', attention }, link: LINK });
  expect(pill().textContent).toBe('Needs attention');
  const popover = open();
  expect(within(popover).getByText('The server asks for your password again. Sign in to go on.')).toBeTruthy();
  fireEvent.click(within(popover).getByRole('button', { name: 'Sign in again' }));
  expect(useOverlays.getState().overlay.kind).toBe('sign-in');
});

test('a refused change is told in words, with the reason, and is taken back only after saying what that means', async () => {
  const taken: string[] = [];
  const command = createRecord('account', 'account:kestrel', { name: 'Kestrel Foods' });
  const { workspace, facts } = await showWithSync(
    <SyncPill />,
    { state: { kind: 'synced', at: Date.now() }, link: LINK },
    { withdraw: async (ids) => (taken.push(...ids), ok(undefined)) },
    [command],
  );
  const [entry] = await workspace.history({ record: 'account:kestrel' });
  if (!entry) throw new Error('nothing was written');
  const refused = [
    {
      ledger: 'team',
      entry: entry.id,
      act: entry.act,
      at: entry.at,
      records: ['account:kestrel'],
      reason: 'Consultants may not add accounts.',
    },
  ] as const;
  act(() => facts.set({ ...facts.get(), refused }));
  const popover = open();
  expect(within(popover).getByText('Consultants may not add accounts.')).toBeTruthy();
  await waitFor(() => expect(popover.textContent).toContain('You added the account “Kestrel Foods”'));
  fireEvent.click(within(popover).getByRole('button', { name: 'Take back' }));
  expect(taken).toEqual([]);
  expect(within(popover).getByText(/Taken back, the change is undone here too/u)).toBeTruthy();
  await act(async () => fireEvent.click(within(popover).getByRole('button', { name: 'Take back' })));
  expect(taken).toEqual([entry.id]);
});

// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Attention, ServerLink } from '../../data/sync-state';
import type { Hub } from '../../platform/hub';
import { platform } from '../../platform/current-platform';
import { useOverlays } from '../../ui-state/overlays';
import { SignInDialog } from './SignInDialog';
import { LINK, showWithSync } from './testing/show-with-sync';

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  useOverlays.getState().close();
});

const attention = (kind: Attention['kind']) =>
  ({ kind: 'attention', attention: { kind, message: 'Wanted.', advice: 'Give it.' } }) as const;

/** A shell that takes one secret. */
function shellTaking(secret: string): void {
  const answer = (given: string) =>
    given === secret
      ? ({ ok: true, connection: 'c1', url: LINK.url, user: LINK.user, roles: ['halden:PM'] } as const)
      : ({ ok: false, kind: 'wrong-password', message: 'That is not it. Try again.' } as const);
  const hub: Pick<Hub, 'unlock' | 'signIn' | 'keepsSecrets'> = {
    unlock: async ({ passphrase }) => answer(passphrase),
    signIn: async ({ password }) => answer(password),
    keepsSecrets: async () => true,
  };
  vi.spyOn(platform.hub, 'unlock').mockImplementation(hub.unlock);
  vi.spyOn(platform.hub, 'signIn').mockImplementation(hub.signIn);
  vi.spyOn(platform.hub, 'keepsSecrets').mockImplementation(hub.keepsSecrets);
}

test('at the start of a workspace whose password lies under a passphrase, it is asked for at once', async () => {
  shellTaking('open sesame');
  const signedIn: ServerLink[] = [];
  await showWithSync(<SignInDialog />, { state: attention('locked'), link: LINK }, { signedIn: async (link) => void signedIn.push(link) });
  fireEvent.change(screen.getByLabelText('Passphrase'), { target: { value: 'wrong' } });
  fireEvent.click(screen.getByRole('button', { name: 'Unlock' }));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('That is not it. Try again.'));
  fireEvent.change(screen.getByLabelText('Passphrase'), { target: { value: 'open sesame' } });
  fireEvent.click(screen.getByRole('button', { name: 'Unlock' }));
  await waitFor(() => expect(signedIn).toEqual([{ ...LINK, roles: ['PM'] }]));
});

test('later nobody is interrupted: the dialog waits to be asked for', async () => {
  shellTaking('x');
  const { facts } = await showWithSync(<SignInDialog />, { state: { kind: 'synced', at: 0 }, link: LINK });
  act(() => facts.set({ ...facts.get(), state: attention('sign-in') }));
  expect(screen.queryByRole('dialog')).toBeNull();
  act(() => useOverlays.getState().openSignIn());
  expect(screen.getByRole('dialog', { name: 'Sign in to crm.halden.example' })).toBeTruthy();
});

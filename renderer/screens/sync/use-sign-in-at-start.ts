import { useEffect, useRef } from 'react';
import { useSync } from '../../data/live';
import { useOverlays } from '../../ui-state/overlays';

/**
 * Asks for the password or the passphrase once, when a workspace is opened and its server wants one. Later the pill
 * says so and waits: nobody is interrupted while they type.
 */
export function useSignInAtStart(): void {
  const { state } = useSync();
  const { overlay, openSignIn } = useOverlays();
  const settled = useRef(false);
  useEffect(() => {
    if (settled.current || state.kind === 'alone' || state.kind === 'waiting' || state.kind === 'syncing') return;
    settled.current = true;
    const wanted = state.kind === 'attention' && (state.attention.kind === 'sign-in' || state.attention.kind === 'locked');
    if (wanted && overlay.kind === 'none') openSignIn();
  }, [state, overlay, openSignIn]);
}

import { useCallback, useEffect, useState } from 'react';
import type { UpdateFacts } from '#shared/ipc/update-messages';
import { notify } from '../../components/notify';
import type { PlatformUpdates } from '../../platform/updates';

/** How often a running download is asked how far it is. Milliseconds. */
const ASK_EVERY = 500;

/** Where updates stand, kept current while something goes on, and the way to do something about it. */
export function useUpdates(updates: PlatformUpdates): {
  readonly facts: UpdateFacts | undefined;
  readonly act: (deed: (updates: PlatformUpdates) => Promise<UpdateFacts>) => Promise<void>;
} {
  const [facts, setFacts] = useState<UpdateFacts>();
  const act = useCallback(
    (deed: (updates: PlatformUpdates) => Promise<UpdateFacts>) =>
      deed(updates).then(setFacts, (cause: unknown) => notify.problem(cause instanceof Error ? cause.message : String(cause))),
    [updates],
  );
  useEffect(() => void act((to) => to.read()), [act]);
  const isRunning = facts?.state.kind === 'downloading' || facts?.state.kind === 'checking';
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => void act((to) => to.read()), ASK_EVERY);
    return () => clearInterval(timer);
  }, [isRunning, act]);
  return { facts, act };
}

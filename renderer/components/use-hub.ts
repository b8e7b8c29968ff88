import { useCallback, useEffect, useState } from 'react';
import type { LocalHub } from '../platform/hub';
import { platform } from '../platform/current-platform';
import { notify } from './notify';

/** Whether this computer keeps passwords safely by itself; undefined until it said so. */
export function useKeepsSecrets(): boolean | undefined {
  const [keeps, setKeeps] = useState<boolean>();
  useEffect(() => {
    platform.hub.keepsSecrets().then(setKeeps, tellProblem);
  }, []);
  return keeps;
}

/** The hub that this computer can run, and the way to start and stop it. Undefined until the shell answered. */
export function useLocalHub(): {
  readonly local: LocalHub | undefined;
  host(wish: { readonly running: boolean; readonly network: boolean }): Promise<LocalHub>;
} {
  const [local, setLocal] = useState<LocalHub>();
  useEffect(() => {
    platform.hub.local().then(setLocal, tellProblem);
  }, []);
  const host = useCallback(async (wish: { readonly running: boolean; readonly network: boolean }) => {
    const hub = await platform.hub.host(wish);
    setLocal(hub);
    return hub;
  }, []);
  return { local, host };
}

function tellProblem(cause: unknown): void {
  notify.problem(cause instanceof Error ? cause.message : String(cause));
}

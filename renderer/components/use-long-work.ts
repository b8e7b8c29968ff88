import { useCallback, useRef, useState } from 'react';
import type { LongWork, Progress } from '../data/workspace';
import { notify } from './notify';

export type LongWorkState = { readonly kind: 'idle' } | { readonly kind: 'running'; readonly progress: Progress | undefined };

/** One piece of work that takes a while: its progress, and the way to call it off. A failure is told to the person. */
export function useLongWork(): {
  readonly state: LongWorkState;
  run(work: (how: LongWork) => Promise<void>): Promise<void>;
  cancel(): void;
} {
  const [state, setState] = useState<LongWorkState>({ kind: 'idle' });
  const controller = useRef<AbortController>(undefined);

  const run = useCallback(async (work: (how: LongWork) => Promise<void>) => {
    const own = new AbortController();
    controller.current = own;
    setState({ kind: 'running', progress: undefined });
    try {
      await work({ signal: own.signal, onProgress: (progress) => setState({ kind: 'running', progress }) });
    } catch (cause) {
      if (!own.signal.aborted) notify.problem(cause instanceof Error ? cause.message : String(cause));
    } finally {
      setState({ kind: 'idle' });
    }
  }, []);
  const cancel = useCallback(() => controller.current?.abort(), []);
  return { state, run, cancel };
}

import { useEffect, useState } from 'react';
import type { Entry } from '#shared/ledger/entry';
import { useWorkspace } from '../data/live';
import type { HistoryScope, Workspace } from '../data/workspace';

type Answer = { readonly of: string; readonly entries: readonly Entry[] } | { readonly of: string; readonly failure: unknown };

/**
 * Every entry of a deal, an account or one record in order of effective time, kept current. Undefined until the
 * first answer. A failure to read the ledger is thrown while rendering, so that the screen's error page shows it.
 */
export function useHistory(scope: HistoryScope): readonly Entry[] | undefined {
  const workspace = useWorkspace();
  const of = JSON.stringify(scope);
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => follow(workspace, JSON.parse(of) as HistoryScope, (found) => setAnswer({ of, ...found })), [workspace, of]);
  if (answer?.of !== of) return undefined;
  if ('failure' in answer) throw answer.failure;
  return answer.entries;
}

type Found = { readonly entries: readonly Entry[] } | { readonly failure: unknown };

/** Asks now and after every change; changes that arrive while an answer is awaited are asked about once. */
function follow(workspace: Workspace, scope: HistoryScope, tell: (found: Found) => void): () => void {
  let state: 'idle' | 'asking' | 'ask again' | 'left' = 'idle';
  const ask = (): void => {
    if (state !== 'idle') {
      if (state === 'asking') state = 'ask again';
      return;
    }
    state = 'asking';
    workspace.history(scope).then(
      (entries) => settle({ entries }),
      (failure: unknown) => settle({ failure }),
    );
  };
  const settle = (found: Found): void => {
    if (state === 'left') return;
    const again = state === 'ask again';
    state = 'idle';
    tell(found);
    if (again) ask();
  };
  ask();
  const leave = workspace.subscribe(ask);
  return () => {
    state = 'left';
    leave();
  };
}

import { useEffect, useState } from 'react';
import type { Coverage } from '#shared/evidence/coverage';
import type { Scope } from '#shared/evidence/scope';
import { todayOf } from '../../components/use-today';
import type { EvidenceAnswer } from '../../data/evidence-answer';
import { useProblems, useWorkspace } from '../../data/live';
import { evidenceCoverage, filesIn, historiesIn } from '../../data/reads/evidence';
import type { Health, SeenDevice, Workspace } from '../../data/workspace';
import { spokenLocale } from '#shared/values/texts';

/** An answer with all that a person must know to weigh it. */
export interface WeighedAnswer {
  readonly answer: EvidenceAnswer;
  readonly coverage: Coverage;
  readonly health: Health;
  readonly devices: readonly SeenDevice[];
}

export type Asked =
  { readonly kind: 'looking' } | ({ readonly kind: 'answered' } & WeighedAnswer) | { readonly kind: 'failed'; readonly message: string };

/** Looks a claim up, once. The search waits until everything on this device can be found. */
export function useEvidence(claim: string, scope: Scope): Asked {
  const workspace = useWorkspace();
  const stopped = useProblems().find(({ kind }) => kind === 'search-stopped');
  const [asked, setAsked] = useState<Asked>({ kind: 'looking' });
  useEffect(() => {
    let left = false;
    const tell = (next: Asked): void => {
      if (!left) setAsked(next);
    };
    setAsked({ kind: 'looking' });
    weigh(workspace, claim, scope).then(
      (weighed) => tell({ kind: 'answered', ...weighed }),
      (cause: unknown) => tell({ kind: 'failed', message: cause instanceof Error ? cause.message : String(cause) }),
    );
    return () => {
      left = true;
    };
  }, [workspace, claim, scope]);
  return stopped && asked.kind === 'looking' ? { kind: 'failed', message: `${stopped.message} ${stopped.advice}` } : asked;
}

async function weigh(workspace: Workspace, claim: string, scope: Scope): Promise<WeighedAnswer> {
  const today = todayOf(workspace);
  const [answer, histories, files, health, devices] = await Promise.all([
    workspace.evidence({ claim, scope, today, locale: spokenLocale() }),
    historiesIn(scope, workspace),
    filesIn(scope, workspace),
    workspace.health(),
    workspace.devices(),
  ]);
  return { answer, health, devices, coverage: evidenceCoverage(workspace.records, scope, today, histories, files) };
}

import { useEffect, useState } from 'react';
import type { LedgerName } from '#shared/ledger/entry';
import { useWorkspace } from '../../data/live';
import type { ExportMeasure, ExportScope } from '../../data/export-scope';

/** The part of the workspace that goes into a file. */
export interface Cut {
  readonly scope: ExportScope;
  readonly ledgers: readonly LedgerName[];
}

export type Measured =
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'measuring' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'measured'; readonly measure: ExportMeasure }
  | { readonly kind: 'failed'; readonly message: string };

/** How much a file would hold. Called off and asked anew when the choice changes. */
export function useMeasure(cut: Cut | undefined): Measured {
  const workspace = useWorkspace();
  const asked = cut && JSON.stringify(cut);
  const [answer, setAnswer] = useState<{ readonly asked: string; readonly measured: Measured }>();
  useEffect(() => {
    if (asked === undefined) return undefined;
    const controller = new AbortController();
    const tell = (measured: Measured): void => {
      if (!controller.signal.aborted) setAnswer({ asked, measured });
    };
    workspace.measureExport({ ...(JSON.parse(asked) as Cut), signal: controller.signal }).then(
      (measure) => tell(measure.entries === 0 ? { kind: 'empty' } : { kind: 'measured', measure }),
      (cause: unknown) => tell({ kind: 'failed', message: cause instanceof Error ? cause.message : String(cause) }),
    );
    return () => controller.abort();
  }, [workspace, asked]);
  if (asked === undefined) return { kind: 'unsaid' };
  return answer?.asked === asked ? answer.measured : { kind: 'measuring' };
}

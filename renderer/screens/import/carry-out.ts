import type { Command } from '#shared/ledger/command';
import type { EntryId } from '#shared/ledger/entry';
import { definitionOf, typeOf } from '#shared/records/registry';
import { err, ok, type Result } from '#shared/values/result';
import type { LongWork, Progress, Workspace } from '../../data/workspace';
import type { Taken } from './planner-messages';
import { t } from '#shared/values/texts';

interface Telling {
  readonly doing: (doing: string, progress: Progress) => void;
  readonly signal: AbortSignal;
}

type Target = Pick<Workspace, 'files' | 'commitAll'>;

/** What takes an import back: its steps, the latest first. Costs are another ledger's, so they are a step of their own. */
export type ImportSteps = readonly EntryId[];

/**
 * Brings a plan in: first the raw files, then every record as one step that can be undone, then costs in the finance ledger.
 * Called off or refused, no record came in; files that were kept by then are named by nothing.
 */
export async function carryOut(taken: Taken, workspace: Target, telling: Telling): Promise<Result<ImportSteps, string>> {
  try {
    await keepFiles(taken, workspace, telling);
    const { doing, signal } = telling;
    const work: LongWork = { signal, onProgress: (progress) => doing(t('Writing the records'), progress) };
    const steps: EntryId[] = [];
    for (const commands of byLedger(taken.commands)) {
      const written = await workspace.commitAll(commands, work);
      if (!written.ok && steps.length > 0) return err(`${COSTS_STAY_OUT} ${written.error.message}`);
      if (!written.ok) return err(written.error.kind === 'cancelled' ? CALLED_OFF : written.error.message);
      steps.unshift(written.value.group);
    }
    return ok(steps);
  } catch (cause) {
    if (telling.signal.aborted) return err(CALLED_OFF);
    return err(cause instanceof Error ? cause.message : String(cause));
  }
}

/** The team's commands before those of finance. */
function byLedger(commands: readonly Command[]): readonly (readonly Command[])[] {
  const isFinance = ({ changes: [first] }: Command): boolean => {
    const type = first && typeOf(first.record);
    return type !== undefined && definitionOf(type).ledger === 'finance';
  };
  const finance = commands.filter(isFinance);
  const team = commands.filter((command) => !isFinance(command));
  return [team, finance].filter(({ length }) => length > 0);
}

async function keepFiles({ files }: Taken, workspace: Target, { doing, signal }: Telling): Promise<void> {
  for (const [done, file] of files.entries()) {
    signal.throwIfAborted();
    doing(t('Keeping the original messages'), { done, total: files.length });
    await workspace.files.put(file.bytes, { name: file.name, type: file.type });
  }
}

const COSTS_STAY_OUT = t('The records came in, what hours cost did not.');
const CALLED_OFF = t('Cancelled: nothing came in.');

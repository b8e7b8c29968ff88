import type { EntryId } from '#shared/ledger/entry';
import { err, ok, type Result } from '#shared/values/result';
import type { LongWork, Progress, Workspace } from '../../data/workspace';
import type { Taken } from './planner-messages';

interface Telling {
  readonly doing: (doing: string, progress: Progress) => void;
  readonly signal: AbortSignal;
}

type Target = Pick<Workspace, 'files' | 'commitAll'>;

/**
 * Brings a plan in: first the raw files, then every record as one step that can be undone. Called off or refused,
 * no record came in; files that were kept by then are named by nothing.
 */
export async function carryOut(taken: Taken, workspace: Target, telling: Telling): Promise<Result<{ readonly group: EntryId }, string>> {
  try {
    await keepFiles(taken, workspace, telling);
    const { doing, signal } = telling;
    const work: LongWork = { signal, onProgress: (progress) => doing('Writing the records', progress) };
    const written = await workspace.commitAll(taken.commands, work);
    if (written.ok) return ok(written.value);
    return err(written.error.kind === 'cancelled' ? CALLED_OFF : written.error.message);
  } catch (cause) {
    if (telling.signal.aborted) return err(CALLED_OFF);
    return err(cause instanceof Error ? cause.message : String(cause));
  }
}

async function keepFiles({ files }: Taken, workspace: Target, { doing, signal }: Telling): Promise<void> {
  for (const [done, file] of files.entries()) {
    signal.throwIfAborted();
    doing('Keeping the original messages', { done, total: files.length });
    await workspace.files.put(file.bytes, { name: file.name, type: file.type });
  }
}

const CALLED_OFF = 'Cancelled: nothing came in.';

import type { EntryId } from '#shared/ledger/entry';
import { err, ok, type Result } from '#shared/values/result';
import type { LongWork, Progress, Workspace } from '../../data/workspace';
import type { Taken } from './planner-messages';

interface Telling {
  readonly doing: (doing: string, progress: Progress) => void;
  readonly signal: AbortSignal;
}

/**
 * Brings a plan in: first the raw files, then every record as one step that can be undone. Called off or refused,
 * no record came in; files that were kept by then are named by nothing.
 */
export async function carryOut(
  { commands, files }: Taken,
  workspace: Pick<Workspace, 'files' | 'commitAll'>,
  { doing, signal }: Telling,
): Promise<Result<{ readonly group: EntryId }, string>> {
  for (const [done, file] of files.entries()) {
    if (signal.aborted) return err(CALLED_OFF);
    doing('Keeping the original messages', { done, total: files.length });
    await workspace.files.put(file.bytes, { name: file.name, type: file.type });
  }
  const work: LongWork = { signal, onProgress: (progress) => doing('Writing the records', progress) };
  const written = await workspace.commitAll(commands, work);
  if (written.ok) return ok(written.value);
  return err(written.error.kind === 'cancelled' ? CALLED_OFF : written.error.message);
}

const CALLED_OFF = 'Cancelled: nothing came in.';

import { t } from '#shared/values/texts';
import { backUpNow } from '../components/backup/back-up-now';
import { notify } from '../components/notify';
import { whenIdle } from '../data/breathe';
import { ifLockIsFree } from '../data/window-lock';
import type { Workspace } from '../data/workspace';
import { platform } from '../platform/current-platform';

/** The first look is not part of the start; later ones find the next day. */
const FIRST_LOOK_MS = 60_000;
const LOOK_MS = 30 * 60_000;
const DUE_MS = 20 * 60 * 60_000;

/** Backs the workspace up once a day while it is open, in one window, when nobody waits for anything. Gives the way to stop. */
export function keepBackedUp(workspace: Workspace): () => void {
  const { backups } = platform;
  if (!backups || workspace.info.sample) return () => undefined;
  const stop = new AbortController();
  const look = (): void => {
    timer = setTimeout(look, LOOK_MS);
    leaveIdle = whenIdle(() => void backUpIfDue(workspace, backups, stop.signal));
  };
  let leaveIdle: () => void = () => undefined;
  let timer = setTimeout(look, FIRST_LOOK_MS);
  return () => {
    clearTimeout(timer);
    leaveIdle();
    stop.abort(new Error('closed'));
  };
}

async function backUpIfDue(workspace: Workspace, backups: NonNullable<typeof platform.backups>, signal: AbortSignal): Promise<void> {
  try {
    await ifLockIsFree(`throughline/${workspace.info.id}/backup`, async () => {
      const [newest] = (await backups.list(workspace.info.id)).backups;
      if (newest && workspace.now() - Date.parse(newest.madeAt) < DUE_MS) return;
      await backUpNow(workspace, 'folder', { signal });
    });
  } catch (cause) {
    if (signal.aborted) return;
    // What the backup stumbled on may be damage that nothing else has read yet.
    await workspace.verify({ signal }).catch(() => undefined);
    notify.problem(cause instanceof Error ? cause.message : String(cause), t('Today’s backup was not made'));
  }
}

import type { LongWork, Workspace } from '../data/workspace';
import { platform } from '../platform/current-platform';
import { notify } from './notify';
import { t } from '#shared/values/texts';

/** Everything of the open workspace as one file, where the person says. Tells how it went. */
export async function saveWorkspaceFile(workspace: Workspace, work?: LongWork): Promise<void> {
  try {
    const content = await workspace.exportFile(work);
    const name = `${workspace.info.name} ${new Date(workspace.now()).toISOString().slice(0, 10)}.throughline`;
    const done = await platform.saveFile({ name, type: 'application/x-ndjson', content });
    if (done === 'saved') notify.done(t('The workspace was saved as one file.'));
  } catch (cause) {
    if (work?.signal?.aborted) return;
    notify.problem(cause instanceof Error ? cause.message : String(cause), t('The file was not written'));
  }
}

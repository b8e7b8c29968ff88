import type { EntryId } from '#shared/ledger/entry';
import { notify } from '../../components/notify';
import type { Workspace } from '../../data/workspace';
import { platform } from '../../platform/current-platform';
import { handOverFileName } from '../../components/hand-over-file-name';
import { t } from '#shared/values/texts';

/** Saves a few changes as a file for somebody else to drop into their Throughline. Tells how it went. */
export async function saveEntriesFile(workspace: Workspace, ids: readonly EntryId[]): Promise<void> {
  try {
    const content = await workspace.sync.bundleOf(ids);
    const name = handOverFileName(t('{{name}} not taken', { name: workspace.info.name }), workspace.now());
    const done = await platform.saveFile({ name, type: content.type, content });
    if (done === 'saved') notify.done(t('Saved. Your colleague drops the file into their Throughline, which hands it in as yours.'));
  } catch (cause) {
    notify.problem(cause instanceof Error ? cause.message : String(cause), t('The file was not written'));
  }
}

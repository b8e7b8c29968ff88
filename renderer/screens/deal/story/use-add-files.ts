import type { Deal } from '#shared/records/registry';
import { createRecord, together } from '#shared/records/write';
import { instantOf } from '#shared/values/calendar';
import { notify } from '../../../components/notify';
import { useCommit, useMe, useWorkspace } from '../../../data/live';
import { platform } from '../../../platform/current-platform';
import { fileType } from './file-type';

/** Keeps files that the person picks with the deal, each as a moment of its own; all of them are one act. */
export function useAddFiles(deal: Deal): () => Promise<void> {
  const workspace = useWorkspace();
  const commit = useCommit();
  const me = useMe();
  return async () => {
    const picked = await platform.openFiles({ accept: [], multiple: true });
    const at = instantOf(workspace.now());
    const commands = [];
    for (const { name, bytes } of picked) {
      const file = await workspace.files.put(bytes, { name, type: fileType(name) });
      commands.push(
        createRecord('moment', workspace.newId('moment'), { kind: 'file', deal: deal.id, at, subject: name, people: [me], file }),
      );
    }
    if (commands.length > 0 && (await commit(together('moment.create', commands)))) {
      notify.done(picked.length === 1 ? `${picked[0]?.name} is kept with the deal` : `${picked.length} files are kept with the deal`);
    }
  };
}

import type { Id } from '#shared/records/define-record';
import { createRecord, together } from '#shared/records/write';
import { instantOf } from '#shared/values/calendar';
import { useCommit, useMe, useWorkspace } from '../data/live';
import { platform } from '../platform/current-platform';
import { fileType } from './file-type';
import { notify } from './notify';
import { t } from '#shared/values/texts';

/** What files are kept with: a deal, and the work on it that they came from. */
export interface KeptWith {
  readonly deal: Id<'deal'>;
  readonly about?: Id<'ticket'>;
}

/** Keeps files that the person picks with the deal, each as a moment of its own; all of them are one act. Gives the moments. */
export function useAddFiles(kept: KeptWith): () => Promise<readonly Id<'moment'>[]> {
  const workspace = useWorkspace();
  const commit = useCommit();
  const me = useMe();
  return async () => {
    const picked = await platform.openFiles({ accept: [], multiple: true });
    const at = instantOf(workspace.now());
    const moments: Id<'moment'>[] = [];
    const commands = [];
    for (const { name, bytes } of picked) {
      const file = await workspace.files.put(bytes, { name, type: fileType(name) });
      const id = workspace.newId('moment');
      moments.push(id);
      commands.push(createRecord('moment', id, { kind: 'file', ...kept, at, subject: name, people: [me], file }));
    }
    if (commands.length === 0 || !(await commit(together('moment.create', commands)))) return [];
    notify.done(
      picked.length === 1
        ? t('{{name}} is kept with the deal', { name: picked[0]?.name })
        : t('{{picked}} files are kept with the deal', { picked: picked.length }),
    );
    return moments;
  };
}

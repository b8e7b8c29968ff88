import { useCallback } from 'react';
import { type AnyRecord, definitionOf, typeOf } from '#shared/records/registry';
import { archiveRecord, restoreRecord } from '#shared/records/write';
import { useCommit } from '../data/live';
import { notify } from './notify';
import { recordTitle } from '#shared/records/title';
import { t } from '#shared/values/texts';

/** Puts a record away at once, with the way back beside the message; and brings it back. */
export function useArchive() {
  const commit = useCommit();
  const restore = useCallback((record: AnyRecord) => commit(restoreRecord(record)), [commit]);
  const archive = useCallback(
    async (record: AnyRecord) => {
      const done = await commit(archiveRecord(record));
      if (done)
        notify.undoable(
          t('{{record}} “{{record2}}” is archived', { record: nounOf(record), record2: recordTitle(record) }),
          () => void restore(record),
        );
      return done;
    },
    [commit, restore],
  );
  return { archive, restore };
}

function nounOf(record: AnyRecord): string {
  const type = typeOf(record.id);
  return type ? definitionOf(type).label : t('Record');
}

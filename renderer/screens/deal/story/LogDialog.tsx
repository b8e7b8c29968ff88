import type { Values } from '#shared/records/parse';
import type { Deal } from '#shared/records/registry';
import { createRecord } from '#shared/records/write';
import { instantOf } from '#shared/values/calendar';
import { notify } from '../../../components/notify';
import { RecordDialog } from '../../../components/RecordDialog';
import { useCommit, useMe, useWorkspace } from '../../../data/live';
import { t } from '#shared/values/texts';

/** What a person writes down from memory; the rest comes in as files. */
export const LOGGABLE = ['call', 'meeting', 'note'] as const;
export type Loggable = (typeof LOGGABLE)[number];

export const LOG_TITLES: Readonly<Record<Loggable, string>> = {
  call: t('Log a call'),
  meeting: t('Log a meeting'),
  note: t('Write a note'),
};

interface LogDialogProps {
  readonly deal: Deal;
  readonly kind: Loggable;
  readonly onClose: () => void;
}

/** A call, a meeting or a note, written down while it is fresh. */
export function LogDialog({ deal, kind, onClose }: LogDialogProps) {
  const workspace = useWorkspace();
  const me = useMe();
  const commit = useCommit();
  const log = async (values: Values<'moment'>): Promise<boolean> => {
    const done = await commit(createRecord('moment', workspace.newId('moment'), { ...values, kind, deal: deal.id }));
    if (done) notify.done(t('The {{kind}} is in the story', { kind }));
    return done;
  };
  return (
    <RecordDialog
      type="moment"
      title={LOG_TITLES[kind]}
      opened
      onClose={onClose}
      fields={kind === 'note' ? ['subject', 'body', 'at'] : ['subject', 'body', 'contacts', 'people', 'at']}
      needed={kind === 'note' ? ['body'] : ['subject']}
      initial={{ kind, at: instantOf(workspace.now()), people: [me] }}
      submitLabel={t('Add to the story')}
      onSubmit={log}
    />
  );
}

import { Modal } from '@mantine/core';
import { askedByPromise, askedInTicket, askedInWords, askedOnLine, requestChange, requestFromWords } from '#shared/change-order/request';
import type { Selection } from '#shared/promise/from-selection';
import type { Id } from '#shared/records/define-record';
import type { Values } from '#shared/records/parse';
import type { Commitment, FieldOf, ScopeLine, Ticket } from '#shared/records/registry';
import { notify } from '../../../components/notify';
import { RecordForm } from '../../../components/RecordForm';
import { TIME_ZONE, useToday } from '../../../components/use-today';
import { useCommit, useWorkspace } from '../../../data/live';
import classes from './ChangePanel.module.css';
import { t } from '#shared/values/texts';

/** What a request came of. */
export type AskedFrom =
  | { readonly from: 'hand' }
  | { readonly from: 'words'; readonly selection: Selection }
  | { readonly from: 'ticket'; readonly ticket: Ticket }
  | { readonly from: 'line'; readonly line: ScopeLine }
  | { readonly from: 'promise'; readonly commitment: Commitment };

interface RequestDialogProps {
  readonly deal: Id<'deal'>;
  readonly asked: AskedFrom;
  readonly onMade?: (id: Id<'changeOrder'>) => void;
  readonly onClose: () => void;
}

const FIELDS = [
  'title',
  'detail',
  'requestedBy',
  'requestedAt',
  'price',
  'hours',
  'scopeLine',
  'ticket',
] as const satisfies readonly FieldOf<'changeOrder'>[];

/** Notes what was asked for beyond what was sold. Nothing is decided by it. */
export function RequestDialog({ deal, asked, onMade, onClose }: RequestDialogProps) {
  const workspace = useWorkspace();
  const { records } = workspace;
  const commit = useCommit();
  const initial = initialOf(asked, useToday());
  const request = async (values: Values<'changeOrder'>): Promise<boolean> => {
    const id = workspace.newId('changeOrder');
    const all = { ...initial, ...values };
    const decided =
      asked.from === 'words'
        ? requestFromWords(id, { ...asked.selection, timeZone: TIME_ZONE }, all)
        : requestChange(id, { id: deal }, all);
    const done = await commit(decided);
    if (done) {
      notify.done(t('The request is noted. It waits for a decision: billed, absorbed or rejected'));
      onMade?.(id);
      onClose();
    }
    return done;
  };
  return (
    <Modal opened onClose={onClose} title={t('Request a change')} size="lg" returnFocus>
      {asked.from === 'words' ? <blockquote className={classes.quote}>{asked.selection.quote}</blockquote> : null}
      <RecordForm
        type="changeOrder"
        fields={FIELDS}
        initial={initial}
        within={{
          scopeLine: ({ id }) => records.get('scopeLine', id)?.deal === deal,
          ticket: ({ id }) => records.get('ticket', id)?.deal === deal,
        }}
        submitLabel={t('Note the request')}
        onSubmit={request}
        onCancel={onClose}
      />
    </Modal>
  );
}

function initialOf(asked: AskedFrom, today: string): Values<'changeOrder'> {
  switch (asked.from) {
    case 'hand':
      return { requestedAt: today };
    case 'words':
      return askedInWords({ ...asked.selection, timeZone: TIME_ZONE });
    case 'ticket':
      return askedInTicket(asked.ticket, today);
    case 'promise':
      return askedByPromise(asked.commitment, today);
    case 'line':
      return askedOnLine(asked.line, today);
  }
}

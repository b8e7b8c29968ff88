import { Loader } from '@mantine/core';
import { useState } from 'react';
import type { Deal, Ticket } from '#shared/records/registry';
import { ticketRecord } from '#shared/ticket/ticket-record';
import { QuietButton } from '../../../components/QuietButton';
import { useAddFiles } from '../../../components/use-add-files';
import { useHistory } from '../../../components/use-history';
import { useWording } from '../../../components/use-wording';
import { useLive } from '../../../data/live';
import { AskQuestionDialog } from '../../../components/AskQuestionDialog';
import { NoteDecisionDialog } from './NoteDecisionDialog';
import { NoteBox } from './NoteBox';
import classes from './TicketPanel.module.css';
import { TicketRecordItem } from './TicketRecordItem';
import { t } from '#shared/values/texts';

interface TicketRecordProps {
  readonly ticket: Ticket;
  readonly deal: Deal;
}

/** What was asked, answered, decided and noted in this work, by whom, and every step of it; and the ways to add to it. */
export function TicketRecord({ ticket, deal }: TicketRecordProps) {
  const history = useHistory({ deal: deal.id });
  const wording = useWording();
  const [asking, setAsking] = useState<'question' | 'decision'>();
  const addFiles = useAddFiles({ deal: deal.id, about: ticket.id });
  const close = (): void => setAsking(undefined);
  return (
    <section className={classes.section} aria-label={t('Record')}>
      <div className={classes.heading}>
        <h3>{t('Record')}</h3>
        <QuietButton onClick={() => setAsking('question')}>{t('Ask…')}</QuietButton>
        <QuietButton onClick={() => setAsking('decision')}>{t('Decision…')}</QuietButton>
        <QuietButton onClick={() => void addFiles()}>{t('File…')}</QuietButton>
      </div>
      {history ? (
        <Items ticket={ticket} entries={history} wording={wording} />
      ) : (
        <Loader size="sm" type="dots" aria-label={t('Reading the history')} />
      )}
      <NoteBox ticket={ticket} />
      {asking === 'question' ? <AskQuestionDialog deal={deal} about={ticket.id} title={ticket.title} onClose={close} /> : null}
      {asking === 'decision' ? <NoteDecisionDialog ticket={ticket} onClose={close} /> : null}
    </section>
  );
}

interface ItemsProps {
  readonly ticket: Ticket;
  readonly entries: NonNullable<ReturnType<typeof useHistory>>;
  readonly wording: ReturnType<typeof useWording>;
}

function Items({ ticket, entries, wording }: ItemsProps) {
  const items = useLive((records) => ticketRecord(ticket, entries, records, wording), [ticket, entries, wording]);
  return (
    <ol className={classes.items}>
      {items.map((item) => (
        <TicketRecordItem key={item.id} item={item} />
      ))}
    </ol>
  );
}

import { IconCheck, IconTarget } from '@tabler/icons-react';
import { useState } from 'react';
import { typeOf, type Ticket } from '#shared/records/registry';
import { nounOf } from '#shared/records/title';
import { editRecord } from '#shared/records/write';
import { accepted, deliverableState, listed, shownIds, type Shown } from '#shared/ticket/deliverable';
import { isOpenTicket } from '#shared/ticket/ticket-kind';
import { AskDialog } from '../../../components/AskDialog';
import { QuietButton } from '../../../components/QuietButton';
import { RecordLink } from '../../../components/RecordLink';
import { sentence } from '../../../components/FieldValue';
import { DeliverablePicker } from '../../../components/ticket/DeliverablePicker';
import { useCommit, useLive } from '../../../data/live';
import classes from './TicketPanel.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

/** What there is to show for the work, whether it counts, and what came of it. */
export function ToShow({ ticket }: { readonly ticket: Ticket }) {
  const [choosing, setChoosing] = useState(false);
  const state = useLive((records) => deliverableState(ticket, records, (id) => records.undecided(id)), [ticket]);
  const ids = shownIds(ticket);
  return (
    <section className={classes.section} aria-label={t('What there is to show')}>
      <div className={classes.heading}>
        <h3>{t('To show')}</h3>
        <QuietButton onClick={() => setChoosing(true)}>{ids.length > 0 ? t('Change…') : t('Link…')}</QuietButton>
      </div>
      {ids.length > 0 ? (
        <ul className={classes.shown}>
          {ids.map((id) => (
            <li key={id}>
              <span className={classes.noun}>{sentence(nounOf(id))}</span> <RecordLink type={typeOf(id) ?? 'moment'} id={id} />
            </li>
          ))}
        </ul>
      ) : null}
      {state.kind === 'ready' ? (
        <p className={classes.state} data-ready>
          <Sentence text={t('<iconCheck/> Counts as done')} parts={{ iconCheck: <IconCheck size={16} aria-hidden /> }} />
        </p>
      ) : isOpenTicket(ticket) ? (
        <p className={classes.state}>
          <IconTarget size={16} aria-hidden /> {state.message}
        </p>
      ) : null}
      {ticket.outcome ? <p className={classes.outcome}>{ticket.outcome}</p> : null}
      {choosing ? <LinkDialog ticket={ticket} onClose={() => setChoosing(false)} /> : null}
    </section>
  );
}

function LinkDialog({ ticket, onClose }: { readonly ticket: Ticket; readonly onClose: () => void }) {
  const commit = useCommit();
  const [shown, setShown] = useState<Shown>(ticket);
  const link = (): Promise<boolean> => {
    const { deliverable = null, deliverableLines } = shown;
    return commit(editRecord('ticket', ticket, { deliverable, deliverableLines }, { act: 'ticket.show' }));
  };
  return (
    <AskDialog
      title={t('What there is to show')}
      text={t('“{{title}}” is to deliver {{listed}}.', { title: ticket.title, listed: listed(accepted(ticket)) })}
      submitLabel={t('Link it')}
      onClose={onClose}
      onSubmit={link}
    >
      <DeliverablePicker ticket={ticket} shown={shown} onChange={setShown} />
    </AskDialog>
  );
}

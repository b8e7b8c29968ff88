import { ActionIcon, Button } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { Deal, FieldOf, Ticket } from '#shared/records/registry';
import { isOpenTicket } from '#shared/ticket/ticket-kind';
import { ClashMark } from '../../../components/ClashMark';
import { FieldEditor } from '../../../components/FieldEditor';
import { sentence } from '../../../components/FieldValue';
import { TICKET_ICONS } from '../../../components/ticket/ticket-icons';
import { TimerButton } from '../../../components/ticket/TimerButton';
import { useTicketMenu } from '../../../components/ticket/use-ticket-menu';
import { useTicketMove } from '../../../components/ticket/use-ticket-move';
import { TraceLink } from '../../../components/TraceLink';
import { ValueHistory } from '../../../components/ValueHistory';
import { RequestChangeButton } from '../changes/RequestChangeButton';
import { SidePanel } from '../SidePanel';
import { TicketHours } from './TicketHours';
import classes from './TicketPanel.module.css';
import { TicketRecord } from './TicketRecord';
import { ToShow } from './ToShow';
import { t } from '#shared/values/texts';

interface TicketPanelProps {
  readonly ticket: Ticket;
  readonly deal: Deal;
  readonly onClose: () => void;
}

/** One piece of work, whole: the facts, what there is to show, what was asked and decided, and the hours. */
export function TicketPanel({ ticket, deal, onClose }: TicketPanelProps) {
  const Symbol = TICKET_ICONS[ticket.kind];
  return (
    <SidePanel
      label={t('Ticket')}
      head={
        <>
          <Symbol size={16} stroke={1.75} aria-hidden style={{ flex: 'none' }} />
          <span className={classes.kind}>{sentence(ticket.kind)}</span>
          <span className={classes.status} data-open={isOpenTicket(ticket) || undefined}>
            {sentence(ticket.status)}
          </span>
          <ClashMark record={ticket.id} field="status" label={t('Status')} />
          <ValueHistory record={ticket.id} field="status" />
        </>
      }
      actions={
        <>
          <TraceLink deal={deal.id} id={ticket.id} look="icon" />
          <RequestChangeButton deal={deal.id} asked={{ from: 'ticket', ticket }} />
          <TicketActs ticket={ticket} />
        </>
      }
      onClose={onClose}
    >
      <div className={classes.title}>
        <FieldEditor type="ticket" id={ticket.id} field="title" variant="bare" />
      </div>
      <FieldEditor type="ticket" id={ticket.id} field="detail" variant="bare" />
      <div className={classes.facts}>
        {factsOf(ticket).map((field) => (
          <FieldEditor key={field} type="ticket" id={ticket.id} field={field} variant="row" />
        ))}
      </div>
      <ToShow ticket={ticket} />
      <TicketRecord ticket={ticket} deal={deal} />
      <TicketHours ticket={ticket} deal={deal} />
    </SidePanel>
  );
}

/** What a kind of work does not know is left out, unless somebody filled it in. */
function factsOf(ticket: Ticket): readonly FieldOf<'ticket'>[] {
  const often: readonly FieldOf<'ticket'>[] = ['owner', 'due', 'expects', 'estimateHours'];
  const ofKind: Partial<Record<Ticket['kind'], readonly FieldOf<'ticket'>[]>> = {
    incident: ['severity', 'scopeLine'],
    escalation: ['about', 'helper'],
    'work package': ['scopeLine'],
  };
  const others = (['severity', 'about', 'helper', 'scopeLine', 'changeOrder', 'commitment'] as const).filter(
    (field) => ticket[field] !== undefined,
  );
  return [...new Set([...often, ...(ofKind[ticket.kind] ?? []), ...others])];
}

/** What it waits for as a button, the timer, and the rest in a menu. */
function TicketActs({ ticket }: { readonly ticket: Ticket }) {
  const { move, dialog } = useTicketMove();
  const { openMenu, menu } = useTicketMenu(move);
  return (
    <span className={classes.acts}>
      <TimerButton ticket={ticket} />
      {ticket.status === 'open' ? (
        <Button size="compact-sm" variant="default" onClick={() => move(ticket, 'in progress')}>
          {t('Start work')}
        </Button>
      ) : null}
      {isOpenTicket(ticket) ? (
        <Button size="compact-sm" aria-label={t('Mark as done')} onClick={() => move(ticket, 'done')}>
          {t('Done')}
        </Button>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => move(ticket, 'open')}>
          {t('Reopen…')}
        </Button>
      )}
      <ActionIcon
        size={26}
        variant="subtle"
        color="gray"
        aria-label={t('More for {{title}}', { title: ticket.title })}
        aria-haspopup="menu"
        onClick={(event) => openMenu(ticket, event.currentTarget)}
      >
        <IconDots size={16} />
      </ActionIcon>
      {menu}
      {dialog}
    </span>
  );
}

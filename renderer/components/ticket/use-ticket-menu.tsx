import { Menu } from '@mantine/core';
import { IconArrowRight, IconCheck, IconPlayerPlay, IconPlayerStop, IconUser } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Ticket } from '#shared/records/registry';
import { TICKET_STATUSES } from '#shared/records/ticket';
import { assignTicket } from '#shared/ticket/lifecycle';
import { isOpenTicket, type TicketStatus } from '#shared/ticket/ticket-kind';
import { useCommit, useMe, useRecord } from '../../data/live';
import { CardMenu, useCardMenu, type OpenedMenu } from '../CardMenu';
import { sentence } from '../FieldValue';
import { recordPath } from '../record-path';
import { useTimer } from './use-timer';
import { t } from '#shared/values/texts';

/** One menu for all cards and rows: opens the ticket, takes it, starts the timer, or moves it to any status. */
export function useTicketMenu(move: (ticket: Ticket, to: TicketStatus) => void): {
  readonly openMenu: (ticket: Ticket, target: HTMLElement) => void;
  readonly menu: ReactNode;
} {
  const { open, opened } = useCardMenu<Ticket>();
  return { openMenu: open, menu: opened ? <TicketMenu key={opened.of.id} {...opened} move={move} /> : null };
}

interface TicketMenuProps extends OpenedMenu<Ticket> {
  readonly move: (ticket: Ticket, to: TicketStatus) => void;
}

function TicketMenu({ of: ticket, target, close, move }: TicketMenuProps) {
  const navigate = useNavigate();
  return (
    <CardMenu label={t('Move {{title}}', { title: ticket.title })} target={target} onClose={close}>
      <Menu.Item leftSection={<IconArrowRight size={15} />} onClick={() => void navigate(recordPath(ticket.id, ticket.deal) ?? '')}>
        {t('Open')}
      </Menu.Item>
      <MineItems ticket={ticket} />
      <Menu.Divider />
      <Menu.Label>{t('Move to')}</Menu.Label>
      {TICKET_STATUSES.map((status) => (
        <Menu.Item
          key={status}
          disabled={status === ticket.status}
          rightSection={status === ticket.status ? <IconCheck size={14} aria-label={t('is here')} /> : null}
          onClick={() => move(ticket, status)}
        >
          {sentence(status)}
        </Menu.Item>
      ))}
    </CardMenu>
  );
}

/** What one does for oneself: take it, and count the time. */
function MineItems({ ticket }: { readonly ticket: Ticket }) {
  const commit = useCommit();
  const me = useRecord('person', useMe());
  const { running, start, stop } = useTimer();
  const isRunning = running?.ticket === ticket.id;
  return (
    <>
      {me && ticket.owner !== me.id && isOpenTicket(ticket) ? (
        <Menu.Item leftSection={<IconUser size={15} />} onClick={() => void commit(assignTicket(ticket, me))}>
          {t('Take it')}
        </Menu.Item>
      ) : null}
      <Menu.Item
        leftSection={isRunning ? <IconPlayerStop size={15} /> : <IconPlayerPlay size={15} />}
        onClick={() => void (isRunning ? stop() : start(ticket))}
      >
        {isRunning ? t('Stop the timer') : t('Start the timer')}
      </Menu.Item>
    </>
  );
}

import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Ticket } from '#shared/records/registry';
import type { TicketRow } from '../../data/reads/tickets';
import { DataTable } from '../DataTable';
import { menuColumn } from '../menu-column';
import { recordPath } from '../record-path';
import type { SortOrder } from '../sort-rows';
import { ticketColumns } from './ticket-columns';
import { t } from '#shared/values/texts';

interface TicketTableProps {
  readonly rows: readonly TicketRow[];
  readonly ofManyDeals?: boolean;
  readonly reading?: string | undefined;
  readonly order: SortOrder | undefined;
  readonly onOrder: (order: SortOrder | undefined) => void;
  readonly onMenu: (ticket: Ticket, target: HTMLElement) => void;
}

/** The same work as a table. */
export function TicketTable({ rows, ofManyDeals = false, reading, order, onOrder, onMenu }: TicketTableProps) {
  const navigate = useNavigate();
  const columns = useMemo(
    () => [
      ...ticketColumns(ofManyDeals),
      menuColumn<TicketRow>(
        ({ ticket }) => t('Move {{title}}', { title: ticket.title }),
        ({ ticket }, target) => onMenu(ticket, target),
      ),
    ],
    [ofManyDeals, onMenu],
  );
  return (
    <div style={{ flex: 1, minHeight: 0, paddingBottom: 20 }}>
      <DataTable
        label={t('Tickets')}
        rows={rows}
        columns={columns}
        rowId={ticketId}
        selected={reading}
        order={order}
        onOrder={onOrder}
        onOpen={({ ticket }) => void navigate(recordPath(ticket.id, ticket.deal) ?? '')}
      />
    </div>
  );
}

const ticketId = ({ ticket }: TicketRow): string => ticket.id;

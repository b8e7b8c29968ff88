import type { TicketRow } from '../../data/reads/tickets';
import { useAddressState } from '../use-address-state';
import { orderOf, ticketFilterOf } from './TicketFilters';
import { TicketBoard } from './TicketBoard';
import { TicketTable } from './TicketTable';
import { useTicketMenu } from './use-ticket-menu';
import { useTicketMove } from './use-ticket-move';

interface TicketWorkProps {
  readonly rows: readonly TicketRow[];
  readonly ofManyDeals?: boolean;
  readonly reading?: string | undefined;
}

/** Tickets as a board or as a table, whichever the address says, with all that can be done to them. */
export function TicketWork({ rows, ofManyDeals = false, reading }: TicketWorkProps) {
  const [address, change] = useAddressState();
  const { move, dialog } = useTicketMove();
  const { openMenu, menu } = useTicketMenu(move);
  const shared = { rows, ofManyDeals, reading, onMenu: openMenu };
  return (
    <>
      {ticketFilterOf(address).shape === 'board' ? (
        <TicketBoard {...shared} onMove={move} />
      ) : (
        <TicketTable
          {...shared}
          order={orderOf(address.get('sort'))}
          onOrder={(order) => change({ sort: order ? `${order.by}.${order.direction}` : null })}
        />
      )}
      {menu}
      {dialog}
    </>
  );
}

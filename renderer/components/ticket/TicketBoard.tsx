import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useMemo, useRef } from 'react';
import type { Ticket } from '#shared/records/registry';
import { TICKET_STATUSES } from '#shared/records/ticket';
import { isOpenStatus, type TicketStatus } from '#shared/ticket/ticket-kind';
import type { TicketRow } from '../../data/reads/tickets';
import { walkCards } from '../board-keys';
import { columnDrop, useCardDrag } from '../card-drag';
import { CardStack } from '../CardStack';
import { sentence } from '../FieldValue';
import { countText, numberText } from '../text-of';
import classes from './TicketBoard.module.css';
import { TicketCard } from './TicketCard';
import { t } from '#shared/values/texts';

interface TicketBoardProps {
  readonly rows: readonly TicketRow[];
  /** Cards say which deal they belong to. */
  readonly ofManyDeals?: boolean;
  /** The ticket that is open beside the board. */
  readonly reading?: string | undefined;
  readonly onMove: (ticket: Ticket, to: TicketStatus) => void;
  readonly onMenu: (ticket: Ticket, target: HTMLElement) => void;
}

/** One column per status; what is dropped has one only where something was. */
export function TicketBoard({ rows, ofManyDeals = false, reading, onMove, onMenu }: TicketBoardProps) {
  const columns = useMemo(() => columnsOf(rows), [rows]);
  const ticketOf = (id: string | undefined): Ticket | undefined => rows.find(({ ticket }) => ticket.id === id)?.ticket;
  const drag = useCardDrag(TICKET_STATUSES, (id, to) => {
    const ticket = ticketOf(id);
    if (ticket && ticket.status !== to) onMove(ticket, to);
  });
  const dragged = ticketOf(drag?.card);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble up from the cards, which have the focus */}
      <div
        className={classes.board}
        role="group"
        aria-label={t('Tickets by status')}
        onKeyDown={(event) =>
          walkCards(event, (id, target) => {
            const ticket = ticketOf(id);
            if (ticket) onMenu(ticket, target);
          })
        }
      >
        {columns.map(({ status, rows: cards }) => (
          <Column key={status} status={status} count={cards.length} over={drag?.over === status && dragged?.status !== status}>
            <CardStack
              items={cards}
              itemId={ticketId}
              cardHeight={CARD_HEIGHT}
              card={(row) => <TicketCard row={row} ofManyDeals={ofManyDeals} reading={row.ticket.id === reading} onMenu={onMenu} />}
            />
          </Column>
        ))}
      </div>
      <div className="sr-only" aria-live="assertive">
        {dragged && drag?.over ? t('{{title}} over {{over}}', { title: dragged.title, over: drag.over }) : ''}
      </div>
    </>
  );
}

const CARD_HEIGHT = 92;
const ticketId = ({ ticket }: TicketRow): string => ticket.id;

interface ColumnProps {
  readonly status: TicketStatus;
  readonly count: number;
  readonly over: boolean;
  readonly children: React.ReactNode;
}

function Column({ status, count, over, children }: ColumnProps) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!element.current) return undefined;
    return dropTargetForElements({ element: element.current, getData: () => columnDrop(status) });
  }, [status]);
  const name = sentence(status);
  return (
    <section
      ref={element}
      className={classes.column}
      data-column={status}
      data-over={over || undefined}
      aria-label={`${name}, ${countText(count, 'ticket', 'tickets')}`}
    >
      <header className={classes.head}>
        <h2>{name}</h2>
        <span className={classes.count}>{numberText(count)}</span>
      </header>
      {children}
    </section>
  );
}

/** What is over shows the latest first: nobody looks for last year's. */
function columnsOf(rows: readonly TicketRow[]) {
  return TICKET_STATUSES.flatMap((status) => {
    const within = rows.filter(({ ticket }) => ticket.status === status);
    if (status === 'dropped' && within.length === 0) return [];
    return [{ status, rows: isOpenStatus(status) ? within : within.toReversed() }];
  });
}

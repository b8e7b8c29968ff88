import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { IconCheck, IconTarget } from '@tabler/icons-react';
import { memo, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '#shared/records/registry';
import { isOverdue } from '#shared/ticket/ticket-kind';
import { shownIds } from '#shared/ticket/deliverable';
import type { TicketRow } from '../../data/reads/tickets';
import { cardDrag } from '../card-drag';
import { CardMenuButton } from '../CardMenuButton';
import { ClashMark } from '../ClashMark';
import { sentence } from '../FieldValue';
import { PersonMark } from '../PersonName';
import { recordPath } from '../record-path';
import { dateText, numberText, shortDateText } from '../text-of';
import { UnsentMark } from '../UnsentMark';
import { useToday } from '../use-today';
import { TICKET_ICONS } from './ticket-icons';
import classes from './TicketBoard.module.css';
import { t } from '#shared/values/texts';

interface TicketCardProps {
  readonly row: TicketRow;
  readonly ofManyDeals: boolean;
  readonly reading: boolean;
  readonly onMenu: (ticket: Ticket, target: HTMLElement) => void;
}

function PlainCard({ row, ofManyDeals, reading, onMenu }: TicketCardProps) {
  const { ticket, deal, owner } = row;
  const element = useRef<HTMLElement>(null);
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    if (!element.current) return undefined;
    return draggable({
      element: element.current,
      getInitialData: () => cardDrag(ticket.id),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [ticket.id]);
  const Symbol = TICKET_ICONS[ticket.kind];
  return (
    <article
      ref={element}
      className={classes.card}
      data-card={ticket.id}
      data-dragging={dragging || undefined}
      data-reading={reading || undefined}
    >
      <span className={classes.kind}>
        <Symbol size={13} stroke={1.75} aria-hidden /> {sentence(ticket.kind)}
      </span>
      <Link to={recordPath(ticket.id, ticket.deal) ?? ''} className={classes.title} draggable={false}>
        {ticket.title}
      </Link>
      {ofManyDeals ? <span className={classes.deal}>{deal?.name}</span> : null}
      <CardFoot row={row} />
      {owner ? null : <span className="sr-only">{t('Nobody’s yet')}</span>}
      <CardMenuButton label={t('Move {{title}}', { title: ticket.title })} onOpen={(target) => onMenu(ticket, target)} />
    </article>
  );
}

/** One piece of work on the board: what it is, what it is to deliver, by when and by whom. */
export const TicketCard = memo(PlainCard);

function CardFoot({ row: { ticket, owner, hours, clashes } }: Pick<TicketCardProps, 'row'>) {
  return (
    <div className={classes.foot}>
      <Due ticket={ticket} />
      {ticket.severity ? (
        <span className={classes.severity} data-severity={ticket.severity}>
          {sentence(ticket.severity)}
        </span>
      ) : null}
      <Shows ticket={ticket} />
      <span className={classes.space} />
      {clashes ? <ClashMark record={ticket.id} variant="icon" /> : null}
      <UnsentMark record={ticket.id} />
      {hours > 0 ? <span className="num">{numberText(hours)} h</span> : null}
      {owner ? <PersonMark name={owner.name} size={20} /> : null}
    </div>
  );
}

/** What it is to deliver; with a tick once something is linked. */
function Shows({ ticket }: { readonly ticket: Ticket }) {
  const linked = shownIds(ticket).length;
  if (linked > 0) {
    return (
      <span className={classes.shows} data-ready title={t('Something to show is linked')}>
        <IconCheck size={13} aria-hidden /> {linked > 1 ? t('{{linked}} lines', { linked }) : t('Linked')}
      </span>
    );
  }
  if (!ticket.expects) return null;
  return (
    <span className={classes.shows} title={t('What it is to deliver')}>
      <IconTarget size={13} aria-hidden /> {sentence(ticket.expects)}
    </span>
  );
}

function Due({ ticket }: { readonly ticket: Ticket }) {
  const today = useToday();
  if (!ticket.due) return null;
  const late = isOverdue(ticket, today);
  return (
    <time
      dateTime={ticket.due}
      className={classes.due}
      data-late={late || undefined}
      title={t('Due {{due}}{{value}}', { due: dateText(ticket.due), value: late ? t(', overdue') : '' })}
    >
      {shortDateText(ticket.due, today)}
    </time>
  );
}

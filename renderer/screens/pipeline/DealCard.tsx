import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { memo, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Deal } from '#shared/records/registry';
import { cardDrag } from '../../components/card-drag';
import { CardMenuButton } from '../../components/CardMenuButton';
import { ClashMark } from '../../components/ClashMark';
import { HealthDot } from '../../components/HealthDot';
import { MoneyText } from '../../components/MoneyText';
import { PersonMark } from '../../components/PersonName';
import { UnsentMark } from '../../components/UnsentMark';
import { recordPath } from '../../components/record-path';
import { sideOf } from '../../components/phase-side';
import { dateText, shortDateText } from '../../components/text-of';
import { valueMark } from '../../components/value-mark';
import { useToday } from '../../components/use-today';
import type { DealRow } from '../../data/reads/deals';
import classes from './Board.module.css';
import { t } from '#shared/values/texts';

interface DealCardProps {
  readonly row: DealRow;
  readonly onMenu: (deal: Deal, target: HTMLElement) => void;
}

function PlainCard({ row, onMenu }: DealCardProps) {
  const { deal, account } = row;
  const element = useRef<HTMLElement>(null);
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    if (!element.current) return undefined;
    return draggable({
      element: element.current,
      getInitialData: () => cardDrag(deal.id),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [deal.id]);

  return (
    <article ref={element} className={classes.card} data-card={deal.id} data-dragging={dragging || undefined}>
      <Link to={recordPath(deal.id) ?? ''} className={classes.cardName} draggable={false} {...valueMark(deal.id, 'name')}>
        {deal.name}
      </Link>
      <span className={classes.cardAccount} {...valueMark(deal.id, 'account')}>
        {account || t('No account')}
      </span>
      <div className={classes.cardFoot}>
        <span className={classes.cardAmount} {...valueMark(deal.id, 'amount')}>
          <MoneyText value={deal.amount} whole />
        </span>
        <ClashMark record={deal.id} variant="icon" />
        <CardDate deal={deal} />
        <UnsentMark record={deal.id} />
        <HealthDot health={deal.health} />
        <CardPerson row={row} />
      </div>
      <CardMenuButton label={t('Move {{name}}', { name: deal.name })} onOpen={(target) => onMenu(deal, target)} />
    </article>
  );
}

/** One deal on the board: what it is, what it is worth, what it waits for and whose it is. */
export const DealCard = memo(PlainCard);

/** Before the signature: when it should be signed. After it: when it should be done. */
function CardDate({ deal }: { readonly deal: Deal }) {
  const today = useToday();
  const before = sideOf(deal.phase) === 'pre-sale';
  const date = before ? deal.expectedClose : deal.plannedEnd;
  if (!date) return null;
  const done = deal.phase === 'closed' || deal.phase === 'lost' || deal.deliveredAt !== undefined;
  const late = !done && date < today;
  return (
    <time
      dateTime={date}
      className={classes.cardDate}
      {...valueMark(deal.id, before ? 'expectedClose' : 'plannedEnd')}
      data-late={late || undefined}
      title={`${before ? t('Expected close') : t('Planned end')} ${dateText(date)}${late ? t(', overdue') : ''}`}
    >
      {shortDateText(date, today)}
    </time>
  );
}

/** The deal is the account executive's until it is signed, then the project manager's. */
function CardPerson({ row }: { readonly row: DealRow }) {
  const name = sideOf(row.deal.phase) === 'delivery' ? row.pm || row.ae : row.ae;
  return name ? <PersonMark name={name} size={20} /> : null;
}

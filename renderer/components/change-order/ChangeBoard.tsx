import { CHANGE_ORDER_STATUSES } from '#shared/records/change-order';
import type { ChangeRow } from '../../data/reads/change-orders';
import { ClashMark } from '../ClashMark';
import { sentence } from '../FieldValue';
import { MoneyText } from '../MoneyText';
import { countText } from '../text-of';
import { LATE_DAYS } from './change-columns';
import classes from './ChangeBoard.module.css';
import { t } from '#shared/values/texts';

interface ChangeBoardProps {
  readonly rows: readonly ChangeRow[];
  readonly reading: string | undefined;
  readonly onOpen: (row: ChangeRow) => void;
}

/** One column per status. A card moves by a decision, which says who and why; so it is opened and not dragged. */
export function ChangeBoard({ rows, reading, onOpen }: ChangeBoardProps) {
  return (
    <div className={classes.board} role="group" aria-label={t('Change orders by status')}>
      {CHANGE_ORDER_STATUSES.map((status) => {
        const cards = rows.filter(({ order }) => order.status === status);
        return (
          <section
            key={status}
            className={classes.column}
            aria-label={`${sentence(status)}, ${countText(cards.length, t('change order'), t('change orders'))}`}
          >
            <h2 className={classes.head}>
              {sentence(status)} <span className={classes.count}>{cards.length}</span>
            </h2>
            {cards.map((row) => (
              <div key={row.order.id} className={classes.card} aria-current={row.order.id === reading || undefined}>
                <button type="button" className={classes.title} onClick={() => onOpen(row)}>
                  {row.order.title}
                </button>
                <ClashMark record={row.order.id} />
                <span className={classes.facts}>
                  <MoneyText value={row.order.price} />
                  {row.age === undefined ? null : (
                    <span data-late={row.age > LATE_DAYS || undefined}>
                      {t('waits {{age}}', { age: countText(row.age, 'day', 'days') })}
                    </span>
                  )}
                </span>
              </div>
            ))}
          </section>
        );
      })}
    </div>
  );
}

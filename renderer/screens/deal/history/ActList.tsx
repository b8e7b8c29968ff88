import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { ToldEntry } from '#shared/records/act-label';
import { ActSentence } from '../../../components/ActSentence';
import { HandedIn } from '../../../components/HandedIn';
import { QuietButton } from '../../../components/QuietButton';
import { instantText, numberText } from '../../../components/text-of';
import classes from './ActList.module.css';
import { t } from '#shared/values/texts';

/** Entries that only book hours or visits: how many there are, and whether they are listed. */
export interface Bookings {
  readonly count: number;
  readonly are: 'left out' | 'shown';
}

interface ActListProps {
  /** Oldest first. */
  readonly told: readonly ToldEntry[];
  readonly times: readonly number[];
  readonly at: number;
  readonly bookings: Bookings;
  readonly onPick: (act: number) => void;
  readonly onBookings: (are: Bookings['are']) => void;
}

/** Every act of the deal, the newest on top; the one at hand stays in view while the slider moves. */
export function ActList({ told, times, at, bookings, onPick, onBookings }: ActListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const last = told.length - 1;
  const virtualizer = useVirtualizer({
    count: told.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => told[last - index]?.entry.id ?? index,
    estimateSize: () => 58,
    overscan: 10,
  });
  useEffect(() => virtualizer.scrollToIndex(last - at, { align: 'auto' }), [virtualizer, last, at]);
  return (
    <section className={classes.panel} aria-label={t('Acts')}>
      <header className={classes.head}>
        {told.length === 1 ? t('One act') : t('{{length}} acts', { length: numberText(told.length) })}
        {bookings.count > 0 ? (
          <QuietButton onClick={() => onBookings(bookings.are === 'shown' ? 'left out' : 'shown')}>
            {bookings.are === 'shown' ? t('Leave out bookings') : t('Show {{number}} bookings', { number: numberText(bookings.count) })}
          </QuietButton>
        ) : null}
      </header>
      <div ref={scroller} className={classes.acts} role="list" aria-label={t('Acts, newest first')}>
        <div className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const act = last - item.index;
            const entry = told[act];
            return entry ? (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                role="listitem"
                className={classes.row}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <button
                  type="button"
                  className={classes.act}
                  aria-current={act === at || undefined}
                  data-ahead={act > at || undefined}
                  onClick={() => onPick(act)}
                >
                  <span className={classes.sentence}>
                    <ActSentence entry={entry.entry} sentence={entry.sentence} />
                  </span>
                  {entry.entry.why && !entry.sentence.includes(entry.entry.why) ? (
                    <span className={classes.why}>“{entry.entry.why}”</span>
                  ) : null}
                  <span className={classes.at}>
                    {instantText(new Date(times[act] ?? 0).toISOString())} <HandedIn entry={entry.entry.id} />
                  </span>
                </button>
              </div>
            ) : null;
          })}
        </div>
      </div>
    </section>
  );
}

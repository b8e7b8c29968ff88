import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import classes from './CardStack.module.css';

interface CardStackProps<Item> {
  readonly items: readonly Item[];
  readonly itemId: (item: Item) => string;
  readonly card: (item: Item) => ReactNode;
  /** Usual height of a card in pixels; each is measured once it is drawn. */
  readonly cardHeight: number;
}

const GAP = 8;

/** The cards of one column of a board: only those in view exist, however many there are. */
export function CardStack<Item>({ items, itemId, card, cardHeight }: CardStackProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight,
    getItemKey: (index) => itemId(items[index] as Item),
    gap: GAP,
    overscan: 4,
  });
  return (
    <div ref={scroller} className={classes.cards}>
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            className={classes.place}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {card(items[item.index] as Item)}
          </div>
        ))}
      </div>
    </div>
  );
}

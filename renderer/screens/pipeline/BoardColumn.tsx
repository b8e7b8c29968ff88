import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import type { Phase } from '#shared/records/deal';
import type { Deal } from '#shared/records/registry';
import { MoneyTotals } from '../../components/MoneyTotals';
import { moneyText, numberText } from '../../components/text-of';
import classes from './Board.module.css';
import { phaseDrop } from './drag-data';
import { DealCard } from './DealCard';
import type { PhaseColumn } from './pipeline-totals';

interface BoardColumnProps {
  readonly column: PhaseColumn;
  readonly name: string;
  readonly folded: boolean;
  /** A card from elsewhere is above it. */
  readonly over: boolean;
  readonly onFold: (phase: Phase) => void;
  readonly onMenu: (deal: Deal, target: HTMLElement) => void;
}

function PlainColumn({ column, name, folded, over, onFold, onMenu }: BoardColumnProps) {
  const element = useRef<HTMLElement>(null);
  const { phase, deals, totals } = column;
  useEffect(() => {
    if (!element.current) return undefined;
    return dropTargetForElements({ element: element.current, getData: () => phaseDrop(phase) });
  }, [phase, folded]);

  if (folded) {
    return (
      <section ref={element} className={classes.folded} data-over={over || undefined} data-column={phase} aria-label={name}>
        <button type="button" className={classes.foldedButton} aria-expanded={false} onClick={() => onFold(phase)} title={`Show ${name}`}>
          <IconChevronsRight size={16} aria-hidden />
          <span className="num">{numberText(deals)}</span>
          <span className={classes.foldedName}>{name}</span>
        </button>
      </section>
    );
  }
  return (
    <section
      ref={element}
      className={classes.column}
      data-over={over || undefined}
      data-column={phase}
      aria-label={`${name}, ${deals === 1 ? 'one deal' : `${deals} deals`}`}
    >
      <header className={classes.columnHead}>
        <div className={classes.columnTitle}>
          <h2>{name}</h2>
          <span className={classes.count}>{numberText(deals)}</span>
          <button type="button" className={classes.fold} aria-label={`Fold ${name}`} aria-expanded onClick={() => onFold(phase)}>
            <IconChevronsLeft size={15} aria-hidden />
          </button>
        </div>
        <div className={classes.columnTotal} title={totals.map((total) => moneyText(total)).join(' · ')}>
          <MoneyTotals values={totals} />
        </div>
      </header>
      <Cards column={column} onMenu={onMenu} />
    </section>
  );
}

/** Drawn again only when its deals, its name or a card above it changed. */
export const BoardColumn = memo(PlainColumn);

const CARD_HEIGHT = 102;
const GAP = 8;

/** Only the cards in view exist, however many deals a phase has. */
function Cards({ column, onMenu }: Pick<BoardColumnProps, 'column' | 'onMenu'>) {
  const { rows } = column;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    getItemKey: (index) => rows[index]?.deal.id ?? index,
    gap: GAP,
    overscan: 4,
  });
  return (
    <div ref={scroller} className={classes.cards}>
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row ? (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={classes.place}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <DealCard row={row} onMenu={onMenu} />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}

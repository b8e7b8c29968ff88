import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import type { Phase } from '#shared/records/deal';
import type { Deal } from '#shared/records/registry';
import { CardStack } from '../../components/CardStack';
import { columnDrop } from '../../components/card-drag';
import { MoneyTotals } from '../../components/MoneyTotals';
import { moneyText, numberText } from '../../components/text-of';
import type { DealRow } from '../../data/reads/deals';
import classes from './Board.module.css';
import { DealCard } from './DealCard';
import type { PhaseColumn } from './pipeline-totals';
import { t } from '#shared/values/texts';

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
    return dropTargetForElements({ element: element.current, getData: () => columnDrop(phase) });
  }, [phase, folded]);

  if (folded) {
    return (
      <section ref={element} className={classes.folded} data-over={over || undefined} data-column={phase} aria-label={name}>
        <button
          type="button"
          className={classes.foldedButton}
          aria-expanded={false}
          onClick={() => onFold(phase)}
          title={t('Show {{name}}', { name })}
        >
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
      aria-label={`${name}, ${deals === 1 ? t('one deal') : t('{{deals}} deals', { deals })}`}
    >
      <header className={classes.columnHead}>
        <div className={classes.columnTitle}>
          <h2>{name}</h2>
          <span className={classes.count}>{numberText(deals)}</span>
          <button
            type="button"
            className={classes.fold}
            aria-label={t('Fold {{name}}', { name })}
            aria-expanded
            onClick={() => onFold(phase)}
          >
            <IconChevronsLeft size={15} aria-hidden />
          </button>
        </div>
        <div className={classes.columnTotal} title={totals.map((total) => moneyText(total)).join(' · ')}>
          <MoneyTotals values={totals} />
        </div>
      </header>
      <CardStack items={column.rows} itemId={dealId} cardHeight={CARD_HEIGHT} card={(row) => <DealCard row={row} onMenu={onMenu} />} />
    </section>
  );
}

/** Drawn again only when its deals, its name or a card above it changed. */
export const BoardColumn = memo(PlainColumn);

const CARD_HEIGHT = 102;

const dealId = ({ deal }: DealRow): string => deal.id;

import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { IconSignature } from '@tabler/icons-react';
import { Fragment, useEffect, useMemo, useRef, useState } from 'react';
import type { Phase } from '#shared/records/deal';
import { DELIVERY } from '#shared/deal/phase';
import type { Deal } from '#shared/records/registry';
import { usePhaseNames } from '../../components/phase-names';
import { sideOf } from '../../components/phase-side';
import type { DealRow } from '../../data/reads/deals';
import { usePipelineView } from '../../ui-state/pipeline-view';
import classes from './Board.module.css';
import { BoardColumn } from './BoardColumn';
import { walkCards } from './board-keys';
import { draggedDeal, droppedPhase } from './drag-data';
import { columnsOf } from './pipeline-totals';

interface BoardProps {
  readonly rows: readonly DealRow[];
  readonly onMove: (deal: Deal, to: Phase) => void;
  readonly onMenu: (deal: Deal, target: HTMLElement) => void;
}

/** A card on its way: where it comes from and over which column it is. */
interface Drag {
  readonly deal: Deal;
  readonly over: Phase | undefined;
}

/** One column per phase; the signature is the line that a card crosses on its way from selling to doing. */
export function Board({ rows, onMove, onMenu }: BoardProps) {
  const columns = useMemo(() => columnsOf(rows), [rows]);
  const { folded, toggle } = usePipelineView();
  const nameOf = usePhaseNames();
  const [drag, setDrag] = useState<Drag>();
  const [said, setSaid] = useState('');
  const deals = useRef(rows);
  const moving = useRef(onMove);
  useEffect(() => {
    deals.current = rows;
    moving.current = onMove;
  }, [rows, onMove]);

  useEffect(() => {
    const dealOf = (id: string | undefined): Deal | undefined => deals.current.find(({ deal }) => deal.id === id)?.deal;
    return monitorForElements({
      canMonitor: ({ source }) => draggedDeal(source.data) !== undefined,
      onDragStart: ({ source }) => {
        const deal = dealOf(draggedDeal(source.data));
        if (deal) setDrag({ deal, over: undefined });
      },
      onDropTargetChange: ({ location }) => setDrag((was) => was && { ...was, over: droppedPhase(location.current.dropTargets[0]?.data) }),
      onDrop: ({ source, location }) => {
        setDrag(undefined);
        const deal = dealOf(draggedDeal(source.data));
        const to = droppedPhase(location.current.dropTargets[0]?.data);
        if (deal && to && to !== deal.phase) moving.current(deal, to);
      },
    });
  }, []);

  useEffect(() => {
    if (drag?.over)
      setSaid(`${drag.deal.name} over ${nameOf(drag.over)}${crosses(drag.deal.phase, drag.over) ? ', across the signature' : ''}`);
  }, [drag, nameOf]);

  return (
    <>
      <div
        className={classes.board}
        role="group"
        aria-label="Deals by phase"
        data-dragging={drag !== undefined || undefined}
        onKeyDown={(event) =>
          walkCards(event, (id, target) => {
            const found = rows.find(({ deal }) => deal.id === id);
            if (found) onMenu(found.deal, target);
          })
        }
      >
        {columns.map((column) => (
          <Fragment key={column.phase}>
            {column.phase === DELIVERY[0] ? (
              <SignatureLine crossing={drag?.over !== undefined && crosses(drag.deal.phase, drag.over)} />
            ) : null}
            <BoardColumn
              column={column}
              name={nameOf(column.phase)}
              folded={folded.includes(column.phase)}
              over={drag?.over === column.phase && drag.deal.phase !== column.phase}
              onFold={toggle}
              onMenu={onMenu}
            />
          </Fragment>
        ))}
      </div>
      <div className="sr-only" aria-live="assertive">
        {said}
      </div>
    </>
  );
}

function SignatureLine({ crossing }: { readonly crossing: boolean }) {
  return (
    <div
      className={classes.signature}
      data-crossing={crossing || undefined}
      role="separator"
      aria-orientation="vertical"
      aria-label="Signature"
    >
      <span className={classes.signatureSign}>
        <IconSignature size={16} stroke={1.75} aria-hidden />
      </span>
      <span className={classes.signatureName}>Signature</span>
    </div>
  );
}

/** True where a card goes from selling to doing, or back. */
function crosses(from: Phase, to: Phase): boolean {
  const sides = new Set([sideOf(from), sideOf(to)]);
  return sides.has('pre-sale') && sides.has('delivery');
}

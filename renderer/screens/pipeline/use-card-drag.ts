import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import type { Phase } from '#shared/records/deal';
import type { Deal } from '#shared/records/registry';
import type { DealRow } from '../../data/reads/deals';
import { draggedDeal, droppedPhase } from './drag-data';

/** A card on its way: which deal it is, and the column it is above. */
export interface CardDrag {
  readonly deal: Deal;
  readonly over: Phase | undefined;
}

/** Watches cards being dragged over the columns; `onMove` hears where one was let go. */
export function useCardDrag(rows: readonly DealRow[], onMove: (deal: Deal, to: Phase) => void): CardDrag | undefined {
  const [drag, setDrag] = useState<CardDrag>();
  const latest = useRef({ rows, onMove });
  useEffect(() => {
    latest.current = { rows, onMove };
  }, [rows, onMove]);

  useEffect(() => {
    const dealOf = (id: string | undefined): Deal | undefined => latest.current.rows.find(({ deal }) => deal.id === id)?.deal;
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
        if (deal && to && to !== deal.phase) latest.current.onMove(deal, to);
      },
    });
  }, []);
  return drag;
}

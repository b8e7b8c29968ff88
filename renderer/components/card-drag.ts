import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';

type DragData = Record<string | symbol, unknown>;

const CARD = 'throughline.card';
const COLUMN = 'throughline.column';

/** What a dragged card carries. */
export const cardDrag = (id: string): DragData => ({ [CARD]: id });

/** What a column of a board says of itself to a card above it. */
export const columnDrop = (column: string): DragData => ({ [COLUMN]: column });

/** A card on its way: the record on it, and the column it is above. */
export interface CardDrag<Column extends string> {
  readonly card: string;
  readonly over: Column | undefined;
}

/** Watches cards being dragged over the columns of the one board in view; `onDrop` hears where one was let go. */
export function useCardDrag<Column extends string>(
  columns: readonly Column[],
  onDrop: (card: string, to: Column) => void,
): CardDrag<Column> | undefined {
  const [drag, setDrag] = useState<CardDrag<Column>>();
  const latest = useRef({ columns, onDrop });
  useEffect(() => {
    latest.current = { columns, onDrop };
  }, [columns, onDrop]);

  useEffect(() => {
    const columnOf = (data: DragData | undefined): Column | undefined => latest.current.columns.find((known) => known === data?.[COLUMN]);
    return monitorForElements({
      canMonitor: ({ source }) => draggedCard(source.data) !== undefined,
      onDragStart: ({ source }) => {
        const card = draggedCard(source.data);
        if (card !== undefined) setDrag({ card, over: undefined });
      },
      onDropTargetChange: ({ location }) => setDrag((was) => was && { ...was, over: columnOf(location.current.dropTargets[0]?.data) }),
      onDrop: ({ source, location }) => {
        setDrag(undefined);
        const card = draggedCard(source.data);
        const to = columnOf(location.current.dropTargets[0]?.data);
        if (card !== undefined && to !== undefined) latest.current.onDrop(card, to);
      },
    });
  }, []);
  return drag;
}

/** The record on a dragged card; undefined for anything else that is dragged (a file, some text). */
function draggedCard(data: DragData): string | undefined {
  const id = data[CARD];
  return typeof id === 'string' ? id : undefined;
}

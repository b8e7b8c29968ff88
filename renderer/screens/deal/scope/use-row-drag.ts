import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { useEffect, useRef, useState } from 'react';
import type { ScopeLine } from '#shared/records/registry';
import { sectionOf } from './grid-items';

type Side = 'before' | 'after';

const LINE = 'throughline.scopeLine';
const SECTION = 'throughline.scopeSection';

/** A row that is dragged by its handle and takes others of its section before or after itself. */
export function useRowDrag(line: ScopeLine, isOn: boolean, onDrop: (dragged: string, target: string, side: Side) => void) {
  const row = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLDivElement>(null);
  const [dragging, setDragging] = useState(false);
  const [edge, setEdge] = useState<Side>();
  const { id } = line;
  const section = sectionOf(line);
  useEffect(() => {
    const element = row.current;
    if (!element || !handle.current || !isOn) return undefined;
    const sideAt = (clientY: number): Side => {
      const { top, height } = element.getBoundingClientRect();
      return clientY < top + height / 2 ? 'before' : 'after';
    };
    return combine(
      draggable({
        element,
        dragHandle: handle.current,
        getInitialData: () => ({ [LINE]: id, [SECTION]: section }),
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data[SECTION] === section && source.data[LINE] !== id,
        onDrag: ({ location }) => setEdge(sideAt(location.current.input.clientY)),
        onDragLeave: () => setEdge(undefined),
        onDrop: ({ source, location }) => {
          setEdge(undefined);
          const dragged = source.data[LINE];
          if (typeof dragged === 'string') onDrop(dragged, id, sideAt(location.current.input.clientY));
        },
      }),
    );
  }, [id, section, isOn, onDrop]);
  return { row, handle, dragging, edge };
}

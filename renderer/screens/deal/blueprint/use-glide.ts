import type { Viewport } from '@xyflow/react';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds without a step after which the drawing stands. */
const STILL = 120;
const START: Viewport = { x: 0, y: 0, zoom: 1 };

/**
 * Where the canvas looks. While it is panned or zoomed the drawing is moved as the picture that it is, and nothing is reckoned or
 * drawn again: the canvas itself would wake each of its nodes and connections at every step, which takes 30 ms with 300 of
 * them. As soon as it stands the canvas is told. While nodes are dragged it is told of every step, as it must know where they are.
 */
export function useGlide() {
  const [viewport, settle] = useState(START);
  const stage = useRef<HTMLDivElement>(null);
  const ahead = useRef<Viewport>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isHeld = useRef(false);

  const stand = useCallback((): void => {
    clearTimeout(timer.current);
    stage.current?.removeAttribute('data-moving');
    if (ahead.current) settle(ahead.current);
    ahead.current = undefined;
  }, []);
  const onViewportChange = useCallback(
    (next: Viewport): void => {
      const picture = stage.current?.querySelector<HTMLElement>('.react-flow__viewport');
      if (isHeld.current || !picture) return settle(next);
      if (!ahead.current) stage.current?.setAttribute('data-moving', '');
      ahead.current = next;
      picture.style.transform = `translate(${next.x}px, ${next.y}px) scale(${next.zoom})`;
      clearTimeout(timer.current);
      timer.current = setTimeout(stand, STILL);
    },
    [stand],
  );
  const hold = useCallback((): void => {
    isHeld.current = true;
    stage.current?.setAttribute('data-moving', '');
  }, []);
  const release = useCallback((): void => {
    isHeld.current = false;
    stage.current?.removeAttribute('data-moving');
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { viewport, onViewportChange, stage, stand, hold, release };
}

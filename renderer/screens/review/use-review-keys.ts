import { useEffect, useLayoutEffect, useRef } from 'react';

/** What the keys of the review do. */
export interface ReviewKeys {
  readonly move: (by: number) => void;
  readonly pick: (at: number) => void;
  readonly other: () => void;
  readonly select: () => void;
  readonly selectAll: () => void;
  readonly settle: () => void;
  readonly undo: () => void;
  readonly clear: () => void;
}

/** The whole review by keyboard, wherever the focus is on the screen. Typing, dialogs and controls keep their own keys. */
export function useReviewKeys(keys: ReviewKeys | undefined): void {
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  }, [keys]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (!latest.current || isElsewhere(event.target)) return;
      const run = actOf(event.key, latest.current, event.target);
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function actOf(key: string, keys: ReviewKeys, target: EventTarget | null): (() => void) | undefined {
  if (/^[1-9]$/u.test(key)) return () => keys.pick(Number(key) - 1);
  if (isControl(target) && (key === 'Enter' || key === ' ')) return undefined;
  return {
    j: () => keys.move(1),
    k: () => keys.move(-1),
    ArrowDown: () => keys.move(1),
    ArrowUp: () => keys.move(-1),
    Home: () => keys.move(-Infinity),
    End: () => keys.move(Infinity),
    e: keys.other,
    a: keys.selectAll,
    ' ': keys.select,
    Enter: keys.settle,
    z: keys.undo,
    Escape: keys.clear,
  }[key];
}

const TYPED_INTO = 'input, textarea, select, [contenteditable="true"], [role="menu"] *, [role="tab"]';

function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('[aria-modal="true"]')) return true;
  return target instanceof Element && target.matches(TYPED_INTO);
}

/** Buttons and links do their own work by Enter and Space. */
const isControl = (target: EventTarget | null): boolean => target instanceof Element && target.matches('a, button, summary');

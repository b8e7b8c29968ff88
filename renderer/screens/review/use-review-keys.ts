import { useEffect, useLayoutEffect, useReducer, useRef } from 'react';

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

/**
 * What a key may find: something is being written, which every key waits for; or who wrote what is still being read, which
 * choosing waits for.
 */
export type Standing = 'ready' | 'untold' | 'busy';

type Press = readonly [act: keyof ReviewKeys, number?: number];

const NEEDS_VALUES: ReadonlySet<keyof ReviewKeys> = new Set(['pick', 'other', 'settle']);

/**
 * The whole review by keyboard, wherever the focus is on the screen. Typing, dialogs and controls keep their own keys. A
 * key that comes too early waits its turn, so that keys do the same pressed fast as pressed slowly.
 */
export function useReviewKeys(keys: ReviewKeys, standing: Standing): void {
  const latest = useRef({ keys, standing });
  const waiting = useRef<Press[]>([]);
  const [, lookAgain] = useReducer((times: number) => times + 1, 0);
  // After every drawing: the next key finds what the one before left behind. It draws again only where a key was waiting.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => {
    latest.current = { keys, standing };
    const [next] = waiting.current;
    if (!next || hasToWait(next, standing)) return;
    // What is typed after this goes into the box that it opens.
    waiting.current = next[0] === 'other' ? [] : waiting.current.slice(1);
    take(next, keys);
    lookAgain();
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isElsewhere(event.target)) return;
      const press = pressOf(event.key, event.target);
      if (!press) return;
      event.preventDefault();
      if (waiting.current.length > 0 || hasToWait(press, latest.current.standing)) waiting.current.push(press);
      else take(press, latest.current.keys);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

const hasToWait = ([act]: Press, standing: Standing): boolean => standing === 'busy' || (standing === 'untold' && NEEDS_VALUES.has(act));

const take = ([act, number = 0]: Press, keys: ReviewKeys): void => keys[act](number);

function pressOf(key: string, target: EventTarget | null): Press | undefined {
  if (/^[1-9]$/u.test(key)) return ['pick', Number(key) - 1];
  if (isControl(target) && (key === 'Enter' || key === ' ')) return undefined;
  return PRESSES[key];
}

const PRESSES: Readonly<Record<string, Press>> = {
  j: ['move', 1],
  k: ['move', -1],
  ArrowDown: ['move', 1],
  ArrowUp: ['move', -1],
  Home: ['move', -Infinity],
  End: ['move', Infinity],
  e: ['other'],
  a: ['selectAll'],
  ' ': ['select'],
  Enter: ['settle'],
  z: ['undo'],
  Escape: ['clear'],
};

const TYPED_INTO = 'input, textarea, select, [contenteditable="true"], [role="menu"] *, [role="tab"]';

function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('[aria-modal="true"]')) return true;
  return target instanceof Element && target.matches(TYPED_INTO);
}

/** Buttons and links do their own work by Enter and Space. */
const isControl = (target: EventTarget | null): boolean => target instanceof Element && target.matches('a, button, summary');

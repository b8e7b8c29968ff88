import { useEffect, useRef } from 'react';
import { platform } from '../platform/current-platform';
import type { AppAction } from '../ui-state/app-action';
import { type Begun, chordOf, readPress } from './shortcut';

/** Runs actions by their keys and by the native menu. */
export function useShortcuts(actions: readonly AppAction[]): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  }, [actions]);

  useEffect(() => {
    let begun: Begun | undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const chord = chordOf(event);
      if (event.defaultPrevented || event.isComposing || !mayInterrupt(event.target, chord)) return;
      const withKeys = latest.current.filter((action) => action.keys);
      const read = readPress(
        withKeys.map((action) => action.keys ?? ''),
        alias(chord),
        event.timeStamp,
        begun,
      );
      begun = read.begun;
      const action = read.done && withKeys.find(({ keys }) => keys === read.done);
      if (!action) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  useEffect(() => platform.onCommand((command) => latest.current.find(({ id }) => id === command)?.run()), []);
}

/** Windows also redoes by Ctrl+Y, `/` is how many pages search, and the plus sign stands on the key of `=`. */
function alias(chord: string): string {
  if (chord === 'mod+=') return 'mod++';
  return chord === 'mod+y' ? 'mod+shift+z' : chord === '/' ? 'mod+k' : chord;
}

/** Typing and open dialogs keep their keys; the palette opens from anywhere but from itself. */
function mayInterrupt(target: EventTarget | null, chord: string): boolean {
  if (document.querySelector('[aria-modal="true"]')) return false;
  return chord === 'mod+k' || !isTyping(target);
}

const TYPED_INTO = 'input:not([type="radio"], [type="checkbox"], [type="button"]), textarea, select';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPED_INTO));
}

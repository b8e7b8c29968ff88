import { useEffect, useState, type RefObject } from 'react';
import { selectedSpan } from './dom-selection';
import { trimSpan, type Span } from './sentences';

/** Words selected in a text, and where they stand in the window (pixels). */
export interface SelectedWords {
  readonly span: Span;
  readonly box: DOMRect;
}

/**
 * What is selected in `root`, made by mouse, touch or keyboard alike. While the mouse is still dragging nothing is
 * reported, so that a bar beside the selection does not get under the pointer.
 */
export function useSelection(root: RefObject<HTMLElement | null>, text: string): SelectedWords | undefined {
  const [selected, setSelected] = useState<SelectedWords>();
  useEffect(() => {
    let dragging = false;
    const read = (): void => {
      if (!dragging) setSelected(root.current ? wordsIn(root.current, text) : undefined);
    };
    const press = (): void => void (dragging = true);
    const release = (): void => {
      dragging = false;
      read();
    };
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('selectionchange', read, { signal });
    root.current?.addEventListener('pointerdown', press, { signal });
    addEventListener('pointerup', release, { signal });
    addEventListener('pointercancel', release, { signal });
    addEventListener('scroll', read, { signal, capture: true, passive: true });
    addEventListener('resize', read, { signal, passive: true });
    return () => listening.abort();
  }, [root, text]);
  return selected;
}

function wordsIn(root: HTMLElement, text: string): SelectedWords | undefined {
  const selection = getSelection();
  const span = spanIn(root, text);
  return span && selection ? { span, box: selection.getRangeAt(0).getBoundingClientRect() } : undefined;
}

/** What is selected now. The page tells of a selection a moment after it was made, and the next key may be faster. */
export function spanIn(root: HTMLElement, text: string): Span | undefined {
  const raw = selectedSpan(root, getSelection());
  return raw && trimSpan(text, raw);
}

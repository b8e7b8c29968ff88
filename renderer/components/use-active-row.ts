import { type KeyboardEvent, useState } from 'react';

const PAGE = 15;

/** The row that the keyboard is on, in a list of `count`. `reveal` scrolls it into view. */
export function useActiveRow(count: number, reveal: (index: number) => void) {
  const [wanted, setWanted] = useState<number>();
  const index = wanted === undefined || count === 0 ? undefined : Math.min(wanted, count - 1);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, open: (index: number) => void): void => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' && index !== undefined) {
      event.preventDefault();
      open(index);
      return;
    }
    const next = rowAfterKey(event.key, index, count);
    if (next === undefined) return;
    event.preventDefault();
    setWanted(next);
    reveal(next);
  };
  return { index, onKeyDown };
}

/** Where a key leads from `index`; undefined when it is not a key that moves. */
export function rowAfterKey(key: string, index: number | undefined, count: number): number | undefined {
  if (count === 0) return undefined;
  const from = index ?? -1;
  const to: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: index === undefined ? count - 1 : from - 1,
    PageDown: from + PAGE,
    PageUp: from - PAGE,
    Home: 0,
    End: count - 1,
  };
  const next = to[key];
  return next === undefined ? undefined : Math.max(0, Math.min(count - 1, next));
}

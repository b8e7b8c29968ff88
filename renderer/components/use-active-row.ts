import { type KeyboardEvent, type MouseEvent, useState } from 'react';

const PAGE = 15;

interface RowEvents {
  /** The keyboard has come to a row. */
  readonly reach: (index: number) => void;
  /** Enter on a row, or a press on it. */
  readonly press: (index: number) => void;
}

/** The row that one is on in a list of `count`, by key or by pointer. Rows say their place by `data-index`. */
export function useActiveRow(count: number, { reach, press }: RowEvents) {
  const [wanted, setWanted] = useState<number>();
  const index = wanted === undefined || count === 0 ? undefined : Math.min(wanted, count - 1);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' && index !== undefined) {
      event.preventDefault();
      press(index);
      return;
    }
    const next = rowAfterKey(event.key, index, count);
    if (next === undefined) return;
    event.preventDefault();
    setWanted(next);
    reach(next);
  };
  const onClick = ({ target }: MouseEvent<HTMLElement>): void => {
    if (!(target instanceof Element) || target.closest(OWN_CONTROLS)) return;
    const row = target.closest<HTMLElement>('[data-index]');
    if (!row) return;
    const pressed = Number(row.dataset['index']);
    setWanted(pressed);
    press(pressed);
  };
  return { index, onKeyDown, onClick };
}

/** Links and buttons inside a row do their own work. */
const OWN_CONTROLS = 'a, button, input, [role="menuitem"]';

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

import type { RecordId } from '#shared/ledger/entry';

/** One value on the screen: which field of which record it shows. */
export interface ShownValue {
  readonly record: RecordId;
  readonly field: string;
}

const SEPARATOR = '#';

/** Says of an element which value it shows, so that the context menu can open the value's history from there. */
export const valueMark = (record: RecordId, field: string): { readonly 'data-value': string } => ({
  'data-value': `${record}${SEPARATOR}${field}`,
});

/** The value that an element shows, or undefined where it has no mark. */
export function markedValue(element: Element | null): ShownValue | undefined {
  const mark = element instanceof HTMLElement ? element.dataset['value'] : undefined;
  const cut = mark?.indexOf(SEPARATOR) ?? -1;
  return mark === undefined || cut < 0 ? undefined : { record: mark.slice(0, cut) as RecordId, field: mark.slice(cut + 1) };
}

/** Where the pointer was. */
interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/**
 * The values that a press or a key was about: the one whose own box is under the pointer (a card's link lies over all of the
 * card), or, where the key came to a list as a whole, all of the row that one is on.
 */
export function valuesAt(target: Element, point: Point, stack: readonly Element[]): readonly ShownValue[] {
  const row = target.getAttribute('role') === 'grid' ? target.querySelector('[role="row"][aria-selected="true"]') : null;
  if (row) return [...row.querySelectorAll('[data-value]')].flatMap((cell) => markedValue(cell) ?? []);
  const marked = [target, ...stack].flatMap((element) => element.closest('[data-value]') ?? []);
  const under = markedValue(marked.find((element) => isWithin(element.getBoundingClientRect(), point)) ?? null);
  return under ? [under] : [];
}

const isWithin = (box: DOMRect, { clientX, clientY }: Point): boolean =>
  clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;

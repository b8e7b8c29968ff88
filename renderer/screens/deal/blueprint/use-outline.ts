import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { outlineItems, parentKey, type OutlineItem } from './outline-items';
import type { Drawing } from './use-drawing';

/** The outline on the screen: which line has the focus, what is folded, and what its keys do. */
export function useOutline(
  drawing: Drawing,
  { onConnect, onCentre }: { readonly onConnect: () => void; readonly onCentre: (id: string) => void },
) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string>();
  const [renaming, setRenaming] = useState<string>();
  const lines = useRef(new Map<string, HTMLElement>());
  const items = useMemo(() => outlineItems(drawing.parts, closed), [drawing.parts, closed]);
  const chosen = [...drawing.chosen].at(-1);
  const current = items.find(({ key }) => key === active) ?? items.find(({ key }) => key === chosen) ?? items[0];

  const focus = (key: string | undefined): void => {
    setActive(key);
    if (key !== undefined) lines.current.get(key)?.focus();
  };
  // A line that is not there yet, or not again, gets the focus as soon as it is: that of a part just renamed, or of the
  // node just drawn, when something else is chosen than before.
  const awaited = useRef<{ readonly key: string } | { readonly insteadOf: string | undefined } | undefined>(undefined);
  useEffect(() => {
    const wanted = awaited.current;
    if (!wanted) return;
    const key = 'key' in wanted ? wanted.key : chosen === wanted.insteadOf ? undefined : chosen;
    const line = key === undefined ? undefined : lines.current.get(key);
    if (!line) return;
    awaited.current = undefined;
    line.focus();
  }, [items, chosen, renaming]);
  const awaitNew = (): void => {
    awaited.current = { insteadOf: chosen };
  };
  const endRenaming = (focusOn?: string): void => {
    if (focusOn !== undefined) awaited.current = { key: focusOn };
    setRenaming(undefined);
  };
  const fold = (key: string, open: boolean): void =>
    setClosed((was) => new Set(open ? [...was].filter((other) => other !== key) : [...was, key]));
  /** Takes the focus to a line and chooses what it stands for; `extends`: beside what is chosen already. */
  const go = (item: OutlineItem | undefined, choice: 'alone' | 'extends' = 'alone'): void => {
    if (!item) return;
    focus(item.key);
    if (item.kind === 'group') return;
    drawing.choose(choice === 'extends' ? [...drawing.chosen, item.key] : [item.key]);
    onCentre(item.key);
  };
  /** A line that the keys lead to is chosen, so that what is done next is done to it; a pointer chooses by its click. */
  const enter = (item: OutlineItem, by: 'keys' | 'pointer'): void => {
    setActive(item.key);
    if (by === 'keys' && item.kind !== 'group' && !drawing.chosen.has(item.key)) drawing.choose([item.key]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (renaming !== undefined || !current || event.defaultPrevented) return;
    if (actByKey(event, { items, current, drawing, go, fold, rename: setRenaming, connect: onConnect })) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return { items, current, renaming, setRenaming, endRenaming, enter, awaitNew, go, fold, onKeyDown, lines };
}

interface KeyActs {
  readonly items: readonly OutlineItem[];
  readonly current: OutlineItem;
  readonly drawing: Drawing;
  readonly go: (item: OutlineItem | undefined, choice?: 'alone' | 'extends') => void;
  readonly fold: (key: string, open: boolean) => void;
  readonly rename: (key: string) => void;
  readonly connect: () => void;
}

/** True where the key meant something here. */
function actByKey(event: KeyboardEvent, acts: KeyActs): boolean {
  const { altKey, ctrlKey, metaKey, shiftKey, key } = event;
  if (altKey && key in ARROWS) return nudgeBy(key, acts);
  if (altKey) return false;
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step) {
    acts.go(acts.items[acts.items.indexOf(acts.current) + step], shiftKey ? 'extends' : 'alone');
    return true;
  }
  if (ctrlKey || metaKey) return key === 'a' ? chooseAll(acts) : false;
  return actOnCurrent(key, acts);
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function nudgeBy(key: string, { current, drawing }: KeyActs): boolean {
  const [across, down] = ARROWS[key] ?? [0, 0];
  if (current.kind === 'node' || drawing.chosen.size > 1) void drawing.acts.nudge(across, down);
  return true;
}

function chooseAll({ drawing }: KeyActs): boolean {
  drawing.choose(drawing.parts.nodes.map(({ id }) => id));
  return true;
}

function actOnCurrent(key: string, { items, current, drawing, go, fold, rename, connect }: KeyActs): boolean {
  switch (key) {
    case 'Home':
      go(items[0]);
      return true;
    case 'End':
      go(items.at(-1));
      return true;
    case 'ArrowRight':
      if (current.kind !== 'way' && !current.open) fold(current.key, true);
      else if (current.kind !== 'way') go(items[items.indexOf(current) + 1]);
      return true;
    case 'ArrowLeft':
      if (current.kind !== 'way' && current.open) fold(current.key, false);
      else go(items.find((item) => item.key === parentKey(items, current.key)));
      return true;
    case 'F2':
    case 'Enter':
      if (current.kind === 'group') fold(current.key, !current.open);
      else rename(current.key);
      return true;
    case 'Insert':
    case '+':
      drawing.name({ kind: current.kind === 'group' ? current.of : current.kind === 'node' ? current.node.kind : 'process' });
      return true;
    case 'c':
      if (current.kind === 'node') connect();
      return current.kind === 'node';
    case 'Delete':
    case 'Backspace':
      if (drawing.chosen.size > 0) void drawing.acts.remove();
      return true;
    default:
      return false;
  }
}

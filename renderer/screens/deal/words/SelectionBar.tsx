import { Portal } from '@mantine/core';
import { useLayoutEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { keyAt, MAKEABLE, type Makeable } from './makeable';
import classes from './SelectionBar.module.css';
import { t } from '#shared/values/texts';

interface SelectionBarProps {
  /** Where the selected words stand in the window. */
  readonly box: DOMRect;
  readonly bar: RefObject<HTMLDivElement | null>;
  onMake(kind: Makeable): void;
  /** Escape: back to the text. */
  onLeave(): void;
}

const GAP = 8;

/** The bar beside selected words: what they can become. Arrows walk along it, the digit of a kind makes it at once. */
export function SelectionBar(props: SelectionBarProps) {
  return (
    <Portal>
      <Bar {...props} />
    </Portal>
  );
}

/** Of its own, because it can be measured only once the portal has put it on the page. */
function Bar({ box, bar, onMake, onLeave }: SelectionBarProps) {
  const place = usePlace(bar, box);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') onLeave();
    else if (!walk(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={t('Make a record of these words')}
      className={classes.bar}
      style={place}
      onPointerDown={keepSelection}
      onMouseDown={keepSelection}
      onKeyDown={onKeyDown}
    >
      {MAKEABLE.map(({ kind, icon: Symbol, label }, index) => (
        <button key={kind} type="button" className={classes.button} tabIndex={index === 0 ? 0 : -1} onClick={() => onMake(kind)}>
          <Symbol size={15} stroke={1.75} aria-hidden />
          {label}
          {keyAt(index) === undefined ? null : (
            <kbd className={classes.key} aria-hidden>
              {keyAt(index)}
            </kbd>
          )}
        </button>
      ))}
    </div>
  );
}

/** Above the words where there is room, else below; never outside the window. */
function usePlace(bar: RefObject<HTMLDivElement | null>, box: DOMRect): { top: number; left: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    if (bar.current) setSize({ width: bar.current.offsetWidth, height: bar.current.offsetHeight });
  }, [bar]);
  const above = box.top - size.height - GAP;
  const left = Math.min(Math.max(GAP, box.left + box.width / 2 - size.width / 2), innerWidth - size.width - GAP);
  return { top: above > GAP ? above : Math.min(box.bottom + GAP, innerHeight - size.height - GAP), left };
}

/** Pressing a button would otherwise take the selection away before the click arrives. */
function keepSelection(event: { preventDefault(): void }): void {
  event.preventDefault();
}

/** True where the key was one that walks. */
function walk(event: KeyboardEvent<HTMLDivElement>): boolean {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const from = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined) return false;
  buttons[(to + buttons.length) % buttons.length]?.focus();
  return true;
}

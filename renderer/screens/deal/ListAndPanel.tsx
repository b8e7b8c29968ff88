import type { KeyboardEvent, ReactNode } from 'react';
import classes from './deal-columns.module.css';

interface ListAndPanelProps {
  /** What the list is of. */
  readonly label: string;
  readonly children: ReactNode;
  /** What is opened from the list, or the facts where nothing is; null leaves all of the width to the list. */
  readonly panel: ReactNode;
  /** Something is open: it gets the wider half, and Escape closes it. */
  readonly onClose: (() => void) | undefined;
}

/** A list of the deal and, beside it, what was opened from it. */
export function ListAndPanel({ label, children, panel, onClose }: ListAndPanelProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    // Dialogs and menus are drawn elsewhere on the page; their Escape is their own.
    const isOurs = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key === 'Escape' && isOurs && !event.defaultPrevented) onClose?.();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape bubbles up from whatever inside has the focus
    <div
      className={classes.columns}
      data-reading={onClose ? true : undefined}
      data-alone={panel === null || undefined}
      onKeyDown={onKeyDown}
    >
      <section className={classes.main} aria-label={label}>
        {children}
      </section>
      {panel}
    </div>
  );
}

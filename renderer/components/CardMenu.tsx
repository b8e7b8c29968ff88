import { Menu } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';

/** What a menu was opened for, and the card or button that it was opened at. */
export interface OpenedMenu<T> {
  readonly of: T;
  readonly target: HTMLElement;
  close(): void;
}

/** One menu for all cards and rows of a screen. Closed, the focus goes back to where it was opened. */
export function useCardMenu<T>(): { readonly open: (of: T, target: HTMLElement) => void; readonly opened: OpenedMenu<T> | undefined } {
  const [at, setAt] = useState<{ readonly of: T; readonly target: HTMLElement }>();
  const open = useCallback((of: T, target: HTMLElement) => setAt({ of, target }), []);
  const close = (): void => {
    const { target } = at ?? {};
    (target?.matches('[data-card]') ? target.querySelector('a') : target)?.focus();
    setAt(undefined);
  };
  return { open, opened: at && { ...at, close } };
}

/** Without keys: the press of `m` that opens the menu would count as one outside of it. Esc closes it all the same. */
const OUTSIDE = ['mousedown', 'touchstart'];

interface CardMenuProps {
  readonly label: string;
  readonly target: HTMLElement;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A menu at a card or a button that is drawn elsewhere. */
export function CardMenu({ label, target, onClose, children }: CardMenuProps) {
  const { left, top, width, height } = target.getBoundingClientRect();
  return (
    <Menu
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      position="bottom-end"
      width={210}
      returnFocus={false}
      clickOutsideEvents={OUTSIDE}
      middlewares={{ flip: false, shift: { crossAxis: true, padding: 8 } }}
    >
      <Menu.Target>
        <span style={{ position: 'fixed', left, top, width, height, pointerEvents: 'none' }} />
      </Menu.Target>
      <Menu.Dropdown mah="90dvh" style={{ overflowY: 'auto' }} aria-label={label}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

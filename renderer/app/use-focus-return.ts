import { useEffect } from 'react';

const OVERLAY = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/**
 * Takes the focus back to where one was before a dialog or a menu, where nothing else does. A dialog that was opened from a
 * menu remembers the item of the menu, which is gone by the time it closes.
 */
export function useFocusReturn(): void {
  useEffect(() => {
    let before: HTMLElement | undefined;
    let isInOverlay = false;
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      isInOverlay = target.closest(OVERLAY) !== null;
      if (!isInOverlay) before = target;
    };
    // A press beside everything is a wish to be nowhere.
    const onPress = ({ target }: PointerEvent): void => {
      if (target instanceof Element && !target.closest(OVERLAY)) isInOverlay = false;
    };
    const giveBack = (): void => {
      if (!isInOverlay || document.activeElement !== document.body || document.querySelector(OVERLAY)) return;
      isInOverlay = false;
      if (before?.isConnected) before.focus({ preventScroll: true });
    };
    const watcher = new MutationObserver(() => isInOverlay && requestAnimationFrame(giveBack));
    watcher.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPress, true);
    return () => {
      watcher.disconnect();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPress, true);
    };
  }, []);
}

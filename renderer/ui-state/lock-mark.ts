const KEY = 'throughline.locked';

/** Whether the windows of this profile are locked. It outlives a restart. */
export const lockMark = {
  isSet: (): boolean => localStorage.getItem(KEY) !== null,
  set: (): void => localStorage.setItem(KEY, 'locked'),
  clear: (): void => localStorage.removeItem(KEY),
  /** Calls `listener` when another window locks or unlocks, until the returned function is called. */
  onChange: (listener: (isLocked: boolean) => void): (() => void) => {
    const heard = ({ key }: StorageEvent): void => {
      if (key === KEY) listener(lockMark.isSet());
    };
    window.addEventListener('storage', heard);
    return () => window.removeEventListener('storage', heard);
  },
};

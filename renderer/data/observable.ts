/** A value that changes and tells. Fits React's `useSyncExternalStore`: `get` returns the same reference until it changes. */
export interface Observable<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

/** An observable that its owner can set. */
export interface Observed<T> extends Observable<T> {
  set(value: T): void;
}

/** An observable that starts with `initial`. Setting the same reference again tells nobody. */
export function observed<T>(initial: T): Observed<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

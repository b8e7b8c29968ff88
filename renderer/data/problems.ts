import { observed, type Observable } from './observable';
import { t } from '#shared/values/texts';

/** Something about this device's storage that a person has to know. Shown as a banner until it is over. */
export interface Problem {
  readonly kind: 'storage-full' | 'storage-refused' | 'page-unreadable' | 'mended' | 'search-stopped' | 'copied' | 'removed';
  /** What happened, and that nothing is lost. */
  readonly message: string;
  /** What to do now. */
  readonly advice: string;
  /** A note may be dismissed; an obstacle stays until it is gone. */
  readonly weight: 'note' | 'obstacle';
}

/** The open problems of a workspace, at most one of each kind. */
export interface Problems extends Observable<readonly Problem[]> {
  raise(problem: Problem): void;
  clear(kind: Problem['kind']): void;
  /** Raises what a failed write means for the person; throws what is no matter of storage. */
  raiseStorage(cause: unknown): void;
}

export function openProblems(): Problems {
  const list = observed<readonly Problem[]>([]);
  const without = (kind: Problem['kind']) => list.get().filter((problem) => problem.kind !== kind);
  const raise = (problem: Problem): void => list.set([...without(problem.kind), problem]);
  return {
    get: list.get,
    subscribe: list.subscribe,
    raise,
    raiseStorage: (cause) => {
      const problem = storageProblem(cause);
      if (problem === undefined) throw cause;
      raise(problem);
    },
    clear: (kind) => {
      if (list.get().some((problem) => problem.kind === kind)) list.set(without(kind));
    },
  };
}

/** Thrown where this device cannot keep data at all: there is no workspace to show a banner in. */
export class StorageRefused extends Error {
  override readonly name = 'StorageRefused';
}

const isNamed = (cause: unknown, name: string): boolean => {
  if (typeof cause !== 'object' || cause === null) return false;
  const { name: own, message, inner } = cause as { name?: unknown; message?: unknown; inner?: unknown };
  return own === name || (typeof message === 'string' && message.includes(name)) || isNamed(inner, name);
};

/** What a failed write means for the person. `undefined`: not a matter of storage, a bug. */
export function storageProblem(cause: unknown): Problem | undefined {
  if (isNamed(cause, 'QuotaExceededError')) {
    return {
      kind: 'storage-full',
      weight: 'obstacle',
      message: t('The disk is full: the last change was not saved. Everything saved before is safe.'),
      advice: t('Free some space on this device and try again. You can export the workspace now (Settings → Data).'),
    };
  }
  const refused = [
    'InvalidStateError',
    'UnknownError',
    'AbortError',
    'DatabaseClosedError',
    'TransactionInactiveError',
    'OpenFailedError',
    'MissingAPIError',
  ];
  if (refused.some((name) => isNamed(cause, name))) {
    return {
      kind: 'storage-refused',
      weight: 'obstacle',
      message: t('This device did not accept the last change. Everything saved before is safe.'),
      advice: t('Export the workspace (Settings → Data), then close other windows of Throughline and open it again.'),
    };
  }
  return undefined;
}

export const REMOVED_ELSEWHERE: Problem = {
  kind: 'removed',
  weight: 'obstacle',
  message: t('This workspace was removed in another window.'),
  advice: t('Close this window, or open another workspace.'),
};

export const COPIED: Problem = {
  kind: 'copied',
  weight: 'note',
  message: t('This workspace was copied, or put back from a backup: changes made since on another copy have come in. Nothing is lost.'),
  advice: t('You need not do anything. From now on this copy counts as a device of its own.'),
};

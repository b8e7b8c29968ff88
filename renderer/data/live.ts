import {
  createContext,
  createElement,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { Command } from '#shared/ledger/command';
import type { RecordId } from '#shared/ledger/entry';
import type { Result } from '#shared/values/result';
import type { RecordOf, RecordType } from '#shared/records/registry';
import type { Id } from '#shared/records/define-record';
import { liveQuery } from './live-query';
import type { Problem } from './problems';
import type { SyncFacts } from './sync-state';
import type { LiveRecords, UndoState, Workspace, WorkspaceInfo } from './workspace';

/** The value between which and another nobody has chosen, and which therefore holds something up. */
export interface HeldUpBy {
  readonly record: RecordId;
  /** As stored. */
  readonly field: string;
}

interface Provided {
  readonly workspace: Workspace;
  readonly onProblem: (message: string, heldUpBy?: HeldUpBy) => void;
}

const WorkspaceContext = createContext<Provided | undefined>(undefined);

/** Gives the open workspace to everything below. `onProblem` shows a refusal of `useCommit` to the person, and the way to what has to be settled first. */
export function WorkspaceProvider({ workspace, onProblem, children }: Provided & { readonly children: ReactNode }): ReactNode {
  const provided = useMemo(() => ({ workspace, onProblem }), [workspace, onProblem]);
  return createElement(WorkspaceContext.Provider, { value: provided }, children);
}

function useProvided(): Provided {
  const provided = useContext(WorkspaceContext);
  if (provided === undefined) throw new Error('useWorkspace outside of WorkspaceProvider');
  return provided;
}

/** The open workspace. */
export function useWorkspace(): Workspace {
  return useProvided().workspace;
}

/** Who sits here. */
export function useMe(): Id<'person'> {
  const { identity } = useWorkspace();
  return useSyncExternalStore(identity.subscribe, identity.get);
}

/** What the open workspace is called, and what else this device knows of it. */
export function useWorkspaceInfo(): WorkspaceInfo {
  const { about } = useWorkspace();
  return useSyncExternalStore(about.subscribe, about.get);
}

/**
 * What `read` gives, kept current. Only what `read` touched is watched: the component renders again when one of
 * those records, lists or references changed *and* the result differs (compared one level deep).
 * `read` must be pure; list in `deps` what it closes over.
 */
export function useLive<T>(read: (records: LiveRecords) => T, deps: readonly unknown[]): T {
  const workspace = useWorkspace();
  // The reader is a new function on every render; `deps` say when it means something new.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const query = useMemo(() => liveQuery(workspace, read), [workspace, ...deps]);
  return useSyncExternalStore(query.subscribe, query.get);
}

/** One record, or `undefined` while there is none with this id. Archived records are found too. */
export function useRecord<T extends RecordType>(type: T, id: string | undefined): RecordOf<T> | undefined {
  return useLive((records) => records.get(type, id), [type, id]);
}

/**
 * Commits a command, or the outcome of a rule. A refusal is shown to the person, and the promise is false. A command that
 * changes nothing is as good as done.
 */
export function useCommit(): (command: Command | Result<Command, Refusal>) => Promise<boolean> {
  const { workspace, onProblem } = useProvided();
  return useCallback(
    async (command) => {
      const decided = 'ok' in command ? command : ({ ok: true, value: command } as const);
      const done = decided.ok ? await workspace.commit(decided.value) : decided;
      if (done.ok || isNothing(done.error)) return true;
      onProblem(done.error.message, heldUpBy(done.error));
      return false;
    },
    [workspace, onProblem],
  );
}

/** Why a rule or `commit` refused; both name the value that is undecided where that is why. */
interface Refusal {
  readonly message: string;
  readonly kind?: string;
  readonly record?: RecordId;
  readonly field?: string;
}

const heldUpBy = ({ kind, record, field }: Refusal): HeldUpBy | undefined =>
  kind === 'undecided' && record !== undefined && field !== undefined ? { record, field } : undefined;

const isNothing = ({ kind }: Refusal): boolean => kind === 'nothing';

/** What undo and redo would do now. */
export function useUndoState(): UndoState {
  const { undoState } = useWorkspace();
  return useSyncExternalStore(undoState.subscribe, undoState.get);
}

/** How this workspace stands with its server. Whether one record is unsent: `useLive` with `workspace.sync.isUnsent`. */
export function useSync(): SyncFacts {
  const { sync } = useWorkspace();
  return useSyncExternalStore(sync.subscribe, sync.get);
}

/** What the person has to know about this device's storage. */
export function useProblems(): readonly Problem[] {
  const { problems } = useWorkspace();
  return useSyncExternalStore(problems.subscribe, problems.get);
}

/** Runs `listener` after every change of the records, for what is not drawn by React. */
export function useChanges(listener: (changed: ReadonlySet<string>) => void): void {
  const workspace = useWorkspace();
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => workspace.subscribe((changed) => latest.current(changed)), [workspace]);
}

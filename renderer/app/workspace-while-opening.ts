import type { Id } from '#shared/records/define-record';
import { recordsOf } from '#shared/records/records-from';
import { mintId } from '#shared/values/id';
import type { FirstScreen } from '../data/first-screen';
import type { Sync } from '../data/sync-state';
import { aloneSync } from '../data/sync/alone';
import type { Observable } from '../data/observable';
import { UNDAMAGED } from '../data/recovery/damage';
import type { Files, FileTexts, LiveRecords, Workspace, WorkspaceInfo } from '../data/workspace';

const NOBODY: Id<'person'> = 'person:';

/**
 * Stands in for a workspace that is being opened: reads see the first screen as it was kept, everything else waits
 * for the real one. So the pipeline is painted at once, and a card moved in that moment is moved for good.
 */
export function workspaceWhileOpening(info: WorkspaceInfo, first: FirstScreen, opening: Promise<Workspace>): Workspace {
  return {
    info,
    about: still(info),
    rename: async (name) => (await opening).rename(name),
    me: NOBODY,
    identity: still(NOBODY),
    become: async (person) => (await opening).become(person),
    records: recordsOfFirst(first),
    version: () => 0,
    subscribe: () => () => undefined,
    commit: async (command) => (await opening).commit(command),
    commitAll: async (commands, work) => (await opening).commitAll(commands, work),
    undoState: still({}),
    undo: async () => (await opening).undo(),
    redo: async () => (await opening).redo(),
    groups: async () => (await opening).groups(),
    undoGroup: async (id) => (await opening).undoGroup(id),
    history: async (scope) => (await opening).history(scope),
    logs: async (records, work) => (await opening).logs(records, work),
    search: async (query, options) => (await opening).search(query, options),
    searchFilling: async () => (await opening).searchFilling(),
    evidence: async (question) => (await opening).evidence(question),
    files: filesOf(opening),
    fileTexts: fileTextsOf(opening),
    exportFile: async (work) => (await opening).exportFile(work),
    measureExport: async (work) => (await opening).measureExport(work),
    mergeFile: async (file, work) => (await opening).mergeFile(file, work),
    verify: async (work) => (await opening).verify(work),
    devices: async () => (await opening).devices(),
    health: async () => (await opening).health(),
    recovery: { damage: still(UNDAMAGED) },
    sync: syncWhileOpening(info),
    problems: { ...still([]), clear: () => undefined },
    now: () => Date.now(),
    newId: (type) => mintId(type, { now: Date.now(), random: crypto.getRandomValues(new Uint8Array(10)) }),
    close: async () => (await opening).close(),
  };
}

/** Until the workspace is open nobody knows how it stands with its server; that it has one is known. */
function syncWhileOpening({ link }: WorkspaceInfo): Sync {
  const sync = aloneSync();
  return link ? { ...sync, ...still({ ...sync.get(), link, state: { kind: 'syncing' } as const }) } : sync;
}

/** Nothing is clashing on a first screen: what is undecided is told once the records are in memory. */
function recordsOfFirst({ records }: FirstScreen): LiveRecords {
  const idsOf: LiveRecords['idsOf'] = (type) => records.filter(({ id }) => id.startsWith(`${type}:`)).map(({ id }) => id);
  const none = () => [];
  const first: LiveRecords = {
    ...recordsOf(records),
    idsOf,
    index: () => true,
    heads: none,
    undecided: none,
    clashing: none,
    clashesOf: none,
    clashes: none,
    merged: none,
    kept: (_key, _stamp, read) => read(first),
  };
  return first;
}

function filesOf(opening: Promise<Workspace>): Files {
  return {
    put: async (bytes, facts) => (await opening).files.put(bytes, facts),
    get: async (id) => (await opening).files.get(id),
    facts: async (id) => (await opening).files.facts(id),
  };
}

function fileTextsOf(opening: Promise<Workspace>): FileTexts {
  return {
    of: async (file) => (await opening).fileTexts.of(file),
    ofMoments: async (moments) => (await opening).fileTexts.ofMoments(moments),
  };
}

function still<T>(value: T): Observable<T> {
  return { get: () => value, subscribe: () => () => undefined };
}

import { fileText } from '#shared/exchange/file-text/file-text';
import type { Command } from '#shared/ledger/command';
import { createRecord } from '#shared/records/write';
import { instantOf } from '#shared/values/calendar';
import type { Id } from '#shared/records/define-record';
import { partsOfFile } from './file-parts';
import { memoryStore, memoryTexts } from './memory-store';
import { newDeviceId } from './devices';
import { OpenWorkspace } from './open-workspace';
import { openSearchIndex } from './search-index';
import type { SearchHost } from './search';
import type { GroupRow } from './side-database';
import { emptyLedgers } from './snapshot';
import type { SyncPorts } from './sync/ports';
import { FOUNDING } from './undo';
import type { RegisteredWorkspace } from './workspace-registry';
import { verifyHere } from './verify';
import { NOBODY } from './sync/identity';
import type { LedgerStore } from './ledger-store';

/** What a test may say of its workspace. */
export interface MemoryWorkspaceOptions {
  readonly me?: Id<'person'>;
  /** Milliseconds since 1970; each reading is one millisecond later than the one before. */
  readonly now?: number;
  /** The same seed gives the same ids. */
  readonly seed?: number;
  readonly store?: LedgerStore;
  readonly commands?: readonly Command[];
  /** The way to a server; absent: alone for good. */
  readonly sync?: SyncPorts;
  /** As it was when it was closed: to be given with the same store. */
  readonly registered?: RegisteredWorkspace;
}

/**
 * A workspace that is not kept: the same code on shelves in memory, with a clock and a chance of its own. For tests of
 * screens and rules; `me` is a partner who may do everything.
 */
export async function openMemoryWorkspace(options: MemoryWorkspaceOptions = {}): Promise<OpenWorkspace> {
  const { me = 'person:me', store = memoryStore(), commands = [], seed = 1 } = options;
  let clock = options.now ?? Date.UTC(2026, 10, 22, 9);
  const groups = new Map<string, GroupRow>();
  const random = chance(seed);
  const at = instantOf(clock);
  const devices = { team: newDeviceId(random), finance: newDeviceId(random) };
  const workspace = await OpenWorkspace.open({
    registered: options.registered ?? {
      id: `memory-${newDeviceId(random)}`,
      name: 'Test firm',
      sample: false,
      me,
      createdAt: at,
      openedAt: at,
      devices,
    },
    store,
    held: emptyLedgers(),
    groups: {
      all: async () => [...groups.values()],
      put: async (group) => void groups.set(group.id, group),
      forget: async (ledger) => {
        for (const { id, ledger: of } of [...groups.values()]) if (of === ledger) groups.delete(id);
      },
    },
    forgetSnapshot: async () => undefined,
    ...(options.sync && { sync: options.sync }),
    searchHost: searchHere(),
    texts: memoryTexts(),
    textReader: { read: fileText, close: () => undefined },
    verifyHost: verifyHere,
    readFile: (file) => ({ parts: partsOfFile(file), close: () => undefined }),
    upkeep: () => ({ note: () => undefined, foldPages: async () => 0, saveSnapshot: async () => false, close: async () => undefined }),
    amend: async () => undefined,
    now: () => (clock += 1),
    random,
    released: () => undefined,
  });
  await workspace.undoRestored;
  if (options.registered === undefined && me !== NOBODY && workspace.records.get('person', me) === undefined) {
    const person = createRecord('person', me, { name: 'Test Partner', roles: ['partner', 'admin'], active: true }, { act: FOUNDING });
    await workspace.writer.commitOwn([person]);
  }
  for (const command of commands) {
    const done = await workspace.commit(command);
    if (!done.ok) throw new Error(done.error.message);
  }
  return workspace;
}

/** The index on the same thread. */
export function searchHere(): SearchHost {
  const answer = openSearchIndex();
  let heard: Parameters<SearchHost['onAnswer']>[0] = () => undefined;
  return {
    post: (request) => queueMicrotask(() => heard(answer(request))),
    onAnswer: (listener) => void (heard = listener),
    onFailure: () => undefined,
    close: () => undefined,
  };
}

function chance(seed: number): (bytes: number) => Uint8Array {
  let state = seed >>> 0;
  return (bytes) => {
    const drawn = new Uint8Array(bytes);
    for (let at = 0; at < bytes; at += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      drawn[at] = state >>> 24;
    }
    return drawn;
  };
}

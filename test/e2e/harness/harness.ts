import { z } from 'zod';
import { createRecord, editRecord } from '#shared/records/write';
import { createWorkspace, createWorkspaceFromFile, openSampleFirm, openWorkspace, removeWorkspace } from '../../../renderer/data/session';
import type { OpenWorkspace } from '../../../renderer/data/open-workspace';
import type { CommitProblem } from '../../../renderer/data/workspace';

// As in the app: its content policy forbids evaluating text.
z.config({ jitless: true });

type Outcome = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly problem: CommitProblem };

/** What the specs of the data folder drive: the app's own code, without screens. */
const harness = {
  workspace: undefined as OpenWorkspace | undefined,

  async create(): Promise<string> {
    harness.workspace = (await createWorkspace({ name: 'Harness', person: { name: 'Ada' } })) as OpenWorkspace;
    return harness.workspace.info.id;
  },
  async open(id: string): Promise<void> {
    harness.workspace = (await openWorkspace(id)) as OpenWorkspace;
  },
  async sample(): Promise<string> {
    harness.workspace = (await openSampleFirm()) as OpenWorkspace;
    return harness.workspace.info.id;
  },
  remove(id: string): Promise<void> {
    return removeWorkspace(id);
  },
  opened(): OpenWorkspace {
    if (harness.workspace === undefined) throw new Error('no workspace is open');
    return harness.workspace;
  },
  /** A second laptop: the same firm from its file, with a device of its own. */
  async openFromFile(file: Blob): Promise<string> {
    const made = await createWorkspaceFromFile({ name: 'Second laptop', file });
    if (!made.ok) throw new Error(made.error.message);
    harness.workspace = made.value as OpenWorkspace;
    const [me] = harness.workspace.records.all('person');
    if (me) await harness.workspace.become(me.id);
    return harness.workspace.info.id;
  },
  /** Two records in one command, so that half of it would show. */
  async commitPair(name: string): Promise<Outcome> {
    const workspace = harness.opened();
    const account = createRecord('account', workspace.newId('account'), { name });
    const contact = createRecord('contact', workspace.newId('contact'), { name });
    const done = await workspace.commit({ ...account, changes: [...account.changes, ...contact.changes] });
    return done.ok ? { ok: true, id: done.value.id } : { ok: false, problem: done.error };
  },
  /** Commits 100 KB at a time until one is refused. */
  async fillDisk(): Promise<{ readonly committed: number; readonly problem: CommitProblem | undefined }> {
    const workspace = harness.opened();
    for (let n = 0; n < 500; n += 1) {
      // Chance, because the disk packs what repeats itself.
      const notes = Array.from(crypto.getRandomValues(new Uint8Array(50_000)), (byte) => byte.toString(16)).join('');
      const done = await workspace.commit(createRecord('account', workspace.newId('account'), { name: `Large ${n}`, notes }));
      if (!done.ok) return { committed: n, problem: done.error };
    }
    return { committed: 500, problem: undefined };
  },
  async rename(from: string, name: string): Promise<void> {
    const workspace = harness.opened();
    const account = workspace.records.all('account').find((one) => one.name === from);
    if (account === undefined) throw new Error(`no account ${from}`);
    const done = await workspace.commit(editRecord('account', account, { name }));
    if (!done.ok) throw new Error(done.error.message);
  },
  /** An import of `count` accounts; `stopAt` calls it off when that many are made. */
  async importAccounts(count: number, stopAt?: number): Promise<string> {
    const workspace = harness.opened();
    const stop = new AbortController();
    const commands = Array.from({ length: count }, (_, n) =>
      createRecord('account', workspace.newId('account'), { name: `Imported ${n}` }, { act: 'import.hubspot' }),
    );
    const onProgress = ({ done }: { readonly done: number }): void => {
      if (stopAt !== undefined && done >= stopAt) stop.abort();
    };
    const done = await workspace.commitAll(commands, { signal: stop.signal, onProgress });
    return done.ok ? `imported ${done.value.entries}` : done.error.kind;
  },
  names(): { readonly accounts: readonly string[]; readonly contacts: readonly string[] } {
    const { records } = harness.opened();
    return { accounts: records.all('account').map(({ name }) => name), contacts: records.all('contact').map(({ name }) => name) };
  },
  /** All that readers see of both ledgers, as text: two equal texts are the same records and the same clashes. */
  everything(): string {
    const { ledgers } = harness.opened();
    return JSON.stringify(
      Object.values(ledgers).map(({ fold }) => ({
        records: [...fold.records()]
          .map(({ id, values, undecided }) => ({ id, values: Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)), undecided }))
          .sort((a, b) => (a.id < b.id ? -1 : 1)),
        clashes: fold.clashes(),
        have: fold.have(),
      })),
    );
  },
  /** Does something to the databases behind the app's back. */
  async tamper(id: string, database: 'side' | 'team', act: (store: (name: string) => IDBObjectStore) => void): Promise<void> {
    const name = database === 'side' ? `throughline-${id}` : `rxdb-dexie-throughline-${id}--0--team`;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('not opened'));
    });
    const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
    act((store) => transaction.objectStore(store));
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    db.close();
  },
};

export type Harness = typeof harness;

declare global {
  interface Window {
    harness: Harness;
  }
}

window.harness = harness;

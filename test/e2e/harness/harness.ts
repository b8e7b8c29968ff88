import { z } from 'zod';
import { createRecord } from '#shared/records/write';
import { createWorkspace, openSampleFirm, openWorkspace } from '../../../renderer/data/session';
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
  opened(): OpenWorkspace {
    if (harness.workspace === undefined) throw new Error('no workspace is open');
    return harness.workspace;
  },
  /** Two records in one command, so that half of it would show. */
  async commitPair(name: string): Promise<Outcome> {
    const workspace = harness.opened();
    const account = createRecord('account', workspace.newId('account'), { name });
    const contact = createRecord('contact', workspace.newId('contact'), { name });
    const done = await workspace.commit({ ...account, act: 'account.create', changes: [...account.changes, ...contact.changes] });
    return done.ok ? { ok: true, id: done.value.id } : { ok: false, problem: done.error };
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
        records: [...fold.records()].map(({ id, values, undecided }) => ({ id, values, undecided })).sort((a, b) => (a.id < b.id ? -1 : 1)),
        clashes: fold.clashes(),
        have: fold.have(),
      })),
    );
  },
};

export type Harness = typeof harness;

declare global {
  interface Window {
    harness: Harness;
  }
}

window.harness = harness;

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRecord, editRecord } from '#shared/records/write';
import { openMemoryWorkspace } from '../../renderer/data/memory-workspace';
import { observed } from '../../renderer/data/observable';
import type { OpenWorkspace } from '../../renderer/data/open-workspace';
import { memorySyncShelf } from '../../renderer/data/sync/memory-shelf';
import { NOBODY } from '../../renderer/data/sync/identity';
import type { SyncPorts } from '../../renderer/data/sync/ports';
import type { PauseWhen, ServerLink } from '../../renderer/data/sync-state';
import type { Role } from '#shared/records/define-record';
import { until } from './couch';
import { openFirm, type Firm } from './firm';

let firm: Firm;
const open: OpenWorkspace[] = [];
beforeAll(async () => {
  firm = await openFirm(['partner', 'AE']);
}, 120_000);
afterAll(async () => {
  for (const workspace of open) await workspace.close();
  await firm.close();
}, 60_000);

/** The app's own sync against a real server, with this process in the shell's place. */
function portsOf(role: Role): SyncPorts {
  const couch = firm.as(role);
  const request: ReturnType<SyncPorts['client']>['request'] = async ({ method, path, body, signal, timeoutMs }) => {
    const response = await couch.open(method, path, body, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]));
    return { status: response.status, text: await response.text() };
  };
  return {
    client: () => ({ request }),
    whoami: async () => ({ ok: true, url: firm.url, user: firm.userOf(role), roles: [`${firm.workspace}:${role}`] }),
    time: {
      now: () => Date.now(),
      random: Math.random,
      wait: (ms, signal) =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, ms);
          signal.addEventListener('abort', () => (clearTimeout(timer), resolve()));
          if (signal.aborted) resolve();
        }),
    },
    shelf: memorySyncShelf(),
    power: observed({ metered: false, lowBattery: false }),
    pauseWhen: { ...observed<PauseWhen>({ metered: false, battery: false }), set: () => undefined },
    // A file with no entry beside it is asked for when a wake-up ends.
    pace: { wakeUp: 3_000 },
  };
}

async function joined(role: Role, seed: number): Promise<OpenWorkspace> {
  const workspace = await openMemoryWorkspace({ me: NOBODY, seed, sync: portsOf(role) });
  open.push(workspace);
  const link: ServerLink = { connection: 'c', url: firm.url, user: firm.userOf(role), workspace: firm.workspace, roles: [role] };
  const done = await workspace.sync.join(link);
  if (!done.ok) throw new Error(done.error.message);
  return workspace;
}

const anAccount = 'account:01J000000000000000000000A1' as const;
const nameAt = (workspace: OpenWorkspace): string | undefined => workspace.records.get('account', anAccount)?.name;

test('two workspaces hold the same, entries and files, a moment after they were written', async () => {
  const [ben, ada] = [await joined('partner', 1), await joined('AE', 2)];
  await ben.commit(createRecord('account', anAccount, { name: 'Nordwind' }));
  await until('the account arrives', async () => nameAt(ada) === 'Nordwind');
  const account = ada.records.get('account', anAccount);
  if (account) await ada.commit(editRecord('account', account, { name: 'Nordwind AG' }));
  await until('the name comes back', async () => nameAt(ben) === 'Nordwind AG');
  const bytes = new TextEncoder().encode('x'.repeat(2_500_000));
  const id = await ada.files.put(bytes, { name: 'x.txt', type: 'text/plain' });
  await until('the file arrives', async () => (await ben.files.get(id)) !== undefined, 40_000);
  expect(Buffer.compare((await ben.files.get(id)) ?? new Uint8Array(), bytes)).toBe(0);
  await until('both are in step', async () => [ben, ada].every(({ sync }) => sync.get().state.kind === 'synced'));
  expect(ada.ledgers.team.fold.have()).toEqual(ben.ledgers.team.fold.have());
}, 120_000);

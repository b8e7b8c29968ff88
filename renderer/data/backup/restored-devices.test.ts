import { beforeEach, expect, test } from 'vitest';
import fc from 'fast-check';
import { LAW_SEED } from '../../../test/law';
import { anAccount, begin, beginAnew, device, joined, nameAt, rename, settled, soon, type Device } from '../../../test/sync-meeting';
import { backUp, restoreInto } from './backups';
import { checkBackup } from './check-backup';
import { RECOVERY_KEY_BYTES } from './recovery-key';
import { backupFile, memorySink } from './testing/memory-sink';
import { memoryStore } from '../memory-store';

beforeEach(beginAnew);

const key = new Uint8Array(RECOVERY_KEY_BYTES).fill(1);

async function backupOf({ workspace }: Device): Promise<Uint8Array<ArrayBuffer>> {
  const sink = memorySink();
  const made = await backUp(workspace, { key, sink, check: checkBackup });
  if (!made.ok) throw new Error(made.error.message);
  return sink.kept() ?? new Uint8Array();
}

/** Another machine, on which the backup is restored: the same workspace and person, devices of its own. */
async function machineWith(backup: Uint8Array, { workspace }: Device, n: number): Promise<Device> {
  const hex = (letter: string): string => `${letter.repeat(15)}${n % 10}`;
  const registered = { ...workspace.registered, devices: { team: hex('d'), finance: hex('e') } };
  const store = memoryStore();
  const fresh = await device('anna', ['partner', 'admin'], { store, registered });
  expect(await restoreInto(fresh.workspace, backupFile(backup), key)).toMatchObject({ ok: true });
  await fresh.workspace.close();
  // Windows of one process that have the same workspace open share locks; two machines do not.
  return device('anna', ['partner', 'admin'], { store, registered: { ...fresh.workspace.registered, id: `elsewhere-${n}` } });
}

const runsOf = ({ workspace }: Device) => Object.values(workspace.ledgers.team.fold.have()).map(({ tips }) => tips.length);

type Step = 'write' | 'back up' | 'sync' | 'restore here' | 'restore elsewhere' | 'write elsewhere';
const steps = fc.array(fc.constantFrom<Step>('write', 'back up', 'sync', 'restore here', 'restore elsewhere', 'write elsewhere'), {
  minLength: 3,
  maxLength: 10,
});

test('whatever is written, backed up, restored here or elsewhere and synced, no chain forks and every device shows the same', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      beginAnew();
      const anna = await joined('anna');
      await begin(anna);
      const elsewhere: Device[] = [];
      const written = new Set<string>();
      let backup = await backupOf(anna);
      const write = async (at: Device): Promise<void> => {
        const name = `Nordwind ${written.size}`;
        written.add(name);
        await rename(at, name);
      };
      for (const step of [...story, 'write', 'write elsewhere'] as const) {
        const last = elsewhere.at(-1);
        if (step === 'write') await write(anna);
        else if (step === 'back up') backup = await backupOf(anna);
        else if (step === 'sync') await soon();
        else if (step === 'restore here') await restoreInto(anna.workspace, backupFile(backup), key);
        else if (step === 'restore elsewhere') elsewhere.push(await machineWith(backup, anna, elsewhere.length));
        else if (last) await write(last);
      }
      for (const one of [anna, ...elsewhere, anna]) {
        await one.workspace.sync.now();
        await settled();
        await soon();
      }
      const histories = await Promise.all([anna, ...elsewhere].map(async ({ workspace }) => workspace.history({ record: anAccount })));
      for (const one of [anna, ...elsewhere]) {
        expect(runsOf(one).every((runs) => runs === 1)).toBe(true);
        expect(nameAt(one)).toBe(nameAt(anna));
      }
      for (const history of histories) expect(history).toHaveLength(written.size + 1);
      for (const one of [anna, ...elsewhere]) await one.workspace.close();
    }),
    { numRuns: 30, seed: LAW_SEED },
  );
}, 120_000);

import type { DeviceId, LedgerName } from '#shared/ledger/entry';
import type { MissingRange } from '#shared/ledger/have';
import { allFileFacts } from './files';
import { LEDGERS, type LedgerStore } from './ledger-store';
import type { OpenLedger } from './open-ledger';
import type { Health } from './workspace';

interface HealthParts {
  readonly ledgers: Readonly<Record<LedgerName, OpenLedger>>;
  readonly records: number;
  readonly files: LedgerStore['files'];
  readonly devices: Readonly<Record<LedgerName, DeviceId>>;
}

/** What the person may want to know of this device's copy. Asks the browser to keep the data for good, if it has not promised yet. */
export async function healthOf({ ledgers, records, files, devices }: HealthParts): Promise<Health> {
  const { storage } = (globalThis.navigator ?? {}) as { readonly storage?: StorageManager };
  const [estimate, persisted, facts] = await Promise.all([storage?.estimate(), askToKeep(storage), allFileFacts(files)]);
  const pages = LEDGERS.flatMap((name) => ledgers[name].index.pages);
  return {
    ...(estimate?.usage !== undefined && { usage: estimate.usage }),
    ...(estimate?.quota !== undefined && { quota: estimate.quota }),
    persisted,
    records,
    entries: LEDGERS.reduce((sum, name) => sum + entriesIn(ledgers[name]), 0),
    pages: pages.length,
    files: { count: facts.length, bytes: facts.reduce((sum, { size }) => sum + size, 0) },
    devices: LEDGERS.map((ledger) => ({ ledger, device: devices[ledger] })),
    chains: Object.entries(ledgers.team.fold.have()).flatMap(([device, { tips }]) => tips.map(({ seq, hash }) => ({ device, seq, hash }))),
    quarantine: LEDGERS.flatMap((name) => ledgers[name].quarantine),
    holes: LEDGERS.flatMap((name) => holesIn(ledgers[name])),
    unread: LEDGERS.reduce((sum, name) => sum + ledgers[name].fold.waiting().length + ledgers[name].fold.newer().length, 0),
  };
}

function holesIn({ fold }: OpenLedger): readonly MissingRange[] {
  return Object.entries(fold.have()).flatMap(([device, { holes = [] }]) => holes.map(([from, to]) => ({ device, from, to })));
}

/** True where the browser promises not to clear the data when the disk runs low. */
export async function askToKeep(storage: StorageManager | undefined): Promise<boolean> {
  if (storage?.persisted === undefined) return false;
  return (await storage.persisted()) || (await storage.persist());
}

/** Distinct entries: two pages may hold the same ones after a crash. */
function entriesIn(ledger: OpenLedger): number {
  const held = ledger.fold.have();
  return Object.values(held).reduce((sum, { tips }) => sum + tips.reduce((run, { seq, from = 1 }) => run + seq - from + 1, 0), 0);
}

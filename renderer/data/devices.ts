import { instantOfAt } from '#shared/ledger/clock';
import { type DeviceId, isEntry } from '#shared/ledger/entry';
import type { Id } from '#shared/records/define-record';
import { parsePageId } from '#shared/ledger/page';
import type { OpenLedger } from './open-ledger';
import type { SeenDevice } from './workspace';

/** Every device with changes in the ledger, the one that wrote last first. Reads one page for each of them. */
export async function devicesIn(ledger: OpenLedger, own: DeviceId): Promise<readonly SeenDevice[]> {
  const latest = new Map<DeviceId, { readonly id: string; readonly last: number }>();
  for (const id of ledger.index.pages) {
    const place = parsePageId(id);
    if (place && place.last > (latest.get(place.device)?.last ?? 0)) latest.set(place.device, { id, last: place.last });
  }
  const pages = await ledger.itemsOf([...latest.values()].map(({ id }) => id));
  const seen = pages.flatMap(({ id, items }) => {
    const device = parsePageId(id)?.device;
    const entry = items.findLast(isEntry);
    if (device === undefined || entry === undefined) return [];
    const changes = latest.get(device)?.last ?? 0;
    return [{ device, by: entry.by as Id<'person'>, at: instantOfAt(entry.at), changes, isThis: device === own }];
  });
  return seen.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** 16 hex digits of chance. */
export function newDeviceId(random: (bytes: number) => Uint8Array): DeviceId {
  return Array.from(random(8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

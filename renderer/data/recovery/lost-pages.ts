import { entryPlace, type DeviceId, type Have } from '#shared/ledger/entry';
import type { Fold } from '#shared/ledger/fold';
import { parsePageId } from '#shared/ledger/page';

/** The end of a device's chain lies on this disk and cannot be read: nothing may be written upon it. */
export class EndUnreadable extends Error {
  override readonly name = 'EndUnreadable';
  constructor(device: DeviceId) {
    super(`The last changes of ${device} on this device cannot be read.`);
  }
}

export function ifUnreadable(cause: unknown): undefined {
  if (!(cause instanceof EndUnreadable)) throw cause;
}

/** Characters of an entry id up to the end of its sequence number. */
const SEQ_END = 25;

/** Those of the pages that are gone whose entries no other page holds: they were not folded into a larger one, but lost. */
export function lostPages(fold: Fold, gone: readonly string[], there: readonly string[]): readonly string[] {
  const runs = there.flatMap((id) => parsePageId(id) ?? []);
  const uncovered = new Set(fold.cover(runs).uncovered.map((id) => id.slice(0, SEQ_END)));
  return gone.filter((id) => isOnPage(id, uncovered));
}

/** Whether any of these places, `device.seq`, lies on a page. */
function isOnPage(page: string, places: ReadonlySet<string>): boolean {
  const { device, first, last } = parsePageId(page) ?? { device: '', first: 0, last: -1 };
  for (let seq = first; seq <= last; seq += 1) if (places.has(entryPlace(device, seq))) return true;
  return false;
}

/** Whether all that stands on a page, by its id, is held in one run. */
export function isHeldWhole(page: string, have: Have): boolean {
  const { device, first, last } = parsePageId(page) ?? { device: '', first: 0, last: 0 };
  return have[device]?.tips.some(({ from = 1, seq }) => from <= first && last <= seq) ?? false;
}

/** The page that holds the end of a device's chain. */
export function lastPageOf(device: DeviceId, pages: readonly string[]): { readonly id: string; readonly last: number } | undefined {
  let best: { readonly id: string; readonly last: number } | undefined;
  for (const id of pages) {
    const place = parsePageId(id);
    if (place?.device === device && place.last > (best?.last ?? 0)) best = { id, last: place.last };
  }
  return best;
}

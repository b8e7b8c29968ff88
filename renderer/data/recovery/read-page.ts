import { deviceOf, seqOf, type LedgerItem } from '#shared/ledger/entry';
import { parsePageId, unpackPage } from '#shared/ledger/page';
import { err, ok, type Result } from '#shared/values/result';
import type { StoredPage } from '../ledger-store';

/**
 * The items of a page as it lies on this device, or why it cannot be used. Hashes are left to `verify`; but nothing comes
 * through that is not shaped as its id says, whatever became of it on the disk, so that nothing after this can stumble on it.
 */
export function readStoredPage({ id, entries }: StoredPage): Result<readonly LedgerItem[], string> {
  const place = parsePageId(id);
  if (place === undefined) return err('not a page id');
  const unpacked = unpackPage({ id, text: typeof entries === 'string' ? entries : '' }, 'trust');
  if (!unpacked.ok) return err(unpacked.error.reason);
  const items: readonly unknown[] = unpacked.value;
  if (items.length !== place.last - place.first + 1) return err('not as many entries as its id says');
  const wrong = items.findIndex((item, at) => !standsAt(item, place.device, place.first + at));
  if (wrong >= 0) return err(`entry ${place.first + wrong}: not in its place`);
  return ok(unpacked.value);
}

function standsAt(item: unknown, device: string, seq: number): boolean {
  if (typeof item !== 'object' || item === null) return false;
  const { id, v, prev, edits, hash, at } = item as { readonly [key: string]: unknown };
  if (typeof id !== 'string' || typeof prev !== 'string' || deviceOf(id) !== device || seqOf(id) !== seq) return false;
  // A stub has its hash; an entry, its time and edits; one of a newer app, what this app does not know.
  const isOfNewer = typeof v === 'number' && v > 1;
  return typeof hash === 'string' || isOfNewer || (typeof at === 'string' && isEdits(edits));
}

const isEdits = (edits: unknown): boolean =>
  Array.isArray(edits) &&
  edits.every((edit: unknown) => {
    if (typeof edit !== 'object' || edit === null) return false;
    const { record, set, fields } = edit as { readonly [key: string]: unknown };
    return typeof record === 'string' && ((typeof set === 'object' && set !== null) || Array.isArray(fields));
  });

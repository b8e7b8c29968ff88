import type { LedgerName } from '#shared/ledger/entry';
import { isJsonObject } from '#shared/ledger/json-check';
import { LEDGERS, type LedgerStore, type Shelf, type StoredFile } from '../ledger-store';
import type { DamagedFile } from './damage';

/** What the head of a file says of it. */
export interface FileHead {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** The last id that a file or a part of one can have. */
export const LAST_FILE = 'file:~';
export const isFileHead = (id: string): boolean => id.startsWith('file:') && !id.includes('/');

/** Reads a head as it lies on the disk; undefined where it makes no sense any more. */
export function fileHeadOf(body: unknown): FileHead | undefined {
  try {
    const head: unknown = typeof body === 'string' ? JSON.parse(body) : undefined;
    if (!isJsonObject(head)) return undefined;
    const { name, type, size } = head;
    if (typeof name !== 'string' || typeof type !== 'string') return undefined;
    return typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 && size < 2 ** 31 ? { name, type, size } : undefined;
  } catch {
    // Not JSON: the caller sets it aside.
    return undefined;
  }
}

/**
 * Files whose bytes are not the ones that their names prove are kept under another name: so nothing takes them for the file, a
 * server or a backup brings it anew, and whoever is able to may still look what is left of it.
 */
const ASIDE = 'aside:';
const asideId = (id: string): string => ASIDE + id.slice('file:'.length);

export async function setAside(shelf: Shelf<StoredFile>, id: string): Promise<void> {
  const ids = [id, ...(await shelf.ids(`${id}/`, `${id}/~`))];
  const rows = await shelf.read(ids);
  await shelf.add(rows.map((row) => ({ id: asideId(row.id), body: typeof row.body === 'string' ? row.body : '' })));
  await shelf.remove(ids);
}

/** The file is here again: what was left of it goes. */
export async function dropAside(shelves: LedgerStore['files'], id: string): Promise<void> {
  const aside = asideId(id);
  for (const ledger of LEDGERS) {
    const ids = [...(await shelves[ledger].ids(aside, aside)), ...(await shelves[ledger].ids(`${aside}/`, `${aside}/~`))];
    if (ids.length > 0) await shelves[ledger].remove(ids);
  }
}

/** Files that are aside, and not here. */
export async function filesAside(shelves: LedgerStore['files']): Promise<readonly DamagedFile[]> {
  const perLedger = await Promise.all(LEDGERS.map((ledger) => asideOn(shelves[ledger], ledger)));
  return perLedger.flat();
}

async function asideOn(shelf: Shelf<StoredFile>, ledger: LedgerName): Promise<readonly DamagedFile[]> {
  const heads = (await shelf.ids(ASIDE, `${ASIDE}~`)).filter((id) => !id.includes('/'));
  if (heads.length === 0) return [];
  return (await shelf.read(heads)).map(({ id, body }) => ({
    ledger,
    id: `file:${id.slice(ASIDE.length)}`,
    name: fileHeadOf(body)?.name ?? '',
  }));
}

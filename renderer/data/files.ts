import { fromBase64, toBase64 } from '#shared/exchange/base64';
import { sha256Hex } from '#shared/ledger/hash';
import type { LedgerName } from '#shared/ledger/entry';
import { LEDGERS, type LedgerStore, type Shelf, type StoredFile } from './ledger-store';
import { storageProblem, type Problems } from './problems';
import type { DamagedFile } from './recovery/damage';
import { fileHeadOf, isFileHead, LAST_FILE, setAside, type FileHead } from './recovery/files-aside';
import type { FileId } from './export-scope';
import type { FileFacts, Files } from './workspace';

/** Bytes per part: a document of at most 1.4 MB of base64, well under what any server takes. A multiple of 3. */
export const PART = 1024 * 1024 - 1;

type FileShelves = LedgerStore['files'];

/** The files of a workspace: immutable, named by the sha-256 of their bytes, each on the shelf of who may read it. */
export function openFiles(
  shelves: FileShelves,
  problems: Problems,
  added: (ledger: LedgerName, id: FileId) => void = () => undefined,
  damaged: (file: DamagedFile) => void = () => undefined,
): Files {
  const get = async (id: string): Promise<Uint8Array | undefined> => {
    const found = await findHead(shelves, id, damaged);
    if (found === undefined) return undefined;
    const { ledger, head } = found;
    const bytes = await bytesOf(shelves[ledger], id, head);
    if (bytes !== undefined) return bytes;
    await setAside(shelves[ledger], id);
    damaged({ ledger, id, name: head.name });
    return undefined;
  };
  return {
    put: async (bytes, { name, type, ledger = 'team' }) => {
      const id: FileId = `file:${await digest(bytes)}`;
      const facts: FileHead = { name, type, size: bytes.length };
      try {
        // One that is there and is not what its name proves makes room.
        await get(id);
        await shelves[ledger].add([{ id, body: JSON.stringify(facts) }, ...partsOf(id, bytes)]);
      } catch (cause) {
        const problem = storageProblem(cause);
        if (problem !== undefined) problems.raise(problem);
        throw cause;
      }
      added(ledger, id);
      return id;
    },
    get,
    facts: async (id) => {
      const found = await findHead(shelves, id, damaged);
      return found && { id: id as FileId, ledger: found.ledger, ...found.head };
    },
  };
}

/** The shelves, telling of each file whose head was put on one. */
export function withArrivals(shelves: FileShelves, arrived: (file: string) => void): FileShelves {
  const heard = (shelf: Shelf<StoredFile>): Shelf<StoredFile> => ({
    ...shelf,
    add: async (docs) => {
      await shelf.add(docs);
      for (const { id } of docs) if (isFileHead(id)) arrived(id);
    },
  });
  return { team: heard(shelves.team), finance: heard(shelves.finance) };
}

async function findHead(
  shelves: FileShelves,
  id: string,
  damaged: (file: DamagedFile) => void,
): Promise<{ readonly ledger: LedgerName; readonly head: FileHead } | undefined> {
  for (const ledger of LEDGERS) {
    const [stored] = await shelves[ledger].read([id]);
    if (stored === undefined) continue;
    const head = fileHeadOf(stored.body);
    if (head !== undefined) return { ledger, head };
    await setAside(shelves[ledger], id);
    damaged({ ledger, id, name: '' });
  }
  return undefined;
}

/** The bytes of a file; undefined where they are not the ones that its name proves. */
async function bytesOf(shelf: Shelf<StoredFile>, id: string, { size }: FileHead): Promise<Uint8Array | undefined> {
  const ids = partIds(id, size);
  const parts = new Map((await shelf.read(ids)).map((part) => [part.id, part.body]));
  const bytes = new Uint8Array(size);
  for (const [at, part] of ids.entries()) {
    const body = parts.get(part);
    const read = typeof body === 'string' ? fromBase64(body) : undefined;
    if (!read?.ok || at * PART + read.value.length > size) return undefined;
    bytes.set(read.value, at * PART);
  }
  return `file:${await digest(bytes)}` === id ? bytes : undefined;
}

/** All files, without their bytes. */
export async function allFileFacts(shelves: FileShelves): Promise<FileFacts[]> {
  const perLedger = await Promise.all(LEDGERS.map(async (ledger) => factsOn(shelves[ledger], ledger)));
  return perLedger.flat();
}

async function factsOn(shelf: Shelf<StoredFile>, ledger: LedgerName): Promise<FileFacts[]> {
  const heads = (await shelf.ids('file:', LAST_FILE)).filter((id) => !id.includes('/'));
  return (await shelf.read(heads)).flatMap(({ id, body }) => {
    const head = fileHeadOf(body);
    return head ? [{ id: id as FileId, ledger, ...head }] : [];
  });
}

/** The ids of the parts of a file of so many bytes. */
export const partIds = (id: string, size: number): string[] => Array.from({ length: Math.ceil(size / PART) }, (_, part) => `${id}/${part}`);

function partsOf(id: string, bytes: Uint8Array): StoredFile[] {
  return partIds(id, bytes.length).map((partId, part) => ({
    id: partId,
    body: toBase64(bytes.subarray(part * PART, (part + 1) * PART)),
  }));
}

/** The platform's digest: off the main thread, and ten times as fast as one in JavaScript. */
export async function digest(bytes: Uint8Array): Promise<string> {
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  if (subtle === undefined) return sha256Hex(bytes);
  const hash = new Uint8Array(await subtle.digest('SHA-256', bytes as BufferSource));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

import { fromBase64, toBase64 } from '#shared/exchange/base64';
import { sha256Hex } from '#shared/ledger/hash';
import type { Shelf, StoredFile } from './ledger-store';
import { storageProblem, type Problems } from './problems';
import type { FileFacts, FileId, Files } from './workspace';

/** Bytes per part: a document of at most 1.4 MB of base64, well under what any server takes. A multiple of 3. */
const PART = 1024 * 1024 - 1;

interface Head {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** The files of a workspace: immutable, named by the sha-256 of their bytes. */
export function openFiles(shelf: Shelf<StoredFile>, problems: Problems): Files {
  const head = async (id: string): Promise<Head | undefined> => {
    const [stored] = await shelf.read([id]);
    return stored && (JSON.parse(stored.body) as Head);
  };
  return {
    put: async (bytes, { name, type }) => {
      const id: FileId = `file:${await digest(bytes)}`;
      const facts: Head = { name, type, size: bytes.length };
      try {
        await shelf.add([{ id, body: JSON.stringify(facts) }, ...partsOf(id, bytes)]);
      } catch (cause) {
        const problem = storageProblem(cause);
        if (problem !== undefined) problems.raise(problem);
        throw cause;
      }
      return id;
    },
    get: async (id) => {
      const facts = await head(id);
      if (facts === undefined) return undefined;
      const ids = Array.from({ length: partCount(facts.size) }, (_, part) => `${id}/${part}`);
      const parts = new Map((await shelf.read(ids)).map((part) => [part.id, part.body]));
      const bytes = new Uint8Array(facts.size);
      for (const [at, part] of ids.entries()) {
        const read = fromBase64(parts.get(part) ?? '');
        if (!read.ok) throw new Error(`${facts.name} is damaged on this device (part ${at + 1} of ${ids.length})`);
        bytes.set(read.value, at * PART);
      }
      return bytes;
    },
    facts: async (id) => {
      const facts = await head(id);
      return facts && { id: id as FileId, ...facts };
    },
  };
}

/** All files, without their bytes. */
export async function allFileFacts(shelf: Shelf<StoredFile>): Promise<FileFacts[]> {
  const heads = (await shelf.ids()).filter((id) => !id.includes('/'));
  return (await shelf.read(heads)).map(({ id, body }) => ({ id: id as FileId, ...(JSON.parse(body) as Head) }));
}

const partCount = (size: number): number => Math.ceil(size / PART);

function partsOf(id: string, bytes: Uint8Array): StoredFile[] {
  return Array.from({ length: partCount(bytes.length) }, (_, part) => ({
    id: `${id}/${part}`,
    body: toBase64(bytes.subarray(part * PART, (part + 1) * PART)),
  }));
}

/** The platform's digest: off the main thread, and ten times as fast as one in JavaScript. */
async function digest(bytes: Uint8Array): Promise<string> {
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  if (subtle === undefined) return sha256Hex(bytes);
  const hash = new Uint8Array(await subtle.digest('SHA-256', bytes as BufferSource));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

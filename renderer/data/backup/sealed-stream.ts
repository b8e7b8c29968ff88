import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { RecoveryKey } from './recovery-key';

/** What stands in clear at the beginning of a backup: nothing of what is in it. */
export interface BackupHeader {
  readonly format: typeof BACKUP_FORMAT;
  readonly v: 1;
  /** Names this backup. */
  readonly id: string;
  /** The id of the workspace, which says nothing by itself. */
  readonly workspace: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** 32 hex digits of chance, by which the recovery key becomes the key of this one file. */
  readonly salt: string;
}

export const BACKUP_FORMAT = 'throughline-backup';
export const BACKUP_SUFFIX = '.throughline-backup';

/** A backup that cannot be read. `reason` is fit to show. */
export class BackupUnreadable extends Error {
  override readonly name = 'BackupUnreadable';
  readonly kind: 'not-a-backup' | 'wrong-key' | 'damaged' | 'newer';

  constructor(kind: BackupUnreadable['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** Bytes that are sealed together. */
const CHUNK = 1024 * 1024;
/** What AES-256-GCM adds: a nonce before, a tag behind. */
const NONCE = 12;
const TAG = 16;
const LARGEST_HEADER = 1024;

/**
 * The bytes, compressed and sealed: a line that says what this is, then chunks, each with its length before it. Each chunk is
 * bound to the header, to its place and to whether it is the last one, so that a file that was cut, joined or put in another
 * order does not open. AES-256-GCM under a key of this file alone.
 */
export async function* sealedStream(
  header: BackupHeader,
  recoveryKey: RecoveryKey,
  bytes: AsyncIterable<Uint8Array<ArrayBuffer>>,
  random: (bytes: number) => Uint8Array,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const line = JSON.stringify(header);
  const key = await keyOf(recoveryKey, header.salt);
  yield utf8ToBytes(`${line}\n`);
  let n = 0;
  for await (const { chunk, isLast } of chunksOf(through(bytes, new CompressionStream('gzip')))) {
    const nonce = new Uint8Array(random(NONCE));
    const additionalData = contextOf(line, n, isLast);
    const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData }, key, chunk));
    const frame = new Uint8Array(4 + NONCE + sealed.length);
    new DataView(frame.buffer).setUint32(0, NONCE + sealed.length);
    frame.set(nonce, 4);
    frame.set(sealed, 4 + NONCE);
    yield frame;
    n += 1;
  }
}

/** The header of a backup. Throws `BackupUnreadable`. */
export async function headerOf(file: AsyncIterable<Uint8Array>): Promise<BackupHeader> {
  return parseHeader(await openBytes(file).line());
}

/**
 * What was sealed, checked chunk by chunk: nothing is handed on that is not exactly what was written. Throws
 * `BackupUnreadable` at the first byte that is not.
 */
export async function* openedStream(file: AsyncIterable<Uint8Array>, recoveryKey: RecoveryKey): AsyncGenerator<Uint8Array> {
  const bytes = openBytes(file);
  const line = await bytes.line();
  const key = await keyOf(recoveryKey, parseHeader(line).salt);
  try {
    yield* through(openedChunks(bytes, line, key), new DecompressionStream('gzip'));
  } catch (cause) {
    if (cause instanceof BackupUnreadable) throw cause;
    throw damaged('it cannot be unpacked', cause);
  }
}

async function* openedChunks(bytes: Bytes, line: string, key: CryptoKey): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let n = 0; ; n += 1) {
    const prefix = await bytes.take(4);
    if (prefix.length < 4) throw damaged('its end is missing');
    const length = new DataView(prefix.buffer).getUint32(0);
    if (length < NONCE + TAG || length > NONCE + CHUNK + TAG) throw damaged('a part of it has no sensible length');
    const frame = await bytes.take(length);
    if (frame.length < length) throw damaged('its end is missing');
    const [nonce, sealed] = [frame.slice(0, NONCE), frame.slice(NONCE)];
    const chunk = await opened(key, nonce, sealed, contextOf(line, n, false));
    if (chunk !== undefined) {
      yield chunk;
      continue;
    }
    const last = await opened(key, nonce, sealed, contextOf(line, n, true));
    if (last === undefined && n === 0)
      throw new BackupUnreadable('wrong-key', 'This recovery key does not open this backup, or the file is damaged at its beginning.');
    if (last === undefined) throw damaged(`part ${n + 1} of it was altered`);
    if ((await bytes.take(1)).length > 0) throw damaged('something stands after its end');
    yield last;
    return;
  }
}

async function opened(
  key: CryptoKey,
  iv: Uint8Array<ArrayBuffer>,
  sealed: Uint8Array<ArrayBuffer>,
  additionalData: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed));
  } catch {
    // Not sealed by this key for this place: the caller says what that means.
    return undefined;
  }
}

const damaged = (what: string, cause?: unknown): BackupUnreadable =>
  new BackupUnreadable('damaged', `This backup is damaged: ${what}. Choose another one.`, cause === undefined ? undefined : { cause });

const contextOf = (line: string, n: number, isLast: boolean): Uint8Array<ArrayBuffer> =>
  utf8ToBytes(`${line}\n${n} ${isLast ? 'last' : 'more'}`);

async function keyOf(recoveryKey: RecoveryKey, salt: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', recoveryKey, 'HKDF', false, ['deriveKey']);
  const info = utf8ToBytes('throughline backup 1') as Uint8Array<ArrayBuffer>;
  const how = { name: 'HKDF', hash: 'SHA-256', salt: utf8ToBytes(salt) as Uint8Array<ArrayBuffer>, info };
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

function parseHeader(line: string): BackupHeader {
  let header: Partial<BackupHeader> = {};
  try {
    header = (JSON.parse(line) ?? {}) as Partial<BackupHeader>;
  } catch {
    // Not even JSON: said below.
  }
  const { format, v, id, workspace, madeAt, salt } = header;
  if (format !== BACKUP_FORMAT)
    throw new BackupUnreadable('not-a-backup', 'This is not a backup of Throughline. Choose a file that ends in .throughline-backup.');
  if (v !== 1) throw new BackupUnreadable('newer', 'This backup was made by a newer Throughline. Update this one, then restore it.');
  const texts = [id, workspace, madeAt, salt];
  if (!texts.every((text) => typeof text === 'string' && text.length > 0)) throw damaged('its first line makes no sense');
  return header as BackupHeader;
}

async function* chunksOf(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly chunk: Uint8Array<ArrayBuffer>; readonly isLast: boolean }> {
  let [chunk, filled] = [new Uint8Array(CHUNK), 0];
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length;) {
      if (filled === CHUNK) {
        yield { chunk, isLast: false };
        [chunk, filled] = [new Uint8Array(CHUNK), 0];
      }
      const taken = Math.min(CHUNK - filled, piece.length - at);
      chunk.set(piece.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield { chunk: chunk.slice(0, filled), isLast: true };
}

interface Bytes {
  /** The next so many; fewer at the end. */
  take(count: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Up to the next end of line, without it. */
  line(): Promise<string>;
}

function openBytes(file: AsyncIterable<Uint8Array>): Bytes {
  const pieces = file[Symbol.asyncIterator]();
  let held = new Uint8Array();
  const more = async (): Promise<boolean> => {
    const next = await pieces.next();
    if (next.done) return false;
    const joined = new Uint8Array(held.length + next.value.length);
    joined.set(held);
    joined.set(next.value, held.length);
    held = joined;
    return true;
  };
  const take = async (count: number): Promise<Uint8Array<ArrayBuffer>> => {
    while (held.length < count && (await more()));
    const taken = held.slice(0, count);
    held = held.slice(count);
    return taken;
  };
  return {
    take,
    line: async () => {
      while (!held.subarray(0, LARGEST_HEADER).includes(10) && held.length < LARGEST_HEADER && (await more()));
      const end = held.subarray(0, LARGEST_HEADER).indexOf(10);
      if (end < 0) return '';
      const line = new TextDecoder().decode(await take(end));
      await take(1);
      return line;
    },
  };
}

/** What comes out of a transformation of the platform. */
async function* through(
  bytes: AsyncIterable<Uint8Array<ArrayBuffer>>,
  transform: { readonly writable: WritableStream<BufferSource>; readonly readable: ReadableStream<Uint8Array> },
): AsyncGenerator<Uint8Array> {
  const writer = transform.writable.getWriter();
  const reader = transform.readable.getReader();
  const fed = feed(bytes, writer);
  // Told where it is read, below; a rejection of its own would be one that nobody handles.
  fed.catch(() => undefined);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
  } catch (cause) {
    await fed;
    throw cause;
  }
  await fed;
}

/** What the source throws is what the reader is told. */
async function feed(bytes: AsyncIterable<Uint8Array<ArrayBuffer>>, writer: WritableStreamDefaultWriter<BufferSource>): Promise<void> {
  try {
    for await (const piece of bytes) await writer.write(piece);
    await writer.close();
  } catch (cause) {
    await writer.abort(cause).catch(() => undefined);
    throw cause;
  }
}

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { deviceOf, entryIdOf, entryPlace, seqOf, type Json, type RedactedEdit } from './entry';

type JsonObject = { readonly [key: string]: Json | undefined };

/** SHA-256 of bytes, or of the UTF-8 of a text, as 64 hex digits. */
export const sha256Hex = (content: string | Uint8Array): string => digestOf(typeof content === 'string' ? utf8Of(content) : content);

const blank = sha256.create();
const hasher = sha256.create();
const digest = new Uint8Array(32);

/** One hasher for all: an entry is hashed in two or more short pieces, and making a hasher costs as much as a piece. */
function digestOf(bytes: Uint8Array): string {
  blank._cloneInto(hasher).update(bytes).digestInto(digest);
  return bytesToHex(digest);
}

/** How many bytes a well-formed text takes in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Half of a surrogate pair: two of its four bytes.
    if (code > 0x7f) bytes += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return bytes;
}

const shared = new Uint8Array(16 * 1024);

/**
 * The UTF-8 of a text, valid until the next call. Most of what is hashed is short and plain ASCII, which a loop into one
 * buffer encodes in a fraction of the time that making a new array takes.
 */
function utf8Of(text: string): Uint8Array {
  const { length } = text;
  if (length > shared.length) return utf8ToBytes(text);
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return utf8ToBytes(text);
    shared[at] = code;
  }
  return shared.subarray(0, length);
}

/**
 * The RFC 8785 text of a JSON value: one text per value, whatever the order of its keys.
 *
 * A value whose keys already stand in order prints the same by `JSON.stringify` (RFC 8785 takes its numbers and
 * strings from ECMAScript), ten times faster; entries are written in that order, so nearly all take this way.
 */
export const canonicalText = (value: Json | JsonObject): string =>
  keysInOrder(value) ? JSON.stringify(value) : (canonicalize(value) ?? 'null');

/** An entry as its hash sees it, and how many bytes that takes. */
export interface EntryHash {
  readonly hash: string;
  readonly bytes: number;
}

/**
 * Entries never change, so what was hashed just now (parsed, and next linked, packed or folded) is not hashed again. A
 * weak map of all entries would cost the collector more than the hashing.
 */
const recent = new Map<object, EntryHash>();
const MOST_RECENT = 1_000;

function remember(entry: object, result: EntryHash): EntryHash {
  if (recent.size >= MOST_RECENT) recent.clear();
  recent.set(entry, result);
  return result;
}

/**
 * LAW 6, verifiability. The hash of an entry is the SHA-256 of its canonical text, in which
 * - every key stands as it was received, known or not;
 * - the id stands without the hash itself (`device.seq`), so that an entry cannot be moved in or between chains;
 * - of each edit only what a redaction leaves stands: record, field names, `over`, and the digest of the rest. A redacted
 *   entry therefore has the hash that it always had.
 */
export const hashEntry = (entry: object): EntryHash => recent.get(entry) ?? remember(entry, hashOf(entry as JsonObject));

/** The entry `draft` with its id: `draft` has only the part of it that its author chose, `device.seq`. */
export function withId<T extends { readonly id: string }>(draft: T): T {
  const result = hashOf(draft);
  const entry = { ...draft, id: entryIdOf(deviceOf(draft.id), seqOf(draft.id), result.hash) };
  remember(entry, result);
  return entry;
}

/** What a redaction leaves of an edit. The digest covers values, salt, and every key that this version does not know. */
export function sealedEdit(edit: { readonly [key: string]: Json | undefined }): RedactedEdit {
  return sealWithSize(edit).sealed;
}

function hashOf(entry: JsonObject): EntryHash {
  const id = typeof entry['id'] === 'string' ? entry['id'] : '';
  let sealedBytes = 0;
  const edits = Array.isArray(entry['edits'])
    ? entry['edits'].map((edit: Json) => {
        if (!isObject(edit) || ('digest' in edit && !('set' in edit))) return edit;
        const { sealed, bytes } = sealWithSize(edit);
        sealedBytes += bytes;
        return sealed as unknown as Json;
      })
    : entry['edits'];
  const header: JsonObject = { ...entry, id: entryPlace(deviceOf(id), seqOf(id)), ...(edits === undefined ? {} : { edits }) };
  const bytes = utf8Of(canonicalText(header));
  return { hash: digestOf(bytes), bytes: bytes.length + sealedBytes };
}

function sealWithSize(edit: JsonObject): { readonly sealed: RedactedEdit; readonly bytes: number } {
  const { record, over, ...secret } = edit;
  const bytes = utf8Of(canonicalText(secret));
  const set = secret['set'];
  const sealed = {
    digest: digestOf(bytes),
    fields: isObject(set) ? Object.keys(set).toSorted() : [],
    ...(over === undefined ? {} : { over }),
    ...(record === undefined ? {} : { record }),
  };
  return { sealed: sealed as unknown as RedactedEdit, bytes: bytes.length };
}

function keysInOrder(value: Json | JsonObject): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(keysInOrder);
  let last = '';
  for (const key in value as JsonObject) {
    if (key < last) return false;
    last = key;
    const item = (value as JsonObject)[key];
    if (typeof item === 'object' && item !== null && !keysInOrder(item)) return false;
  }
  return true;
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

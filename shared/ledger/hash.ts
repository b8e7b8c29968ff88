import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { entryPlace, deviceOf, seqOf, type Json, type RedactedEdit } from './entry';

type JsonObject = { readonly [key: string]: Json | undefined };

/** SHA-256 of bytes, or of the UTF-8 of a text, as 64 hex digits. */
export const sha256Hex = (content: string | Uint8Array): string =>
  bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content));

/** How many bytes a text takes in UTF-8. */
export const utf8Length = (text: string): number => utf8ToBytes(text).length;

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

const known = new WeakMap<object, EntryHash>();

/**
 * LAW 6, verifiability. The hash of an entry is the SHA-256 of its canonical text, in which
 * - every key stands as it was received, known or not;
 * - the id stands without the hash itself (`device.seq`), so that an entry cannot be moved in or between chains;
 * - of each edit only what a redaction leaves stands: record, field names, `over`, and the digest of the rest. A redacted
 *   entry therefore has the hash that it always had.
 *
 * Entries never change, so each object is hashed once.
 */
export function hashEntry(entry: object): EntryHash {
  let result = known.get(entry);
  if (!result) {
    result = hashOf(entry as JsonObject);
    known.set(entry, result);
  }
  return result;
}

/** What a redaction leaves of an edit. The digest covers values, salt, and every key that this version does not know. */
export function sealedEdit(edit: { readonly [key: string]: Json | undefined }): RedactedEdit {
  return sealWithSize(edit).sealed;
}

function hashOf(entry: JsonObject): EntryHash {
  const id = String(entry['id']);
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
  const bytes = utf8ToBytes(canonicalText(header));
  return { hash: bytesToHex(sha256(bytes)), bytes: bytes.length + sealedBytes };
}

function sealWithSize(edit: JsonObject): { readonly sealed: RedactedEdit; readonly bytes: number } {
  const { record, over, ...secret } = edit;
  const bytes = utf8ToBytes(canonicalText(secret));
  const set = secret['set'];
  const sealed = {
    digest: bytesToHex(sha256(bytes)),
    fields: isObject(set) ? Object.keys(set).toSorted() : [],
    ...(over === undefined ? {} : { over }),
    ...(record === undefined ? {} : { record }),
  };
  return { sealed: sealed as unknown as RedactedEdit, bytes: bytes.length };
}

function keysInOrder(value: Json | JsonObject | undefined): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(keysInOrder);
  let last: string | undefined;
  for (const key in value as JsonObject) {
    if (last !== undefined && key < last) return false;
    last = key;
    if (!keysInOrder((value as JsonObject)[key])) return false;
  }
  return true;
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

import { badRequest } from './problem';

/**
 * JSON as text. A document is kept and given back as it was sent: the order of keys, `1.0`, integers of 20 digits and
 * a key named `__proto__` survive, because no part of it ever becomes an object of this process.
 */
export type JsonText = string;

/** Deeper nesting is refused: recursive readers, ours and others', would run out of stack. */
const MAX_DEPTH = 1000;
const utf8 = new TextDecoder('utf-8', { fatal: true });
const BRACKETS = /["{}[\]]/gu;
const SCALAR = /[^,\]}\s]*/uy;
const SPACE = /\s*/uy;
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/u;
const ESCAPES = /\\(?:u(?<code>[0-9a-fA-F]{4})|.)/gsu;

/** The text of a request's body: UTF-8, JSON, not too deep, no half of a surrogate pair. Throws a `Problem` otherwise. */
export function readJson(bytes: Uint8Array): JsonText {
  const text = decode(bytes);
  if (depthOf(text) > MAX_DEPTH) throw badRequest(`JSON is nested deeper than ${MAX_DEPTH}.`);
  try {
    JSON.parse(text);
  } catch {
    throw badRequest('invalid UTF-8 JSON');
  }
  if (hasLoneSurrogate(text)) throw badRequest('invalid UTF-8 JSON');
  return text;
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw badRequest('invalid UTF-8 JSON');
  }
}

/** The members of an object's text, in their order. The text must have passed `readJson`. */
export function* membersOf(text: JsonText): Generator<{ readonly key: string; readonly value: JsonText; readonly member: JsonText }> {
  for (const [start, end] of parts(text)) {
    const keyEnd = endOfString(text, start);
    const colon = skipSpace(text, keyEnd);
    const valueStart = skipSpace(text, colon + 1);
    const key = String(JSON.parse(text.slice(start, keyEnd)));
    yield { key, value: text.slice(valueStart, end), member: text.slice(start, end) };
  }
}

/** The elements of an array's text. The text must have passed `readJson`. */
export function* elementsOf(text: JsonText): Generator<JsonText> {
  for (const [start, end] of parts(text)) yield text.slice(start, end);
}

/** The members of an object's text by their keys. Throws a `Problem` for another kind of JSON. */
export function fieldsOf(text: JsonText): ReadonlyMap<string, JsonText> {
  if (!isObjectText(text)) throw badRequest('Request body must be a JSON object');
  return new Map([...membersOf(text)].map(({ key, value }) => [key, value]));
}

export const isObjectText = (text: JsonText): boolean => text.trimStart().startsWith('{');
export const isArrayText = (text: JsonText): boolean => text.trimStart().startsWith('[');

/** Where each part between the outermost commas starts and ends. */
function* parts(text: JsonText): Generator<readonly [number, number]> {
  let at = skipSpace(text, skipSpace(text, 0) + 1);
  while (text[at] !== '}' && text[at] !== ']') {
    const isMember = text[at] === '"' && text[skipSpace(text, endOfString(text, at))] === ':';
    const value = isMember ? skipSpace(text, skipSpace(text, endOfString(text, at)) + 1) : at;
    const end = endOfValue(text, value);
    yield [at, end];
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
}

function endOfValue(text: JsonText, start: number): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first === '{' || first === '[') return endOfNest(text, start);
  SCALAR.lastIndex = start;
  SCALAR.test(text);
  return SCALAR.lastIndex;
}

function endOfNest(text: JsonText, start: number): number {
  let depth = 0;
  for (const [at, bracket] of brackets(text, start)) {
    depth += bracket === '{' || bracket === '[' ? 1 : -1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function depthOf(text: JsonText): number {
  let depth = 0;
  let deepest = 0;
  for (const [, bracket] of brackets(text, 0)) {
    depth += bracket === '{' || bracket === '[' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Brackets outside of strings. Ends with the text, whatever the text is. */
function* brackets(text: string, start: number): Generator<readonly [number, string]> {
  BRACKETS.lastIndex = start;
  for (let found = BRACKETS.exec(text); found; found = BRACKETS.exec(text)) {
    const next = found[0] === '"' ? endOfString(text, found.index) : found.index + 1;
    if (found[0] !== '"') yield [found.index, found[0]];
    BRACKETS.lastIndex = next;
  }
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.test(text);
  return SPACE.lastIndex;
}

/** Only an escape can hold half a pair: UTF-8 cannot. CouchDB refuses such a text, so no server may keep it. */
function hasLoneSurrogate(text: JsonText): boolean {
  if (!SURROGATE_ESCAPE.test(text)) return false;
  let high = -1;
  for (const { index, groups } of text.matchAll(ESCAPES)) {
    const code = groups?.['code'] === undefined ? 0 : Number.parseInt(groups['code'], 16);
    const isLow = code >= 0xdc_00 && code <= 0xdf_ff;
    const follows = high !== -1 && index === high + 6;
    if (high !== -1 && !(isLow && follows)) return true;
    if (isLow && !follows) return true;
    high = code >= 0xd8_00 && code <= 0xdb_ff ? index : -1;
  }
  return high !== -1;
}

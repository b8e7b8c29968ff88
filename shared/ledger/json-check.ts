import type { Json } from './entry';
import { MAX_DEPTH, MAX_ENTRY_BYTES } from './limits';

const LONE_SURROGATE = /\p{Surrogate}/u;

/** True for text that UTF-8 can carry: no half of a surrogate pair stands alone. */
export const isWellFormed = (text: string): boolean => (text as Text2024).isWellFormed?.() ?? !LONE_SURROGATE.test(text);

/** ES2024, which the platforms know and the compiler's library here does not; ten times faster than the expression. */
type Text2024 = string & { readonly isWellFormed?: () => boolean };

/** The text with every lone surrogate replaced by U+FFFD (one of them makes CouchDB refuse a whole batch). */
export const toWellFormed = (text: string): string => (isWellFormed(text) ? text : text.replace(/\p{Surrogate}/gu, '\uFFFD'));

/** A plain object, of this realm or another; not an array, and of no class. */
export function isJsonObject(value: unknown): value is { readonly [key: string]: unknown } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

/**
 * Why `value` cannot be kept and hashed as JSON, or undefined. Stops as soon as the value proves too deep or too
 * large, so that a hostile one costs no more than an honest one.
 */
export function jsonProblem(value: unknown): string | undefined {
  return problemOf(value, MAX_DEPTH, { left: MAX_ENTRY_BYTES });
}

function problemOf(value: unknown, depth: number, budget: { left: number }): string | undefined {
  budget.left -= 1;
  if (budget.left < 0) return 'too large';
  switch (typeof value) {
    case 'boolean':
      return undefined;
    case 'string':
      budget.left -= value.length;
      if (budget.left < 0) return 'too large';
      return isWellFormed(value) ? undefined : 'a text holds half a character (a lone surrogate)';
    case 'number':
      return numberProblem(value);
    case 'object':
      if (value === null) return undefined;
      if (depth === 0) return 'nested too deeply';
      return Array.isArray(value) ? arrayProblem(value, depth, budget) : objectProblem(value, depth, budget);
    default:
      return `not JSON: ${typeof value}`;
  }
}

function numberProblem(value: number): string | undefined {
  if (!Number.isFinite(value)) return 'not JSON: a number that is not finite';
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return 'an integer beyond 2^53';
  return undefined;
}

function arrayProblem(value: readonly unknown[], depth: number, budget: { left: number }): string | undefined {
  if (value.length > budget.left) return 'too large';
  for (const item of value) {
    const problem = problemOf(item, depth - 1, budget);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function objectProblem(value: object, depth: number, budget: { left: number }): string | undefined {
  if (!isJsonObject(value)) return 'not JSON: an object of a class';
  for (const key of Object.keys(value)) {
    const problem = problemOf(key, depth, budget) ?? problemOf(value[key], depth - 1, budget);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/**
 * A value as it may be written: every text well-formed, keys in canonical order, `undefined` left out. What cannot be
 * JSON is left for `jsonProblem` to name.
 */
export function writable(value: Json, depth = MAX_DEPTH): Json {
  if (typeof value === 'string') return toWellFormed(value);
  if (typeof value !== 'object' || value === null || depth < 0) return value;
  if (Array.isArray(value)) return value.map((item: Json | undefined) => writable(item ?? null, depth - 1));
  const source = value as { readonly [key: string]: Json | undefined };
  const entries: [string, Json][] = [];
  for (const key of Object.keys(source).sort()) {
    const item = source[key];
    if (item !== undefined) entries.push([toWellFormed(key), writable(item, depth - 1)]);
  }
  return Object.fromEntries(entries);
}

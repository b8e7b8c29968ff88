import { createContext, runInContext, Script } from 'node:vm';
import type { JsonText } from './json-text';
import { Problem } from './problem';

/** What the functions of a database say of one document; nothing where they let it in. */
export interface Refusal {
  readonly error: string;
  readonly reason: string;
}

/** A document to be judged: as it would be written, and what it would replace. */
export interface Proposal {
  readonly newDoc: JsonText;
  readonly oldDoc: JsonText | undefined;
}

/** Longer, and the batch fails: a function that never ends must not end the hub. */
const TIMEOUT_MS = 10_000;

/** Runs inside the empty context. It reads and answers text, so that no object of ours is ever in reach of a function. */
const JUDGE = `
'use strict';
delete globalThis.console;
const judge = ((parse, stringify) => {
  const describe = (thrown) => {
    if (thrown !== null && typeof thrown === 'object') {
      if ('forbidden' in thrown) return { error: 'forbidden', reason: String(thrown.forbidden) };
      if ('unauthorized' in thrown) return { error: 'unauthorized', reason: String(thrown.unauthorized) };
      if (thrown instanceof Error) return { error: String(thrown.name), reason: String(thrown.message) };
    }
    return { error: 'unknown_error', reason: typeof thrown === 'string' ? thrown : String(stringify(thrown)) };
  };
  const one = (functions, { newDoc, oldDoc, userCtx, secObj }) => {
    try {
      for (const check of functions) check(newDoc, oldDoc, userCtx, secObj);
      return null;
    } catch (thrown) {
      return describe(thrown);
    }
  };
  return (functions, input) => stringify(parse(input).map((call) => one(functions, call)));
})(JSON.parse, JSON.stringify);
const functions = [];
`;

const CALL = new Script('judge(functions, input)');

/** The `validate_doc_update` functions of one database, in a context of their own: nothing but the language is there. */
export class Validation {
  readonly #context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  readonly #count: number;

  /** `sources`: one function's text for each design document that has one. Throws a `Problem` for a text that is no function. */
  constructor(sources: readonly string[]) {
    runInContext(JUDGE, this.#context, { timeout: TIMEOUT_MS });
    for (const source of sources) this.#add(source);
    this.#count = sources.length;
  }

  #add(source: string): void {
    try {
      const isFunction: unknown = runInContext(`typeof (${trimmed(source)}) === 'function'`, this.#context, { timeout: TIMEOUT_MS });
      if (isFunction !== true) throw new TypeError('it is not a function');
      runInContext(`functions.push((${trimmed(source)}))`, this.#context, { timeout: TIMEOUT_MS });
    } catch (error) {
      throw new Problem(400, 'compilation_error', `validate_doc_update: ${String(error)}`);
    }
  }

  /** One verdict for each proposal, in order. All functions of the database must agree. */
  judge(proposals: readonly Proposal[], userCtx: JsonText, secObj: JsonText): readonly (Refusal | undefined)[] {
    if (this.#count === 0 || proposals.length === 0) return proposals.map(() => undefined);
    const calls = proposals.map(
      ({ newDoc, oldDoc }) => `{"newDoc":${newDoc},"oldDoc":${oldDoc ?? 'null'},"userCtx":${userCtx},"secObj":${secObj}}`,
    );
    const verdicts: unknown = JSON.parse(this.#run(`[${calls.join(',')}]`));
    if (!Array.isArray(verdicts) || verdicts.length !== proposals.length) throw broken('it gave no verdict');
    return verdicts.map((verdict) => (isRefusal(verdict) ? verdict : undefined));
  }

  #run(input: string): string {
    try {
      this.#context['input'] = input;
      const answer: unknown = CALL.runInContext(this.#context, { timeout: TIMEOUT_MS });
      if (typeof answer === 'string') return answer;
    } catch (error) {
      throw broken(String(error));
    }
    throw broken('it gave no verdict');
  }
}

const broken = (reason: string): Problem => new Problem(500, 'validation_failed', reason);

/** CouchDB forgives a semicolon behind the function. */
const trimmed = (source: string): string => source.trim().replace(/;+$/u, '');

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'error' in value && 'reason' in value;
}

/** The function's text in a design document; undefined where it has none. */
export function validationSource(designText: JsonText): string | undefined {
  const design: unknown = JSON.parse(designText);
  if (typeof design !== 'object' || design === null || !Object.hasOwn(design, 'validate_doc_update')) return undefined;
  const source: unknown = Object.getOwnPropertyDescriptor(design, 'validate_doc_update')?.value;
  if (typeof source !== 'string') throw new Problem(400, 'compilation_error', 'validate_doc_update must be a text');
  return source;
}

/** Throws a `Problem` for a design document whose function could never run. */
export function checkDesign(designText: JsonText): void {
  const source = validationSource(designText);
  if (source !== undefined) void new Validation([source]);
}

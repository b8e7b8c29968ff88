import { isJsonObject } from '#shared/ledger/json-check';
import type { HubAnswer, HubClient, HubRequest, Pace } from './ports';

/**
 * Why a request did not do what was asked.
 * `unreachable` no whole answer came · `signed-out`, `locked` a person has to sign in, or unlock the secret · `forbidden`
 * the server knows who asks, and refuses · `missing` there is no such database · `too-much` the request is too large or
 * cannot be read · `unreadable` the answer is not what a server of ours says · `busy` anything else; trying later may help.
 */
export type FailureKind = 'unreachable' | 'signed-out' | 'locked' | 'forbidden' | 'missing' | 'too-much' | 'unreadable' | 'busy';

/** A request that failed. What was asked for may have happened all the same. */
export class HubFailure extends Error {
  override readonly name = 'HubFailure';
  readonly kind: FailureKind;
  readonly status: number;
  /** What the answer calls it, where it does: `signed_out`. */
  readonly code: string | undefined;

  constructor(kind: FailureKind, reason: string, status = 0, options?: ErrorOptions & { readonly code?: string }) {
    super(reason, options);
    this.kind = kind;
    this.status = status;
    this.code = options?.code;
  }
}

/** What asks a server, one request after the other, each with an end. */
export interface Asking {
  /** The text of an answer that says yes. Throws `HubFailure`, or the signal's reason where it was called off. */
  get(path: string, timeoutMs?: number): Promise<string>;
  post(path: string, body: string): Promise<string>;
}

export function openAsking(client: HubClient, { patience }: Pick<Pace, 'patience'>, signal: AbortSignal): Asking {
  const ask = async (request: Pick<HubRequest, 'method' | 'path' | 'body' | 'timeoutMs'>): Promise<string> => {
    let answer: HubAnswer;
    try {
      answer = await client.request({ ...request, signal });
    } catch (cause) {
      signal.throwIfAborted();
      throw new HubFailure('unreachable', cause instanceof Error ? cause.message : String(cause), 0, { cause });
    }
    signal.throwIfAborted();
    if (answer.status >= 200 && answer.status < 300) return answer.text;
    throw failureOf(answer);
  };
  return {
    get: (path, timeoutMs = patience) => ask({ method: 'GET', path, timeoutMs }),
    post: (path, body) => ask({ method: 'POST', path, body, timeoutMs: patience }),
  };
}

/** The object that an answer is. An error page or half an answer is a failure, not data. */
export function jsonOf(text: string): { readonly [key: string]: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new HubFailure('unreadable', 'The server’s answer is not JSON.', 0, { cause });
  }
  if (!isJsonObject(value)) throw new HubFailure('unreadable', 'The server’s answer is not an object.');
  return value;
}

/** The rows of an answer that is a list of objects. */
export function rowsOf(value: unknown): readonly { readonly [key: string]: unknown }[] {
  if (!Array.isArray(value) || !value.every(isJsonObject)) throw new HubFailure('unreadable', 'The server’s answer has no rows.');
  return value;
}

const KINDS: Readonly<Record<number, FailureKind>> = {
  400: 'too-much',
  401: 'signed-out',
  403: 'forbidden',
  404: 'missing',
  413: 'too-much',
  502: 'unreachable',
  504: 'unreachable',
};

function failureOf({ status, text }: HubAnswer): HubFailure {
  const { error, reason } = errorIn(text);
  const kind = status === 401 && error === 'locked' ? 'locked' : (KINDS[status] ?? 'busy');
  return new HubFailure(kind, reason ?? `The server answered ${status}.`, status, error === undefined ? {} : { code: error });
}

function errorIn(text: string): { readonly error?: string; readonly reason?: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // An error page of something in between: its status says enough.
    return {};
  }
  if (!isJsonObject(value)) return {};
  const { error, reason } = value;
  return { ...(typeof error === 'string' && { error }), ...(typeof reason === 'string' && { reason: reason.slice(0, 500) }) };
}

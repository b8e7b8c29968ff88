import { sha256 } from '@noble/hashes/sha2.js';
import type { VirtualTime } from './virtual-time';

/** As much of a Blob as a workspace file needs, without the thread that Node reads one on. */
class BlobInMemory {
  readonly #bytes: Uint8Array;
  readonly type: string;

  constructor(parts: readonly (string | Uint8Array | ArrayBuffer | BlobInMemory)[] = [], { type = '' }: { readonly type?: string } = {}) {
    this.#bytes = joined(parts.map(bytesOf));
    this.type = type;
  }

  get size(): number {
    return this.#bytes.length;
  }

  get bytesNow(): Uint8Array {
    return this.#bytes;
  }

  slice(from = 0, to = this.size): BlobInMemory {
    return new BlobInMemory([this.#bytes.subarray(from, to)]);
  }

  arrayBuffer = async (): Promise<ArrayBuffer> => this.#bytes.slice().buffer;
  text = async (): Promise<string> => new TextDecoder().decode(this.#bytes);
}

function bytesOf(part: string | Uint8Array | ArrayBuffer | BlobInMemory): Uint8Array {
  if (typeof part === 'string') return new TextEncoder().encode(part);
  if (part instanceof BlobInMemory) return part.bytesNow;
  return part instanceof ArrayBuffer ? new Uint8Array(part) : part;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Another window of the same workspace: there is none in a simulation. */
class SilentChannel {
  onmessage: unknown = null;
  postMessage(): void {}
  close(): void {}
}

/**
 * Puts a platform in place in which nothing takes real time and nothing depends on it, and calls `work`. What the
 * platform is told of errors that nobody catches goes to `reported`.
 */
export async function onVirtualPlatform<T>(time: VirtualTime, reported: (cause: unknown) => void, work: () => Promise<T>): Promise<T> {
  const subtle = { digest: async (_: string, bytes: Uint8Array | ArrayBuffer) => sha256(bytesOf(bytes)).buffer };
  const getRandomValues = (): never => {
    throw new Error('Chance must come from the seed');
  };
  const put: Record<string, unknown> = {
    Blob: BlobInMemory,
    BroadcastChannel: SilentChannel,
    crypto: { subtle, getRandomValues },
    navigator: { language: 'en-GB' },
    performance: { now: () => time.now },
    reportError: reported,
  };
  const before = Object.keys(put).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(put)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  process.on('unhandledRejection', reported);
  try {
    return await work();
  } finally {
    process.off('unhandledRejection', reported);
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  }
}

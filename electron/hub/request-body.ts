import type { Readable } from 'node:stream';
import { badRequest, tooLarge } from './problem';

/** Of a body that is too large this many times the limit is read and dropped, so that its sender hears why. */
const PATIENCE = 4;

/** The whole body, at most `limit` bytes. */
export async function readBody(payload: Readable, limit: number): Promise<Buffer> {
  try {
    return await collect(payload, limit);
  } catch (error) {
    // Whoever sent it hung up: nobody hears the answer, and nothing is wrong here.
    if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET') throw badRequest('The body ended early.');
    throw error;
  }
}

async function collect(payload: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= limit) chunks.push(bytes);
    else chunks.length = 0;
    if (size > limit * PATIENCE) throw tooLarge();
  }
  if (size > limit) throw tooLarge();
  return Buffer.concat(chunks);
}

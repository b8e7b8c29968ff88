import type { IncomingMessage } from 'node:http';
import { readCapped } from '../hub/read-capped';

/** The body of a visit; undefined where it is longer than `cap` bytes. One that says so itself is not begun to be read. */
export async function bodyOf(request: IncomingMessage, cap: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return Number(request.headers['content-length'] ?? 0) > cap ? undefined : readCapped(request, cap);
}

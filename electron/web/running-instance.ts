import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { IDENTITY_PATH } from './gate';
import { Passes } from './passes';

const identity = z.object({ app: z.literal('throughline'), run: z.string().max(64), proof: z.string().max(128) });

/** Who holds a port that we wanted. */
export type PortHolder = { readonly tag: 'ours'; readonly address: string } | { readonly tag: 'stranger' };

/**
 * Asks the port who it is. `ours` means: Throughline, started by this user, proved with the key that only this user
 * can read. Then `address` is a fresh one-time address for it.
 */
export async function portHolder(port: number, key: Buffer): Promise<PortHolder> {
  const challenge = randomBytes(16).toString('base64url');
  const origin = `http://127.0.0.1:${port}`;
  const answer = await ask(`${origin}${IDENTITY_PATH}?challenge=${challenge}`);
  const parsed = identity.safeParse(answer);
  if (!parsed.success) return { tag: 'stranger' };
  const passes = new Passes(key, parsed.data.run);
  if (!passes.isProof(challenge, parsed.data.proof)) return { tag: 'stranger' };
  return { tag: 'ours', address: `${origin}/?token=${passes.mintEntry()}` };
}

/** What the address answers as JSON; undefined when it does not speak HTTP, or not JSON, or not within two seconds. */
async function ask(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000), redirect: 'error' });
    return await response.json();
  } catch {
    // Whatever it is, it is not ours: the caller says so to the person.
    return undefined;
  }
}

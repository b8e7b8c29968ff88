import { createHmac, timingSafeEqual } from 'node:crypto';

/** Where a hub answers `?challenge=` with `{app: 'throughline-hub', proof}`, to anybody. */
export const PROOF_PATH = '/_throughline';

/**
 * Proves to a shell of this user that a hub is its own, before a password is sent there: whoever has taken the port
 * meanwhile cannot know the key, the random password that lies in the hub's `admin.json`.
 */
export const hubProof = (adminPassword: string, challenge: string): string =>
  createHmac('sha256', adminPassword)
    .update(`throughline-hub\n${challenge.slice(0, 64)}`)
    .digest('base64url');

export function isHubProof(adminPassword: string, challenge: string, proof: string): boolean {
  const [a, b] = [Buffer.from(proof), Buffer.from(hubProof(adminPassword, challenge))];
  return a.length === b.length && timingSafeEqual(a, b);
}

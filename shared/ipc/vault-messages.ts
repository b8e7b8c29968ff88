import { z } from 'zod';

// What window and shell say to each other about the keys of the data. Only the bytes of a data key and its wrapping pass here.

const dataKey = z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= 32, 'not a key');
/** Base64 of what the key store of the system made of a key. */
const wrapped = z
  .string()
  .min(1)
  .max(4096)
  .regex(/^[A-Za-z0-9+/=]+$/);

/** The requests about keys; only the desktop serves them. Part of `CONTRACT`. */
export const VAULT_CONTRACT = {
  /** `none` where the system has no key store that truly encrypts. */
  'vault.wrap': { request: z.object({ key: dataKey }), response: z.object({ wrapped }).or(z.literal('none')) },
  /** `none` where the key store does not open it. */
  'vault.unwrap': { request: z.object({ wrapped }), response: z.object({ key: dataKey }).or(z.literal('none')) },
} as const;

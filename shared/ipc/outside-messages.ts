import { z } from 'zod';
import { isLinkedId, type LinkedId } from './deep-link';

/** What somebody opened outside of the app, and the app with it. */
export const fromOutside = z.discriminatedUnion('kind', [
  /** A link to a record. It leads to a screen and does nothing else. */
  z.object({ kind: z.literal('link'), record: z.custom<LinkedId>((id) => typeof id === 'string' && isLinkedId(id)) }),
  /** A link that leads nowhere. */
  z.object({ kind: z.literal('no-link') }),
  /** A file that was handed over. Nothing comes in before the person says so. */
  z.object({ kind: z.literal('file'), name: z.string().max(1024), bytes: z.instanceof(Uint8Array) }),
  /** A file that cannot be read, and why. */
  z.object({ kind: z.literal('unreadable'), name: z.string().max(1024), why: z.enum(['gone', 'no file', 'too large', 'refused']) }),
  z.object({ kind: z.literal('nothing') }),
]);

/** The type of `fromOutside`. */
export type FromOutside = z.infer<typeof fromOutside>;

/** The request for it: each thing is given once, the oldest first. The command `outside.arrived` says that there is one. */
export const OUTSIDE_CONTRACT = { 'outside.take': { request: z.object({}), response: fromOutside } } as const;

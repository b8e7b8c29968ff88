import { z } from 'zod';

/** `off`: the app asks nobody whether there is a newer one. */
export const updateChannel = z.enum(['off', 'stable', 'beta']);

const found = { version: z.string().max(64), notes: z.string().max(20_000) };

/** Where an update stands. */
export const updateState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('checking') }),
  z.object({ kind: z.literal('newest'), at: z.number() }),
  z.object({ kind: z.literal('found'), ...found }),
  z.object({ kind: z.literal('downloading'), ...found, percent: z.number() }),
  z.object({ kind: z.literal('ready'), ...found }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);

/** What the settings show of updates. */
export const updateFacts = z.object({
  version: z.string(),
  /** Why this installation does not update itself, fit to show. */
  unavailable: z.string().optional(),
  channel: updateChannel,
  /** Address of the folder that holds the updates. */
  feed: z.string().optional(),
  state: updateState,
});

export type UpdateChannel = z.infer<typeof updateChannel>;
export type UpdateState = z.infer<typeof updateState>;
export type UpdateFacts = z.infer<typeof updateFacts>;

const nothing = z.object({});

/** The requests about updates. Each answers with where they stand afterwards; what takes long is begun, and read again. */
export const UPDATE_CONTRACT = {
  'updates.read': { request: nothing, response: updateFacts },
  'updates.choose': { request: z.object({ channel: updateChannel, feed: z.string().max(2048).optional() }), response: updateFacts },
  'updates.check': { request: nothing, response: updateFacts },
  /** `metered`: the connection is paid by volume, so nothing is fetched. */
  'updates.download': { request: z.object({ metered: z.boolean() }), response: updateFacts },
  'updates.install': { request: nothing, response: updateFacts },
} as const;

import { z } from 'zod';

const count = z.number().int().min(0);
/** A word of the program's own, such as `change-order` or `sign-in`: too short and too plain for anything else. */
const word = z.string().regex(/^[A-Za-z][A-Za-z0-9._-]{0,40}$/);

/** What a window knows of the open workspace: counts, sizes and states. No text of a person fits into it. */
export const windowFacts = z.strictObject({
  language: word,
  screen: z.strictObject({ width: count, height: count, scale: z.number().min(0).max(20) }),
  store: z
    .strictObject({
      records: z.record(word, count),
      entries: count,
      pages: count,
      files: z.strictObject({ count, bytes: count }),
      usage: count.optional(),
      quota: count.optional(),
      persisted: z.boolean(),
      devices: count,
      quarantine: count,
      holes: count,
      unread: count,
    })
    .optional(),
  sync: z
    .strictObject({
      state: word,
      /** Why it waits for a person. */
      attention: word.optional(),
      linked: z.boolean(),
      waiting: count,
      lastContact: count.optional(),
      refused: z.array(word).max(1000),
      sealed: count,
    })
    .optional(),
});

/** The type of `windowFacts`. */
export type WindowFacts = z.infer<typeof windowFacts>;

/** The requests about diagnostics. Only the shell's own bundle is written: a page cannot save other words through this door. */
export const DIAGNOSTICS_CONTRACT = {
  /** Answers with the whole text of the bundle, to be read before it is saved. */
  'diagnostics.collect': { request: z.object({ window: windowFacts }), response: z.string() },
  /** Saves what was collected last for this window, where the person says. */
  'diagnostics.save': { request: z.object({}), response: z.enum(['saved', 'cancelled']) },
} as const;

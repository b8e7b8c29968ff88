import { z } from 'zod';
import type { Have, Json } from '../ledger/entry';

/** Any JSON value. */
export const jsonTree: z.ZodType<Json> = z.custom<Json>(isJson, { error: 'must be plain data' });

/** A map of JSON values. */
export const jsonMap = z.record(z.string(), jsonTree);

/** What an author had before them. */
export const haveTree: z.ZodType<Have> = z.record(
  z.string(),
  z.object({
    tips: z.array(z.object({ seq: z.int().nonnegative(), hash: z.string(), from: z.int().exactOptional() })),
    holes: z.array(z.tuple([z.int(), z.int()])).exactOptional(),
  }),
);

/** What each line was planned at when it was sold: hours, cost and cost an hour in minor units. */
export const frozenLines = z.record(
  z.string(),
  z.object({ hours: z.number().nonnegative(), cost: z.int().exactOptional(), rate: z.int().exactOptional() }),
);

function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson);
}

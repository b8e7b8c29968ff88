import { z } from 'zod';
import { DELIVERABLES, PRE_SALE_TICKETS } from '../records/ticket';

/** Whose the work is, before anybody is named: the people of the deal, or a consultant who is chosen. */
export const OWNER_ROLES = ['AE', 'pre-sales lead', 'PM', 'consultant'] as const;
export type OwnerRole = (typeof OWNER_ROLES)[number];

const line = z.object({
  /** Tells lines apart for good, whatever they are called: the tickets of a deal derive their ids from it. */
  key: z.string().min(1),
  kind: z.enum(PRE_SALE_TICKETS),
  title: z.string().min(1),
  detail: z.string().exactOptional(),
  role: z.enum(OWNER_ROLES),
  /** Days from the start to the day when it is due. */
  day: z.int().min(0).max(999),
  estimateHours: z.number().min(0).exactOptional(),
  expects: z.enum(DELIVERABLES).exactOptional(),
});
/** What is kept of a template in its setting. */
export const templateContent = z.object({ name: z.string().min(1), about: z.string().exactOptional(), lines: z.array(line).readonly() });

/** One piece of pre-sale work as every deal of a kind has it. */
export type TemplateLine = Readonly<z.infer<typeof line>>;

/** The pre-sale work of one type of engagement. */
export interface TicketTemplate {
  /** Stands in the key of the setting; never changes. */
  readonly id: string;
  readonly name: string;
  /** For which deals it is meant. */
  readonly about?: string;
  readonly lines: readonly TemplateLine[];
}

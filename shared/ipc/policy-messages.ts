import { z } from 'zod';
import { policySchema } from '#shared/policy/policy';

/** What the organisation decided, and where that stands; `source` is absent on a computer that nobody manages. */
export const machinePolicy = z.object({ policy: policySchema, source: z.string().optional() });

/** The requests about the policy: served by both shells alike. Part of `CONTRACT`. */
export const POLICY_CONTRACT = { 'policy.read': { request: z.object({}), response: machinePolicy } } as const;

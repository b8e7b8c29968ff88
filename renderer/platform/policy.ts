import type { Policy, PolicyKey } from '#shared/policy/policy';
import type { MachinePolicy, Platform } from './platform';

let current: MachinePolicy = { policy: {} };

/**
 * Asks the shell what the organisation decided. To be called once, before any screen is loaded. Rejects where the shell
 * does not answer: then nothing may be shown, since nobody knows what is allowed.
 */
export async function loadPolicy(platform: Pick<Platform, 'policy'>): Promise<void> {
  current = await platform.policy();
}

/** What the organisation decided for this computer. It changes only when the app is started again. */
export const usePolicy = (): Policy => current.policy;

/** The same outside of a component. */
export const currentPolicy = (): Policy => current.policy;

/** Where the policy stands; undefined on a computer that nobody manages. */
export const policySource = (): string | undefined => current.source;

/** Whether the organisation has decided `key`, so that the person cannot. */
export const isManaged = (key: PolicyKey): boolean => current.policy[key] !== undefined;

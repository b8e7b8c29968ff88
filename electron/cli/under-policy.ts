import type { Policy } from '#shared/policy/policy';
import { type MachinePolicy, policyRefusal } from '../policy';
import type { Outcome } from './outcome';

/** Does what a command is asked for as far as this computer's policy lets it; not at all where that policy is wrong. */
export async function underPolicy(machine: MachinePolicy, work: (policy: Policy) => Promise<Outcome>): Promise<Outcome> {
  if (machine.ok) return work(machine.policy);
  return { out: '', complaint: `Nothing was done: the policy of this computer is wrong.\n${policyRefusal(machine)}`, code: 1 };
}

import { newDeviceId } from '../devices';
import type { RegisteredWorkspace } from '../workspace-registry';

/**
 * A profile folder that was copied, by its mark: what is written in it is written under other ids than in the one it was
 * copied from. The same object where it is the folder that it was. Without a mark (a browser) nothing can be told.
 */
export function onThisProfile(
  listed: RegisteredWorkspace,
  mark: string | undefined,
  random: (bytes: number) => Uint8Array,
): RegisteredWorkspace {
  if (mark === undefined || listed.mark === undefined || listed.mark === mark) return listed;
  return { ...listed, devices: { team: newDeviceId(random), finance: newDeviceId(random) } };
}

import { amendRegistration, register, registeredWorkspace, registeredWorkspaces, type RegisteredWorkspace } from '../workspace-registry';
import { sound, unlisted } from './registration';

type Random = (bytes: number) => Uint8Array;

/** The workspaces of this device, the one opened last first; those too that a damaged list does not know any more. */
export async function listedWorkspaces(random: Random): Promise<readonly RegisteredWorkspace[]> {
  const rows = await registeredWorkspaces();
  const found = await unlisted(new Set(rows.map(({ id }) => id)), random);
  for (const row of found) await register(row);
  return [...rows.map((row) => sound(row, row.id, random)), ...found].sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
}

/** One of them, as much of it as can be read. Ids that had to be minted anew are kept. */
export async function listedWorkspace(id: string, random: Random): Promise<RegisteredWorkspace | undefined> {
  const row = (await registeredWorkspace(id)) ?? (await listedWorkspaces(random)).find((one) => one.id === id);
  if (row === undefined) return undefined;
  const read = sound(row, id, random);
  if (JSON.stringify(read.devices) !== JSON.stringify(row.devices)) await amendRegistration(id, { devices: read.devices });
  return read;
}

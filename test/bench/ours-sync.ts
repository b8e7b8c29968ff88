import { ROLES } from '#shared/records/define-record';
import { createWorkspaceFromServer, removeWorkspace } from '../../renderer/data/session';
import type { ServerLink } from '../../renderer/data/sync-state';
import type { Workspace } from '../../renderer/data/workspace';
import { USER_NAME } from './sync-names';

export const linkTo = (workspace: string): ServerLink => ({
  connection: USER_NAME,
  url: location.origin,
  user: USER_NAME,
  workspace,
  roles: ROLES,
});

export async function discard(workspace: Workspace): Promise<void> {
  await workspace.close();
  await removeWorkspace(workspace.info.id);
}

/** Milliseconds for a new laptop to have all of a workspace: pulled, checked, durable, folded, to be read. */
export async function timeFirstSync(workspace: string, entries: number): Promise<number> {
  const start = performance.now();
  const made = await createWorkspaceFromServer({ name: 'Bench', link: linkTo(workspace) });
  const took = performance.now() - start;
  if (!made.ok) throw new Error(made.error.message);
  const held = (await made.value.health()).entries;
  if (held < entries) throw new Error(`${held} of ${entries} entries came`);
  await discard(made.value);
  return took;
}

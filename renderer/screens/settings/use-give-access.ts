import type { Role } from '#shared/records/define-record';
import type { Person } from '#shared/records/registry';
import { editRecord } from '#shared/records/write';
import { err, ok, type Result } from '#shared/values/result';
import { useWorkspace } from '../../data/live';
import type { ServerLink } from '../../data/sync-state';
import type { Workspace } from '../../data/workspace';
import type { HubAdmin } from '../../platform/hub';
import { platform } from '../../platform/current-platform';
import { newPassword } from './new-user';

interface Access {
  readonly user: string;
  readonly roles: readonly Role[];
  readonly password: 'new' | 'theirs';
}

/** What was given. The password is shown once and kept nowhere. */
export interface Given {
  readonly user: string;
  readonly password: string | undefined;
}

type Problem = { readonly message: string };

/** First the server, then the person's record, so that nobody is said to have access who has none. */
export function useGiveAccess(person: Person, link: ServerLink): (admin: HubAdmin, access: Access) => Promise<Result<Given, Problem>> {
  const workspace = useWorkspace();
  return async (admin, { user, roles, password: which }) => {
    const password = which === 'new' ? newPassword((bytes) => crypto.getRandomValues(new Uint8Array(bytes))) : undefined;
    const done = await told(() =>
      platform.hub.giveAccess({
        admin,
        workspace: link.workspace,
        user: { name: user, roles, ...(password !== undefined && { password }) },
      }),
    );
    if (!done.ok) return done;
    const written = await write(workspace, person, { user, roles });
    return written.ok ? ok({ user, password }) : written;
  };
}

/** Takes the roles of a person away on the server; what they did stays. */
export function useRemoveAccess(person: Person, link: ServerLink): (admin: HubAdmin) => Promise<Result<void, Problem>> {
  const workspace = useWorkspace();
  return async (admin) => {
    const { user: name } = person;
    if (name !== undefined) {
      const done = await told(() => platform.hub.giveAccess({ admin, workspace: link.workspace, user: { name, roles: [] } }));
      if (!done.ok) return done;
    }
    return write(workspace, person, { user: null });
  };
}

async function told(
  ask: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly message: string }>,
): Promise<Result<void, Problem>> {
  try {
    const done = await ask();
    return done.ok ? ok(undefined) : err(done);
  } catch (cause) {
    return err({ message: cause instanceof Error ? cause.message : String(cause) });
  }
}

async function write(
  workspace: Workspace,
  person: Person,
  values: { readonly user: string | null; readonly roles?: readonly Role[] },
): Promise<Result<void, Problem>> {
  const act = values.user === null ? 'person.removeAccess' : 'person.giveAccess';
  const done = await workspace.commit(editRecord('person', person, values, { act }));
  return done.ok || done.error.kind === 'nothing' ? ok(undefined) : err(done.error);
}

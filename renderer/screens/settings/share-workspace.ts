import { membershipsOf } from '#shared/hub/access';
import type { Role } from '#shared/records/define-record';
import { err, ok, type Result } from '#shared/values/result';
import { linkOf } from '../../components/server-link';
import type { Sync, SyncProblem } from '../../data/sync-state';
import type { Hub, HubAdmin } from '../../platform/hub';
import { t } from '#shared/values/texts';

/** Everything that is needed to bring a workspace to a server. */
export interface ShareWish {
  readonly where:
    | { readonly kind: 'here'; readonly network: boolean }
    | { readonly kind: 'server'; readonly url: string; readonly name: string; readonly password: string };
  readonly workspace: string;
  readonly title: string;
  readonly user: { readonly name: string; readonly password: string; readonly roles: readonly Role[] };
  readonly passphrase?: string;
}

export type ShareStep = 'start' | 'set-up' | 'sign-in' | 'join';

/** Starts the server where it is this computer's, makes the workspace there, signs in and links. Safe to try again after a failure. */
export async function shareWorkspace(
  hub: Hub,
  sync: Pick<Sync, 'join'>,
  wish: ShareWish,
  onStep: (step: ShareStep) => void,
): Promise<Result<void, SyncProblem>> {
  onStep('start');
  const admin = await adminOf(hub, wish.where);
  onStep('set-up');
  const { workspace, title, user } = wish;
  const made = await hub.setUp({ admin, workspace, title, user });
  if (!made.ok) return err(made);
  onStep('sign-in');
  const signedIn = await hub.signIn({
    url: made.url,
    user: user.name,
    password: user.password,
    ...(wish.passphrase && { passphrase: wish.passphrase }),
  });
  if (!signedIn.ok) return err(signedIn);
  const membership = membershipsOf(signedIn.roles).find((candidate) => candidate.workspace === workspace);
  if (!membership)
    return err({
      message: t('{{name}} can sign in, but has no role in {{workspace}}. Choose another user name, or ask the server’s administrator.', {
        name: user.name,
        workspace,
      }),
    });
  onStep('join');
  const joined = await sync.join(linkOf(signedIn, membership));
  return joined.ok ? ok(undefined) : joined;
}

async function adminOf(hub: Hub, where: ShareWish['where']): Promise<HubAdmin> {
  if (where.kind === 'server') return { url: where.url, name: where.name, password: where.password };
  const local = await hub.local();
  if (!local.running || local.network !== where.network) await hub.host({ running: true, network: where.network });
  return 'local';
}

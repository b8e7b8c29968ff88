import { membershipsOf } from '#shared/hub/access';
import type { Role } from '#shared/records/define-record';
import { storageProblem } from '../problems';
import type { Attention, ServerLink } from '../sync-state';
import { HubFailure } from './asking';
import type { Whoami } from './ports';
import { t } from '#shared/values/texts';

/**
 * What to do after a failure. `back-off`: try again by itself. `roles`: they changed; go on with these. `stop`: only a person
 * can help; nothing is asked until they did. `slow`: a person must help, and may do so elsewhere: look now and then.
 */
export type Verdict =
  | { readonly kind: 'back-off' }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] }
  | { readonly kind: 'stop' | 'slow'; readonly attention: Attention };

/** Judges a failure; asks the server who this is, where that decides. */
export async function judge(cause: unknown, link: ServerLink, whoami: Whoami): Promise<Verdict> {
  if (!(cause instanceof HubFailure)) return hopeless(cause);
  if (cause.kind === 'locked') return { kind: 'stop', attention: LOCKED };
  if (cause.kind === 'missing') return { kind: 'slow', attention: notSetUp(link) };
  if (cause.kind === 'signed-out' || cause.kind === 'forbidden') return judgePerson(cause, link, whoami);
  return { kind: 'back-off' };
}

/** What to do where judging itself failed. */
export const hopeless = (cause: unknown): Verdict => ({ kind: 'slow', attention: ofThisDevice(cause) });

async function judgePerson(cause: HubFailure, link: ServerLink, whoami: Whoami): Promise<Verdict> {
  const who = await whoami(link.connection);
  if (!who.ok) {
    if (who.kind === 'unreachable') return { kind: 'back-off' };
    return {
      kind: 'stop',
      attention: signIn(link, cause.code === 'signed_out' ? undefined : who.kind === 'failed' ? cause.message : who.message),
    };
  }
  if (cause.kind === 'signed-out')
    return { kind: 'stop', attention: signIn(link, cause.code === 'signed_out' ? undefined : cause.message) };
  const roles = rolesIn(link, who.roles);
  if (roles.length > 0 && !sameRoles(roles, link.roles)) return { kind: 'roles', roles };
  return { kind: 'slow', attention: notAMember(link) };
}

/** The roles that these roles of a server give in the workspace. */
export const rolesIn = ({ workspace }: ServerLink, serverRoles: readonly string[]): readonly Role[] =>
  membershipsOf(serverRoles).find((membership) => membership.workspace === workspace)?.roles ?? [];

export const sameRoles = (a: readonly Role[], b: readonly Role[]): boolean => a.length === b.length && a.every((role) => b.includes(role));

const LOCKED: Attention = {
  kind: 'locked',
  message: t('The password for the server is locked on this device.'),
  advice: t('Unlock it with your passphrase. What you do meanwhile is kept here and sent afterwards.'),
};

/** Without a reason: this computer forgot the password, which is nobody's doing. */
const signIn = ({ user }: ServerLink, reason: string | undefined): Attention => ({
  kind: 'sign-in',
  message:
    reason === undefined
      ? t('This computer is not signed in as {{user}} any more.', { user })
      : t('The server does not let {{user}} in: {{reason}}', { user, reason }),
  advice: t('Sign in again. What you do meanwhile is kept here and sent afterwards.'),
});

export const notAMember = ({ user, workspace }: ServerLink): Attention => ({
  kind: 'not-a-member',
  message: t('{{user}} is not, or no longer, a member of {{workspace}} on this server.', { user, workspace }),
  advice: t('Ask whoever keeps the users there. Nothing here is lost; it is sent once you belong to the workspace again.'),
});

const notSetUp = ({ workspace }: ServerLink): Attention => ({
  kind: 'not-set-up',
  message: t('The server has no complete workspace named {{workspace}}.', { workspace }),
  advice: t('Ask whoever runs the server to set the workspace up again. This device then fills it with all that it holds.'),
});

function ofThisDevice(cause: unknown): Attention {
  const problem = storageProblem(cause);
  if (problem !== undefined) return { kind: 'storage', message: problem.message, advice: problem.advice };
  return {
    kind: 'storage',
    message: t('Sync stopped by an error: {{value}}', { value: cause instanceof Error ? cause.message : String(cause) }),
    advice: t('It tries again by itself. If this stays, export the workspace (Settings → Data) and tell us.'),
  };
}

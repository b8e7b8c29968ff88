import { databaseOf } from '#shared/hub/protocol';
import type { ServerLink } from '../sync-state';
import { HubFailure, jsonOf, openAsking } from './asking';
import { DEFAULT_PACE, type SyncPorts } from './ports';
import { judge, notAMember } from './stops';
import { t } from '#shared/values/texts';

/** Why this workspace cannot be linked there, in words fit to show; nothing where it can. Nothing was changed. */
export async function preflight(
  link: ServerLink,
  { client, whoami, pace }: Pick<SyncPorts, 'client' | 'whoami' | 'pace'>,
): Promise<string | undefined> {
  if (link.roles.length === 0) return `${notAMember(link).message} ${notAMember(link).advice}`;
  const ask = openAsking(client(link), { ...DEFAULT_PACE, ...pace }, new AbortController().signal);
  try {
    jsonOf(await ask.get(databaseOf(link.workspace, 'team')));
    return undefined;
  } catch (cause) {
    const verdict = await judge(cause, link, whoami);
    if ('attention' in verdict) return `${verdict.attention.message} ${verdict.attention.advice}`;
    return verdict.kind === 'roles' ? undefined : unreachable(link, cause);
  }
}

const unreachable = ({ url }: ServerLink, cause: unknown): string =>
  cause instanceof HubFailure && cause.kind !== 'unreachable'
    ? t('{{url}} does not answer as it should: {{message}} Try again in a while.', { url, message: cause.message })
    : t('{{url}} cannot be reached. Check the connection and try again.', { url });

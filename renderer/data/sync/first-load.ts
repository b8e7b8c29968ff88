import { databaseOf, DESIGN_ID } from '#shared/hub/protocol';
import { titleOf } from '#shared/hub/provisioning';
import type { ServerLink, Sync, SyncState } from '../sync-state';
import type { LongWork } from '../workspace';
import { HubFailure, jsonOf, openAsking } from './asking';
import { DEFAULT_PACE, type HubClient } from './ports';
import { t } from '#shared/values/texts';

/** What the workspace is called there; nothing where the server does not say, or not now. */
export async function titleThere(link: ServerLink, client: HubClient): Promise<string | undefined> {
  const ask = openAsking(client, DEFAULT_PACE, new AbortController().signal);
  try {
    return titleOf(jsonOf(await ask.get(`${databaseOf(link.workspace, 'team')}/${DESIGN_ID}`)));
  } catch (cause) {
    // It is only a name, which the person can change; the load that follows says what is wrong.
    if (cause instanceof HubFailure) return undefined;
    throw cause;
  }
}

/** Resolves when all of it is here, or with the reason why that cannot be. Rejects where it was called off. */
export function firstLoad(sync: Sync, { onProgress, signal }: LongWork): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      leave();
      signal?.removeEventListener('abort', stop);
      settle();
    };
    const stop = (): void => end(() => reject(signal?.reason as Error));
    const look = (): void => {
      const { state } = sync.get();
      if (state.kind === 'syncing' && state.progress) onProgress?.(state.progress);
      const refusal = refusalOf(state);
      if (refusal !== undefined) end(() => resolve(refusal));
      else if (isHere(state)) end(() => resolve(undefined));
    };
    const leave = sync.subscribe(look);
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    else look();
  });
}

/** What stands in the way of a load; the rest a person can settle afterwards. */
const BARS: readonly string[] = ['sign-in', 'locked', 'not-a-member', 'not-set-up', 'storage'];

function refusalOf(state: SyncState): string | undefined {
  if (state.kind === 'waiting' && state.paused !== undefined) return PAUSED;
  if (state.kind !== 'attention' || !BARS.includes(state.attention.kind)) return undefined;
  return `${state.attention.message} ${state.attention.advice}`;
}

const PAUSED = t('Sync holds because of the connection or the battery of this device (Settings → Sync). Let it go on, then try again.');

const isHere = ({ kind }: SyncState): boolean => kind === 'synced' || kind === 'waiting' || kind === 'attention';

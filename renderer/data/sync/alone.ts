import type { Sync, SyncFacts } from '../sync-state';
import { observed } from '../observable';
import { t } from '#shared/values/texts';

export const ALONE: SyncFacts = { state: { kind: 'alone' }, waiting: 0, refused: [], sealed: [] };

/** Sync where there is nobody to sync with: a workspace that is not kept, or is still being opened. */
export function aloneSync(): Sync {
  const facts = observed(ALONE);
  const problem = { ok: false, error: { message: t('This workspace cannot be linked to a server.') } } as const;
  return {
    get: facts.get,
    subscribe: facts.subscribe,
    now: async () => undefined,
    pause: () => undefined,
    resume: () => undefined,
    pauseWhen: observed({ metered: true, battery: true }),
    setPauseWhen: () => undefined,
    isUnsent: () => false,
    unsentRecords: () => [],
    unsentEntries: () => [],
    handedInBy: () => undefined,
    join: async () => problem,
    signedIn: async () => undefined,
    withdraw: async () => problem,
    tryAgain: async () => undefined,
    refusedContent: async () => undefined,
    bundleOf: async () => new Blob([]),
    mayLeave: () => ({ ok: true }),
    sealedFile: async () => new Blob([]),
    dropSealed: async () => undefined,
  };
}

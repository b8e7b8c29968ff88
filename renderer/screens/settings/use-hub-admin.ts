import { useState } from 'react';
import { useLocalHub } from '../../components/use-hub';
import type { ServerLink } from '../../data/sync-state';
import type { HubAdmin, LocalHub } from '../../platform/hub';
import type { AdminDraft } from './AdminFields';

/** Who acts on the server of this workspace. */
export interface HubAdminChoice {
  /** True where this computer holds the keys itself: nobody has to be asked. */
  readonly own: boolean;
  readonly draft: AdminDraft;
  change(part: Partial<AdminDraft>): void;
  /** Undefined while something is missing. */
  readonly admin: HubAdmin | undefined;
  readonly local: LocalHub | undefined;
}

/** Asks for the administrator of a foreign server each time, and keeps nothing of it. */
export function useHubAdmin(link: ServerLink): HubAdminChoice {
  const { local } = useLocalHub();
  const [draft, setDraft] = useState<AdminDraft>({ url: link.url, name: '', password: '' });
  const own = isOwnHub(local, link.url);
  const complete = draft.name.trim() !== '' && draft.password !== '';
  return {
    own,
    draft,
    change: (part) => setDraft((was) => ({ ...was, ...part })),
    admin: own ? 'local' : complete ? draft : undefined,
    local,
  };
}

/** Whether the address is that of the server which runs on this computer. */
export function isOwnHub(local: LocalHub | undefined, url: string): boolean {
  if (!local?.running || !local.url || !URL.canParse(url)) return false;
  return [local.url, ...local.addresses].some((address) => URL.canParse(address) && new URL(address).origin === new URL(url).origin);
}

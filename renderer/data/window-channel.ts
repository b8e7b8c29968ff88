import type { DeviceId, LedgerName } from '#shared/ledger/entry';
import type { Id } from '#shared/records/define-record';
import type { SyncNews } from './sync/window-asks';
import type { ServerLink } from './sync-state';

/** What a window tells the others that have the same workspace open. Never content: they read it from disk. */
export type WindowNews =
  | { readonly kind: 'pages'; readonly ledger: LedgerName; readonly ids: readonly string[] }
  | { readonly kind: 'folded'; readonly ledger: LedgerName; readonly page: string; readonly removed: readonly string[] }
  | { readonly kind: 'person'; readonly person: Id<'person'> }
  | { readonly kind: 'renamed'; readonly name: string }
  | { readonly kind: 'devices'; readonly devices: Readonly<Record<LedgerName, DeviceId>> }
  | { readonly kind: 'linked'; readonly link: ServerLink }
  /** A ledger left this device. */
  | { readonly kind: 'forgotten'; readonly ledger: LedgerName }
  | { readonly kind: 'file'; readonly ledger: LedgerName; readonly id: string }
  | SyncNews
  | { readonly kind: 'removed' };

export interface WindowChannel {
  tell(news: WindowNews): void;
  close(): void;
}

/** Opens the channel between the windows of a workspace. A window does not hear itself. */
export function openWindowChannel(workspace: string, heard: (news: WindowNews) => void): WindowChannel {
  const channel = new BroadcastChannel(`throughline/${workspace}`);
  channel.onmessage = ({ data }: MessageEvent<WindowNews>) => heard(data);
  return { tell: (news) => channel.postMessage(news), close: () => channel.close() };
}

import type { WindowFacts } from '#shared/ipc/diagnostics-messages';
import { RECORD_TYPES } from '#shared/records/registry';
import { spokenLanguage } from '#shared/values/texts';
import type { SyncFacts } from '../../data/sync-state';
import type { Workspace } from '../../data/workspace';

/** What this window knows that helps to find a fault: counts, sizes and states, no word of a record. */
export async function windowFactsOf(workspace: Workspace, sync: SyncFacts): Promise<WindowFacts> {
  return {
    language: spokenLanguage(),
    screen: { width: window.innerWidth, height: window.innerHeight, scale: window.devicePixelRatio },
    store: await storeFacts(workspace),
    sync: syncFacts(sync),
  };
}

async function storeFacts(workspace: Workspace): Promise<NonNullable<WindowFacts['store']>> {
  const { entries, pages, files, usage, quota, persisted, devices, quarantine, holes, unread } = await workspace.health();
  return {
    records: Object.fromEntries(RECORD_TYPES.map((type) => [type, workspace.records.all(type).length])),
    entries,
    pages,
    files: { count: files.count, bytes: files.bytes },
    ...(usage === undefined ? {} : { usage }),
    ...(quota === undefined ? {} : { quota }),
    persisted,
    devices: devices.length,
    quarantine: quarantine.length,
    holes: holes.length,
    unread,
  };
}

function syncFacts({ state, link, waiting, lastContact, refused, sealed }: SyncFacts): NonNullable<WindowFacts['sync']> {
  return {
    state: state.kind,
    ...(state.kind === 'attention' ? { attention: state.attention.kind } : {}),
    linked: link !== undefined,
    waiting,
    ...(lastContact === undefined ? {} : { lastContact: Math.round(lastContact) }),
    refused: refused.slice(0, 1000).map(({ act }) => act),
    sealed: sealed.length,
  };
}

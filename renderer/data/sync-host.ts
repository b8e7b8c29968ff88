import type { DeviceId, Entry, LedgerName } from '#shared/ledger/entry';
import { ok } from '#shared/values/result';
import type { Writer } from './commit';
import type { LedgerStore } from './ledger-store';
import type { OpenLedger } from './open-ledger';
import { overwriteRemoved } from './overwrite-removed';
import type { ReaderNews } from './reader-news';
import type { SyncHost } from './sync/host';
import type { WindowChannel } from './window-channel';

type Given = Omit<SyncHost, 'commitOwn' | 'commitOn' | 'quietly' | 'forgetLedger'>;

/** What putting a host together takes beside what it hands on. */
interface Made {
  readonly writer: Writer;
  readonly news: ReaderNews;
  readonly store: LedgerStore;
  /** What is undone next follows from the ledger: read anew. */
  readonly restoreUndo: () => Promise<void>;
  /** Forgets what is kept beside the pages of a ledger: the snapshot, and names of groups. */
  readonly forgetBeside: (ledger: LedgerName) => Promise<void>;
}

/** The open workspace as sync sees it. */
export function syncHostOf(given: Given, { writer, news, store, restoreUndo, forgetBeside }: Made): SyncHost {
  return {
    ...given,
    commitOwn: (commands) => writer.commitOwn(commands),
    commitOn: async (ledger, make) => {
      const written = await writer.commitOn(ledger, make);
      if (!written.ok) return written;
      await restoreUndo();
      return ok<readonly Entry[]>(written.value.entries);
    },
    quietly: async (work) => (await news.quietly(work)).result,
    forgetLedger: async (ledger) => {
      await forgetLedger(ledger, given.ledgers[ledger], store, given.channel);
      await forgetBeside(ledger);
      await overwriteRemoved();
      await restoreUndo();
    },
  };
}

async function forgetLedger(name: LedgerName, ledger: OpenLedger, { files }: LedgerStore, channel: WindowChannel): Promise<void> {
  await ledger.forget();
  await files[name].remove(await files[name].ids());
  channel.tell({ kind: 'forgotten', ledger: name });
}

/** New ids for the devices among these whose entries came from elsewhere; nothing where there are none. */
export function renewed(
  devices: Readonly<Record<LedgerName, DeviceId>>,
  arrived: ReadonlySet<DeviceId>,
  mint: () => DeviceId,
): Readonly<Record<LedgerName, DeviceId>> | undefined {
  if (!arrived.has(devices.team) && !arrived.has(devices.finance)) return undefined;
  return { team: arrived.has(devices.team) ? mint() : devices.team, finance: arrived.has(devices.finance) ? mint() : devices.finance };
}

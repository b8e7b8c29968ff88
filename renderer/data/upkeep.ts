import type { LedgerName } from '#shared/ledger/entry';
import { foldPages, type Page } from '#shared/ledger/page';
import { whenIdle } from './breathe';
import { firstScreenOf, type FirstScreen } from './first-screen';
import { LEDGERS } from './ledger-store';
import { placeOfPage, type OpenLedger } from './open-ledger';
import type { ReadModel } from './read-model';
import type { SideTables } from './side-database';
import { saveSnapshot } from './snapshot';
import { ifLockIsFree } from './window-lock';
import type { WriteLease } from './write-lease';
import type { WindowChannel } from './window-channel';

export interface UpkeepParts {
  readonly workspace: string;
  readonly lease: WriteLease;
  readonly ledgers: Readonly<Record<LedgerName, OpenLedger>>;
  readonly model: ReadModel;
  readonly side: SideTables;
  readonly keepFirstScreen: (screen: FirstScreen) => Promise<void>;
  readonly channel: WindowChannel;
  /** Something went wrong that costs nothing but speed. */
  readonly failed: (cause: unknown) => void;
}

/** What is done when the app is idle. None of it is needed for correctness. */
export interface Upkeep {
  /** Says that `entries` more are in the ledger than the snapshot holds. */
  note(entries: number): void;
  /** Puts runs of small pages into full ones. Gives the number of pages saved. */
  foldPages(): Promise<number>;
  saveSnapshot(): Promise<boolean>;
  close(): Promise<void>;
}

const QUIET_MS = 3_000;
/** Small pages that are worth the work of folding them. */
const SMALL_PAGES = 32;
/** Entries that are replayed at a start without being felt. */
const TAIL = 400;

export function openUpkeep(parts: UpkeepParts): Upkeep {
  let tail = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopIdle: (() => void) | undefined;
  let running: Promise<void> = Promise.resolve();

  const snapshot = async (): Promise<boolean> => {
    const version = parts.model.version();
    const saved = await ifLockIsFree(`throughline/${parts.workspace}/snapshot`, () =>
      saveSnapshot(
        parts.side,
        parts.ledgers,
        () => parts.model.version() === version && LEDGERS.every((name) => parts.ledgers[name].isSettled),
      ),
    );
    if (saved !== true) return false;
    tail = 0;
    await parts.keepFirstScreen(firstScreenOf(parts.model));
    return true;
  };
  const run = async (): Promise<void> => {
    if (tail >= Math.max(TAIL, parts.model.size / 50)) await snapshot();
    else await parts.keepFirstScreen(firstScreenOf(parts.model));
    if (smallPages(parts) >= SMALL_PAGES) await foldAll(parts);
  };

  return {
    note: (entries) => {
      tail += entries;
      clearTimeout(timer);
      timer = setTimeout(() => {
        stopIdle = whenIdle(() => {
          running = run().catch(parts.failed);
        });
      }, QUIET_MS);
    },
    foldPages: () => foldAll(parts),
    saveSnapshot: snapshot,
    close: async () => {
      clearTimeout(timer);
      stopIdle?.();
      await running;
    },
  };
}

/** Pages that typing left behind. One that was folded grows with the next folding until it holds this many entries. */
const GROWN = 100;
const isSmall = (id: string): boolean => {
  const { first, last } = placeOfPage(id);
  return last - first + 1 < GROWN;
};

const smallPages = ({ ledgers }: UpkeepParts): number => LEDGERS.flatMap((name) => ledgers[name].index.pages.filter(isSmall)).length;

/**
 * Under the writer's lock: first the full page is inserted, then the small ones are removed, never one that has just
 * been written. A crash in between leaves entries on two pages, which the fold does not mind (law 1).
 */
async function foldAll({ lease, ledgers, channel }: UpkeepParts): Promise<number> {
  let saved = 0;
  await lease.write(async () => {
    for (const ledger of Object.values(ledgers)) {
      const small = await ledger.shelf.read((await ledger.shelf.ids()).filter(isSmall));
      const { insert, remove } = foldPages(small.map(({ id, entries }) => ({ id, text: entries })));
      if (remove.length === 0) continue;
      await ledger.keep(insert.map(({ id, text }) => ({ id, entries: text })));
      await ledger.shelf.remove(remove);
      for (const folding of into(insert, remove)) {
        ledger.pagesWereFolded(folding.page, folding.removed);
        channel.tell({ kind: 'folded', ledger: ledger.name, ...folding });
      }
      saved += remove.length - insert.length;
    }
  });
  return saved;
}

/** Which of the removed pages went into which of the new ones. */
function into(insert: readonly Page[], remove: readonly string[]): { readonly page: string; readonly removed: string[] }[] {
  return insert.map(({ id }) => {
    const { device, first, last } = placeOfPage(id);
    const within = (page: string): boolean => {
      const place = placeOfPage(page);
      return place.device === device && place.first <= last && place.last >= first;
    };
    return { page: id, removed: remove.filter(within) };
  });
}

import type { Entry, EntryId, LedgerName } from '#shared/ledger/entry';
import type { Observable } from '../observable';
import type { PauseWhen, RefusedEntry, SealedBundle, ServerLink } from '../sync-state';
import type { ReadBatch } from './read-batch';

/** One request to a server. */
export interface HubRequest {
  readonly method: 'GET' | 'POST';
  /** Below the connection: `halden-team/_changes?since=0`. */
  readonly path: string;
  /** JSON text. */
  readonly body?: string;
  /** Aborted: nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** From when on the answer is given up as lost. */
  readonly timeoutMs: number;
}

/** What came back, whatever it is: JSON is read by whoever expects it. */
export interface HubAnswer {
  readonly status: number;
  readonly text: string;
}

/** The way to one server. Rejects where no answer came, whole: no network, too late, called off. */
export interface HubClient {
  request(request: HubRequest): Promise<HubAnswer>;
}

/** Time and chance. Nothing in the engine asks the platform for either. */
export interface SyncTime {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms`, or as soon as the signal is aborted. Never rejects. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** At least 0, below 1. */
  random(): number;
}

/** Where answers are checked: in a worker in the app, on the same thread in tests. */
export interface BatchReader {
  /** Throws `HubFailure` where the answer is none. */
  read(text: string): Promise<ReadBatch>;
  close(): void;
}

/** Who the server says this is. Fits the shell's `Hub.whoAmI`. */
export type Whoami = (connection: string) => Promise<
  | { readonly ok: true; readonly url: string; readonly user: string; readonly roles: readonly string[] }
  | {
      readonly ok: false;
      readonly kind: 'unreachable' | 'wrong-password' | 'locked-out' | 'not-a-server' | 'insecure' | 'not-allowed' | 'taken' | 'failed';
      readonly message: string;
    }
>;

/** How this device is connected and powered, as far as the browser tells. */
export interface PowerFacts {
  /** The connection is paid by volume, or the person asked to save data. */
  readonly metered: boolean;
  /** Running on a battery that is below a fifth. */
  readonly lowBattery: boolean;
}

/** A document of a server that could not be used, or only in part. */
export interface OddDocument {
  readonly ledger: LedgerName;
  /** Its id, as far as it has a sane one. */
  readonly id: string;
  readonly reason: string;
  readonly foundAt: number;
}

/** A refused entry, with the ledger it came from and what it said. */
export interface RefusedRow extends RefusedEntry {
  readonly content: Entry;
  /** The server takes nothing so large, whoever sends it. */
  readonly tooLarge?: true;
}

export interface SealedRow extends SealedBundle {
  readonly file: Blob;
}

/**
 * What sync keeps on this device beside the ledger. `memory` holds hints by name, of which none is relied on; the rest is
 * what would be lost with the row: what refused entries said, and sealed bundles.
 */
export interface SyncShelf {
  hint(name: string): Promise<unknown>;
  keepHint(name: string, value: unknown): Promise<void>;
  forgetHints(prefix: string): Promise<void>;
  refused(): Promise<readonly RefusedRow[]>;
  keepRefused(rows: readonly RefusedRow[]): Promise<void>;
  forgetRefused(entries: readonly EntryId[]): Promise<void>;
  sealed(): Promise<readonly SealedRow[]>;
  keepSealed(row: SealedRow): Promise<void>;
  forgetSealed(id: string): Promise<void>;
}

/** When to hold by itself, kept on this device for all workspaces. */
export interface PauseSetting extends Observable<PauseWhen> {
  set(when: PauseWhen): void;
}

/** Everything about the world that sync needs to be given. */
export interface SyncPorts {
  readonly client: (link: ServerLink) => HubClient;
  readonly whoami: Whoami;
  readonly time: SyncTime;
  readonly shelf: SyncShelf;
  readonly power: Observable<PowerFacts>;
  readonly pauseWhen: PauseSetting;
  /** Where answers are checked; absent: on this thread. */
  readonly reader?: () => BatchReader;
  /** Changes how patient it is; absent: as in `DEFAULT_PACE`. */
  readonly pace?: Partial<Pace>;
}

/** How often, how long, how much at once. All times in milliseconds. */
export interface Pace {
  /** A server answers a wake-up request after so long at the latest. */
  readonly wakeUp: number;
  /** A wake-up request that did not end after so long is dead. */
  readonly watchdog: number;
  /** Any other request that did not end after so long is lost. */
  readonly patience: number;
  /** What one types together is pushed together. */
  readonly debounce: number;
  /** Ids are compared at least so often. */
  readonly compare: number;
  readonly firstBackOff: number;
  readonly longestBackOff: number;
  /** Databases without a wake-up request of their own are asked no more often. */
  readonly others: number;
  /** Ids asked for in one request of a comparison. */
  readonly listed: number;
  /** Bytes that one request of a pull is meant to bring. */
  readonly pulledBytes: number;
}

export const DEFAULT_PACE: Pace = {
  wakeUp: 25_000,
  watchdog: 40_000,
  patience: 60_000,
  debounce: 50,
  compare: 30 * 60_000,
  others: 1_000,
  firstBackOff: 1_000,
  longestBackOff: 5 * 60_000,
  listed: 5_000,
  pulledBytes: 2 * 1024 * 1024,
};

import type { EntryId } from '#shared/ledger/entry';
import type { Credentials } from './signed-in-client';

/** What one thread of clients is told at its start. */
export interface CrewOrders {
  readonly clients: readonly Credentials[];
  readonly workspace: string;
  /** Commits a second, each client. */
  readonly rate: number;
}

/** What the driver says to a crew. */
export type ToCrew =
  | { readonly kind: 'begin' }
  | { readonly kind: 'stop' }
  /** Do all of you hold these? */
  | { readonly kind: 'check'; readonly entries: readonly EntryId[] }
  | { readonly kind: 'end' };

/** What a crew answers. */
export type FromCrew =
  | { readonly kind: 'ready' }
  | { readonly kind: 'stopped'; readonly committed: readonly EntryId[]; readonly failed: readonly string[] }
  /** How many of them are missing at the client that misses most, and how many of a crew's own the server has not taken. */
  | { readonly kind: 'checked'; readonly missing: number; readonly unsent: number }
  | { readonly kind: 'ended'; readonly delays: Float64Array; readonly answers: readonly (readonly [status: number, times: number])[] };

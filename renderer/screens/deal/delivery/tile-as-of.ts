import { instantOfAt } from '#shared/ledger/clock';
import type { Entry } from '#shared/ledger/entry';
import type { SyncFacts } from '../../../data/sync-state';

/** Of each record of a deal the instant at which it was last written, from the deal's history. */
export function lastWritten(history: readonly Entry[]): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  for (const { at, edits } of history) {
    for (const { record } of edits) if ((written.get(record) ?? '') < at) written.set(record, at);
  }
  return written;
}

/** The instant of the newest of these records; undefined where none of them is in the history. */
export function newestOf(written: ReadonlyMap<string, string>, records: Iterable<string>): string | undefined {
  let newest = '';
  for (const record of records) {
    const at = written.get(record) ?? '';
    if (at > newest) newest = at;
  }
  return newest === '' ? undefined : instantOfAt(newest);
}

/** How far what others wrote has come here. `alone`: there are no others. */
export type Reach =
  | { readonly kind: 'alone' }
  | { readonly kind: 'current'; readonly at: number | undefined }
  | { readonly kind: 'behind'; readonly at: number | undefined };

/** Since when this device may miss what others wrote; `at` in milliseconds since 1970, undefined where it never met the server. */
export function reachOf({ state, lastContact }: Pick<SyncFacts, 'state' | 'lastContact'>): Reach {
  switch (state.kind) {
    case 'alone':
      return { kind: 'alone' };
    case 'synced':
      return { kind: 'current', at: state.at };
    case 'syncing':
      return { kind: 'current', at: lastContact };
    case 'waiting':
      return { kind: state.paused ? 'behind' : 'current', at: lastContact };
    case 'offline':
    case 'attention':
      return { kind: 'behind', at: lastContact };
  }
}

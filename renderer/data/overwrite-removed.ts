import { Dexie } from 'dexie';
import { storageProblem } from './problems';

const NAME = 'throughline-filler';
/** Larger values are kept as files of their own, not in the log that has to be pushed on. */
const ROW_BYTES = 48 * 1024;
const ROWS_AT_ONCE = 40;
const FILLER_BYTES = 32 * 1024 * 1024;

/**
 * What was removed from a browser's database stays readable in its files until the browser clears them up, which may take
 * days. Filler that is written and dropped makes it do so now: 24 MB were enough in Chromium, in a third of a second.
 * Needed where somebody may no longer have what was removed.
 */
export async function overwriteRemoved(): Promise<void> {
  if (globalThis.indexedDB === undefined) return;
  const database = new Dexie(NAME);
  database.version(1).stores({ rows: '++' });
  try {
    for (let written = 0; written < FILLER_BYTES; written += ROWS_AT_ONCE * ROW_BYTES)
      await database.table('rows').bulkAdd(Array.from({ length: ROWS_AT_ONCE }, () => crypto.getRandomValues(new Uint8Array(ROW_BYTES))));
  } catch (cause) {
    // No room for filler: then the browser clears up in its own time. What was removed is removed all the same.
    if (storageProblem(cause) === undefined) throw cause;
  } finally {
    await database.delete();
  }
}

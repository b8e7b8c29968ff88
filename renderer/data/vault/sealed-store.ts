import type { LedgerName } from '#shared/ledger/entry';
import { LEDGERS, type LedgerStore, type Shelf, type StoredFile, type StoredPage } from '../ledger-store';
import { resealShelf, sealedShelf, type SealedShelfParts } from './sealed-shelf';
import type { Vault } from './vault';

/** The same store, on which every page and every file lies sealed. */
export function sealedStore({ pages, files, close }: LedgerStore, workspace: string, vault: Vault): LedgerStore {
  const page = (ledger: LedgerName): Shelf<StoredPage> => sealedShelf(pages[ledger], pagesUnder(vault, workspace, ledger));
  const file = (ledger: LedgerName): Shelf<StoredFile> => sealedShelf(files[ledger], filesUnder(vault, workspace, ledger));
  return { pages: { team: page('team'), finance: page('finance') }, files: { team: file('team'), finance: file('finance') }, close };
}

/** Seals under the key in use whatever of a store is not. `done` hears of every few documents. */
export async function resealStore(
  { pages, files }: LedgerStore,
  workspace: string,
  vault: Vault,
  done: (documents: number) => void,
): Promise<void> {
  for (const ledger of LEDGERS) {
    await resealShelf(pages[ledger], pagesUnder(vault, workspace, ledger), done);
    await resealShelf(files[ledger], filesUnder(vault, workspace, ledger), done);
  }
}

const pagesUnder = (vault: Vault, workspace: string, ledger: LedgerName): SealedShelfParts<'entries'> => ({
  vault,
  place: `${workspace}/pages/${ledger}`,
  field: 'entries',
});
const filesUnder = (vault: Vault, workspace: string, ledger: LedgerName): SealedShelfParts<'body'> => ({
  vault,
  place: `${workspace}/files/${ledger}`,
  field: 'body',
});

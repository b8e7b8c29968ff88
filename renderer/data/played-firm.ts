import type { LedgerName } from '#shared/ledger/entry';
import type { Id } from '#shared/records/define-record';
import type { StoredPage } from './ledger-store';

/** The sample firm as pages, ready to be kept. */
export interface PlayedFirm {
  readonly name: string;
  readonly me: Id<'person'>;
  readonly pages: Readonly<Record<LedgerName, readonly StoredPage[]>>;
}

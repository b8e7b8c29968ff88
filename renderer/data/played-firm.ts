import type { LedgerName } from '#shared/ledger/entry';
import type { Id } from '#shared/records/define-record';
import type { StoredPage } from './ledger-store';

/** The sample firm as pages, ready to be kept. */
export interface PlayedFirm {
  readonly name: string;
  readonly me: Id<'person'>;
  readonly pages: Readonly<Record<LedgerName, readonly StoredPage[]>>;
  /** Papers that its moments keep. */
  readonly files: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
}

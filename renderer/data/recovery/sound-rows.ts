import type { LedgerName } from '#shared/ledger/entry';
import { isJsonObject } from '#shared/ledger/json-check';
import type { FileTextRow } from '../file-texts';
import type { RefusedRow, SealedRow } from '../sync/ports';

// What lies beside the entries may be damaged like anything else. A row that is not what was written is as good as none.

export const isLedger = (name: unknown): name is LedgerName => name === 'team' || name === 'finance';

export function isRefused(row: Partial<RefusedRow>): row is RefusedRow {
  const { content } = row;
  return typeof row.entry === 'string' && typeof row.at === 'string' && isLedger(row.ledger) && Array.isArray(content?.edits);
}

export function isSealed({ id, name, ledger, entries, sealedAt, file }: Partial<SealedRow>): boolean {
  const isNumbered = Number.isSafeInteger(entries) && typeof sealedAt === 'number';
  return typeof id === 'string' && typeof name === 'string' && isLedger(ledger) && isNumbered && file instanceof Blob;
}

export function isFileText({ file, reading, parts }: Partial<FileTextRow>): boolean {
  if (typeof file !== 'string' || typeof reading !== 'number' || !Array.isArray(parts)) return false;
  return parts.every((part: unknown) => isJsonObject(part) && typeof part['text'] === 'string' && typeof part['name'] === 'string');
}

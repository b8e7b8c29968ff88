import { deviceOf, isStub, seqOf, type DeviceId, type EntryId, type LedgerItem } from '#shared/ledger/entry';
import { redactItems } from '#shared/ledger/redact';
import { withoutWithdrawn } from '#shared/ledger/withdrawn';
import type { OpenLedger } from '../open-ledger';

/** Consecutive sequence numbers of one device. */
interface Stretch {
  readonly device: DeviceId;
  readonly first: number;
  last: number;
}

/** What lies on the disk under these ids, withdrawals and redactions applied. What cannot be read is left out. */
export async function contentsOf(ids: readonly EntryId[], ledger: OpenLedger): Promise<Map<EntryId, LedgerItem>> {
  const wanted = new Set(ids);
  const pages = new Set(stretchesOf(ids).flatMap(({ device, first, last }) => ledger.pagesOfRun(device, first, last)));
  const [withdrawals, redactions] = [ledger.fold.withdrawals(), ledger.fold.redactions()];
  const contents = new Map<EntryId, LedgerItem>();
  for (const { items } of await ledger.itemsOf([...pages])) {
    for (const item of redactItems(withoutWithdrawn(items, withdrawals), redactions)) {
      const known = contents.get(item.id);
      if (wanted.has(item.id) && (known === undefined || isStub(known))) contents.set(item.id, item);
    }
  }
  return contents;
}

function stretchesOf(ids: readonly EntryId[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const id of ids.toSorted()) {
    const before = stretches.at(-1);
    const [device, seq] = [deviceOf(id), seqOf(id)];
    if (before?.device === device && seq <= before.last + 1) before.last = seq;
    else stretches.push({ device, first: seq, last: seq });
  }
  return stretches;
}

import { deviceOf, entryIdOf, entryPlace, isEntry, isStub, seqOf, type EntryId, type Have, type LedgerItem } from './entry';
import { hashEntry } from './hash';
import { idsWithin } from './have';
import { parseItem } from './parse-entry';
import { withdrawnAmong } from './withdrawn';

/** One thing that does not hold in a chain. */
export interface ChainProblem {
  readonly tag: 'altered' | 'missing' | 'cut' | 'inserted';
  /** The entry that does not hold, or `device.seq` of one that is not there. */
  readonly entry: EntryId;
  readonly message: string;
}

/**
 * LAW 6, verifiability: altering, dropping or inserting one byte of one entry is found and the entry named; cutting a
 * tail, or adding one, is found against known tips (`expected`). This proves that the record is whole, not who wrote it.
 *
 * Problems come in chain order, device by device. Stubs hold their place in a chain, but do not count as the entry where
 * `expected` says that it was there.
 */
export function verifyChain(raws: readonly unknown[], expected?: Have): readonly ChainProblem[] {
  const items = new Map<EntryId, LedgerItem>();
  const problems: ChainProblem[] = [];
  for (const raw of raws) {
    const parsed = parseItem(raw);
    if (!parsed.ok) problems.push({ tag: 'altered', entry: parsed.error.id ?? 'an entry without an id', message: parsed.error.reason });
    else if (!items.has(parsed.value.id) || !isStub(parsed.value)) items.set(parsed.value.id, parsed.value);
  }
  problems.push(...brokenLinks(items), ...(expected ? notAsExpected(items, expected) : []));
  return problems.toSorted((a, b) => (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0));
}

/** The full hash of an item, as the next one names it. */
export const fullHashOf = (item: LedgerItem): string => (isStub(item) ? item.hash : hashEntry(item).hash);

function brokenLinks(items: ReadonlyMap<EntryId, LedgerItem>): readonly ChainProblem[] {
  const problems: ChainProblem[] = [];
  for (const item of items.values()) {
    const seq = seqOf(item.id);
    if (seq === 1) continue;
    const before = items.get(entryIdOf(deviceOf(item.id), seq - 1, item.prev));
    if (before && fullHashOf(before) === item.prev) continue;
    problems.push({
      tag: 'missing',
      entry: item.id,
      message: `the entry before it, ${entryPlace(deviceOf(item.id), seq - 1)}, is not there`,
    });
  }
  return problems;
}

function notAsExpected(items: ReadonlyMap<EntryId, LedgerItem>, expected: Have): readonly ChainProblem[] {
  const problems: ChainProblem[] = [];
  for (const [device, { tips }] of Object.entries(expected)) {
    for (const { seq, hash } of tips) {
      const tip = items.get(entryIdOf(device, seq, hash));
      if (!tip || fullHashOf(tip) !== hash) {
        problems.push({ tag: 'cut', entry: entryIdOf(device, seq, hash), message: 'the last entry of its chain is not there' });
      }
    }
  }
  const within = idsWithin(expected, items);
  const explained = explainedStubs(items);
  for (const item of items.values()) {
    if (!within.has(item.id) && !isStub(item))
      problems.push({ tag: 'inserted', entry: item.id, message: 'it is in no chain that the header names' });
    if (within.has(item.id) && isStub(item) && !explained.has(item.id)) {
      problems.push({ tag: 'missing', entry: item.id, message: 'only its place in the chain is there, not its content' });
    }
  }
  return problems;
}

function explainedStubs(items: ReadonlyMap<EntryId, LedgerItem>): ReadonlySet<EntryId> {
  const explained = new Set(withdrawnAmong([...items.values()]));
  for (const item of items.values()) {
    if (!isEntry(item) || explained.has(item.id)) continue;
    for (const { entry } of item.redacts ?? []) explained.add(entry);
  }
  return explained;
}

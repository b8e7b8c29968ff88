import { isStub, type Have, type LedgerItem, type LedgerName } from '../ledger/entry';
import { parseItem } from '../ledger/parse-entry';
import { verifyChain } from '../ledger/verify-chain';
import { withdrawnAmong } from '../ledger/withdrawn';
import { EVIDENCE_FORMAT, readWorkspaceFile, type WorkspaceHeader, type WorkspaceLine } from './bundle';

/** The first thing in a workspace file that does not hold. */
export interface BrokenLine {
  readonly line: number;
  /** The entry that it is, where it still says so. */
  readonly entry?: string;
  readonly reason: string;
}

export type VerifiedFile =
  | {
      readonly ok: true;
      readonly name: string;
      readonly entries: number;
      /** Entries of which the file only tells their place, because it holds a part of the workspace. */
      readonly leftOut: number;
      readonly devices: number;
      readonly files: number;
    }
  | ({ readonly ok: false } & BrokenLine);

interface LedgerLines {
  readonly raws: unknown[];
  readonly lineOf: Map<string, number>;
}

/**
 * LAW 6 for a whole file: an altered, dropped, inserted or moved byte anywhere is found, and the first entry that does not
 * hold is named. Each line is read strictly, each entry is held against its id, each chain against the tips in the header,
 * each file against its name, and everything against the seal. This proves that the file is whole, not who wrote it.
 * `heard` is told every line as it is read, for what else may be proved by them.
 */
export async function verifyWorkspaceFile(
  pieces: Iterable<string> | AsyncIterable<string>,
  heard: (line: WorkspaceLine) => void = () => undefined,
): Promise<VerifiedFile> {
  const ledgers = new Map<LedgerName, LedgerLines>();
  let header: WorkspaceHeader | undefined;
  let seal: Extract<WorkspaceLine, { kind: 'seal' }> | undefined;
  let manifest: number | undefined;
  let files = 0;
  let last = 0;
  for await (const read of readWorkspaceFile(pieces)) {
    last = read.line;
    heard(read);
    if (manifest !== undefined && read.kind !== 'seal' && read.kind !== 'problem')
      return broken({ line: last, reason: 'something stands between what is to be proved and the seal' });
    if (read.kind === 'problem') return broken(read);
    if (read.kind === 'header') header = read.header;
    else if (read.kind === 'file') files += 1;
    else if (read.kind === 'seal') seal = read;
    else if (read.kind === 'manifest') manifest = read.line;
    else {
      const wrong = noteItem(read, ledgers, files);
      if (wrong) return broken(wrong);
    }
  }
  if (!header) return broken({ line: 1, reason: 'the file is empty' });
  const isEvidence = header.format === EVIDENCE_FORMAT;
  if (isEvidence !== (manifest !== undefined))
    return broken({
      line: manifest ?? last,
      reason: isEvidence ? 'it does not say what is to be proved' : 'only evidence says what it proves',
    });
  const chain = firstBrokenChain(header, ledgers, last);
  if (chain) return broken(chain);
  if (!seal) return broken({ line: last, reason: 'the end of the file is missing: the seal that closes it is not there' });
  if (!seal.holds)
    return broken({ line: seal.line, reason: 'the seal does not hold: something that is not an entry was altered, a name for example' });
  const [entries, leftOut] = countsOf([...ledgers.values()]);
  const devices = Object.values(header.ledgers).reduce((sum, have) => sum + Object.keys(have).length, 0);
  return { ok: true, name: header.name, entries, leftOut, devices, files };
}

/** Entries, those that their authors took back among them, and stubs in whose place an entry belongs. */
function countsOf(ledgers: readonly LedgerLines[]): readonly [entries: number, leftOut: number] {
  let [entries, leftOut] = [0, 0];
  for (const { raws } of ledgers) {
    const items = raws as readonly LedgerItem[];
    const withdrawn = withdrawnAmong(items);
    const out = items.filter((item) => isStub(item) && !withdrawn.has(item.id)).length;
    leftOut += out;
    entries += items.length - out;
  }
  return [entries, leftOut];
}

const broken = ({ line, entry, reason }: BrokenLine): VerifiedFile => ({
  ok: false,
  line,
  ...(entry === undefined ? {} : { entry }),
  reason,
});

function noteItem(
  read: Extract<WorkspaceLine, { kind: 'item' }>,
  ledgers: Map<LedgerName, LedgerLines>,
  files: number,
): BrokenLine | undefined {
  const parsed = parseItem(read.raw);
  if (!parsed.ok)
    return { line: read.line, ...(parsed.error.id === undefined ? {} : { entry: parsed.error.id }), reason: parsed.error.reason };
  const { id } = parsed.value;
  if (files > 0) return { line: read.line, entry: id, reason: 'an entry stands among the files' };
  const ledger = ledgers.get(read.ledger) ?? { raws: [], lineOf: new Map<string, number>() };
  const before = ledger.lineOf.get(id);
  if (before !== undefined) return { line: read.line, entry: id, reason: `it stands on line ${before} already` };
  ledger.raws.push(read.raw);
  ledger.lineOf.set(id, read.line);
  ledgers.set(read.ledger, ledger);
  return undefined;
}

/** The first in the order of the file; what is not there at all is named where the file ends. */
function firstBrokenChain(header: WorkspaceHeader, ledgers: ReadonlyMap<LedgerName, LedgerLines>, last: number): BrokenLine | undefined {
  const names = new Set([...ledgers.keys(), ...(Object.keys(header.ledgers) as LedgerName[])]);
  const problems = [...names].flatMap((name) => {
    const { raws, lineOf } = ledgers.get(name) ?? { raws: [], lineOf: new Map<string, number>() };
    const have: Have = header.ledgers[name] ?? {};
    return verifyChain(raws, have)
      .filter(({ tag, entry }) => tag !== 'missing' || !beginsRun(have, entry))
      .map(({ tag, entry, message }) => ({ tag, line: lineOf.get(entry) ?? last, entry, reason: message }));
  });
  // Below a gap or a cut no entry hangs on its tip any more: the gap is what does not hold.
  const causes = problems.filter(({ tag }) => tag !== 'inserted');
  return (causes.length > 0 ? causes : problems).toSorted((a, b) => a.line - b.line)[0];
}

/** Where the header itself says that a run begins in the middle of a chain, what is before it is known to be missing. */
function beginsRun(have: Have, entry: string): boolean {
  const [device = '', seq] = entry.split('.');
  return Object.hasOwn(have, device) && (have[device]?.tips ?? []).some(({ from }) => from !== undefined && from === Number(seq));
}

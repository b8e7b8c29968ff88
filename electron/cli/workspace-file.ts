import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { EVIDENCE_FORMAT, readWorkspaceFile, writeWorkspaceFile, type BundledFile } from '#shared/exchange/bundle';
import { verifyWorkspaceFile } from '#shared/exchange/verify-bundle';
import { appendEntries, type ChainTip } from '#shared/ledger/chain';
import type { Command } from '#shared/ledger/command';
import type { LedgerItem, LedgerName, RecordId } from '#shared/ledger/entry';
import { foldAll, type Fold } from '#shared/ledger/fold';
import { parseChange } from '#shared/records/parse';
import type { Records } from '#shared/records/records';
import { recordsFrom } from '#shared/records/records-from';
import { kindOf } from '#shared/records/registry';
import { err, ok, type Result } from '#shared/values/result';

/** A workspace file in memory: what the command line reads, adds to and writes back. */
export interface HeldWorkspace {
  readonly name: string;
  readonly items: ReadonlyMap<LedgerName, readonly LedgerItem[]>;
  readonly files: ReadonlyMap<string, BundledFile>;
}

export const emptyWorkspace = (name: string): HeldWorkspace => ({ name, items: new Map(), files: new Map() });

/** Reads a workspace file that verifies; one that does not is named, and never built upon. */
export async function readWorkspace(path: string): Promise<Result<HeldWorkspace, string>> {
  const verified = await verifyWorkspaceFile(textOf(path));
  if (!verified.ok) return err(`${path} does not hold: line ${verified.line}, ${verified.reason}.`);
  const items = new Map<LedgerName, LedgerItem[]>();
  const files = new Map<string, BundledFile>();
  for await (const read of readWorkspaceFile(textOf(path))) {
    if (read.kind === 'header' && read.header.format === EVIDENCE_FORMAT) return err(`${path} is evidence: nothing is added to it.`);
    if (read.kind === 'file') files.set(read.file.id, read.file);
    if (read.kind === 'item') heldBy(items, read.ledger).push(read.raw as LedgerItem);
  }
  return ok({ name: verified.name, items, files });
}

function heldBy(items: Map<LedgerName, LedgerItem[]>, ledger: LedgerName): LedgerItem[] {
  const held = items.get(ledger) ?? [];
  items.set(ledger, held);
  return held;
}

/** The text of a file, piece by piece. */
export const textOf = (path: string): AsyncIterable<string> => createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>;

/** The records of the team's ledger as they are now. */
export function recordsIn(workspace: HeldWorkspace): Records {
  return recordsFrom(foldAll(workspace.items.get('team') ?? [], kindOf).records());
}

export interface Author {
  readonly by: RecordId;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The workspace after `commands`, written by a device of its own: a file may be copied, and a chain must never fork. */
export function withCommands(workspace: HeldWorkspace, commands: readonly Command[], { by, now }: Author): Result<HeldWorkspace, string> {
  const before = workspace.items.get('team') ?? [];
  const fold = foldAll(before, kindOf);
  const device = randomBytes(8).toString('hex');
  const random = (count: number) => new Uint8Array(randomBytes(count));
  const added: LedgerItem[] = [];
  let tip: ChainTip | undefined;
  for (const command of commands) {
    const problem = refusal(command, fold);
    if (problem !== undefined) return err(problem);
    const appended = appendEntries(tip, command, { device, by, now, random, fold });
    if (!appended.ok) return err(appended.error.message);
    fold.add(appended.value.entries);
    added.push(...appended.value.entries);
    tip = appended.value.tip;
  }
  return ok({ ...workspace, items: new Map([...workspace.items, ['team', [...before, ...added]]]) });
}

/** The same door that the app's commit has: a change that is not valid never becomes an entry. */
function refusal({ changes }: Command, fold: Fold): string | undefined {
  for (const change of changes) {
    const parsed = parseChange(change, fold.get(change.record) ? 'edit' : 'create');
    if (!parsed.ok) return `${change.record}: ${parsed.error.map(({ message }) => message).join('; ')}`;
  }
  return undefined;
}

export const withFiles = (workspace: HeldWorkspace, files: readonly BundledFile[]): HeldWorkspace => ({
  ...workspace,
  files: new Map([...workspace.files, ...files.map((file) => [file.id, file] as const)]),
});

/** Writes beside the target and then takes its place, so that a failure half-way leaves what was there. */
export async function saveWorkspace(path: string, { name, items, files }: HeldWorkspace): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  const handle = await open(draft, 'w');
  try {
    const ledgers = [...items].map(([ledger, held]) => ({ ledger, items: held, have: foldAll(held, kindOf).have() }));
    for await (const piece of writeWorkspaceFile({ name, ledgers, files: files.values() })) await handle.write(piece);
    await handle.sync();
    await handle.close();
    await rename(draft, path);
  } catch (thrown) {
    await handle.close();
    await rm(draft, { force: true });
    throw thrown;
  }
}

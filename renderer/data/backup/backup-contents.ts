import { z } from 'zod';
import { fromBase64, toBase64 } from '#shared/exchange/base64';
import { WORKSPACE_FILE_TYPE } from '#shared/exchange/bundle';
import { ROLES } from '#shared/records/define-record';
import { workspaceLinesOf, type ExportSource } from '../export-file';
import type { GroupRow } from '../side-database';
import type { RefusedRow, SealedRow } from '../sync/ports';
import { isGroup } from '../undo-groups';
import type { LongWork } from '../workspace';

const group = z.looseObject({ id: z.string(), ledger: z.enum(['team', 'finance']), device: z.string() });
const refused = z.looseObject({ entry: z.string(), ledger: z.enum(['team', 'finance']) });
const sealed = z.object({
  id: z.string(),
  name: z.string(),
  ledger: z.enum(['team', 'finance']),
  entries: z.number().int(),
  sealedAt: z.number(),
  base64: z.string(),
});
const link = z.object({
  connection: z.string(),
  url: z.string(),
  user: z.string(),
  workspace: z.string(),
  roles: z.array(z.enum(ROLES)).readonly(),
});

/** What a backup holds beside the entries and files: the first line of what is sealed. */
const beside = z.object({
  beside: z.literal(1),
  workspace: z.string().min(1).max(64),
  name: z.string(),
  sample: z.boolean(),
  createdAt: z.string(),
  me: z.string(),
  link: link.optional(),
  /** Names of imports and what else is taken back together. */
  groups: z.array(group).readonly(),
  /** What refused entries said, and what was sealed when a role was lost. */
  refused: z.array(refused).readonly(),
  sealed: z.array(sealed).readonly(),
  /** How this window looks, by key. */
  looks: z.record(z.string(), z.string()),
});

export type Beside = z.infer<typeof beside>;

/** What is kept on this device of a workspace, as a backup takes it. */
export interface BackupSource {
  readonly entries: ExportSource;
  readonly beside: () => Promise<Omit<Beside, 'beside'>>;
}

/** What was written, to be found again when it is read back. */
export interface Written {
  /** Entries and places of entries. */
  items: number;
  files: number;
}

/** All of it as text, line by line: what stands beside the ledger, then the workspace as one file. Counts in `written`. */
export async function* backupLines({ entries, beside: rest }: BackupSource, written: Written, work: LongWork = {}): AsyncGenerator<string> {
  const first: Beside = { beside: 1, ...(await rest()) };
  yield `${JSON.stringify(first)}\n`;
  for await (const line of workspaceLinesOf(entries, work)) {
    if (line.startsWith('{"file":')) written.files += 1;
    else if (ITEM.test(line)) written.items += 1;
    else if (STUBS.test(line)) written.items += (JSON.parse(line) as { stubs: { hashes: readonly unknown[] } }).stubs.hashes.length;
    yield line;
  }
}

const ITEM = /^\{"ledger":"[a-z]+","item":/u;
const STUBS = /^\{"ledger":"[a-z]+","stubs":/u;

/** The longest first line: names of imports, refused entries. */
const LONGEST = 64 * 1024 * 1024;

/** What stands beside the ledger, and the pieces of the workspace file after it. Undefined where it makes no sense. */
export async function splitBackup(
  pieces: AsyncIterator<string>,
): Promise<{ readonly beside: Beside; readonly rest: AsyncIterable<string> } | undefined> {
  let held = '';
  for (let end = -1; end < 0; end = held.indexOf('\n')) {
    const next = await pieces.next();
    if (next.done || held.length > LONGEST) return undefined;
    held += next.value;
  }
  const end = held.indexOf('\n');
  const parsed = besideOf(held.slice(0, end));
  return parsed && { beside: parsed, rest: following(held.slice(end + 1), pieces) };
}

async function* following(first: string, pieces: AsyncIterator<string>): AsyncGenerator<string> {
  yield first;
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
}

function besideOf(line: string): Beside | undefined {
  try {
    return beside.safeParse(JSON.parse(line)).data;
  } catch {
    // Not JSON: the caller says that the backup makes no sense.
    return undefined;
  }
}

/** Rows as they are in the side database; what is not one is left out. */
export const groupsOf = ({ groups }: Beside): readonly GroupRow[] =>
  groups.map((row) => row as unknown as Partial<GroupRow>).filter((row): row is GroupRow => isGroup(row));

export async function sealedForBackup(rows: readonly SealedRow[]): Promise<Beside['sealed']> {
  const bytesOf = async (file: Blob): Promise<string> => toBase64(new Uint8Array(await file.arrayBuffer()));
  return Promise.all(rows.map(async ({ file, ...row }) => ({ ...row, base64: await bytesOf(file) })));
}

export const sealedOf = ({ sealed: rows }: Beside): readonly SealedRow[] =>
  rows.flatMap(({ base64, ...row }) => {
    const bytes = fromBase64(base64);
    return bytes.ok ? [{ ...row, file: new Blob([bytes.value as Uint8Array<ArrayBuffer>], { type: WORKSPACE_FILE_TYPE }) }] : [];
  });

export const refusedOf = ({ refused: rows }: Beside): readonly RefusedRow[] => rows as unknown as readonly RefusedRow[];

/** Text as bytes, in pieces large enough to be worth compressing. */
export async function* asBytes(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let [held, length]: [string[], number] = [[], 0];
  for await (const line of lines) {
    held.push(line);
    length += line.length;
    if (length < 256 * 1024) continue;
    yield encoder.encode(held.join(''));
    [held, length] = [[], 0];
  }
  yield encoder.encode(held.join(''));
}

export async function* asText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

import { z } from 'zod';
import { fileText } from '../exchange/file-text/file-text';
import type { TextPart } from '../exchange/file-text/text-part';
import type { BundledFile, WorkspaceLine } from '../exchange/bundle';
import { verifyWorkspaceFile, type BrokenLine, type VerifiedFile } from '../exchange/verify-bundle';
import { isRedacted, type Entry } from '../ledger/entry';
import { t } from '../values/texts';

const place = { start: z.int().min(0), words: z.string().min(1) };

/** Words of a record, and the entry in which they were written. */
const recordQuote = z.strictObject({ record: z.string(), entry: z.string(), field: z.string(), ...place });
/** Words of a file, and the part of it in which they stand. */
const fileQuote = z.strictObject({ record: z.string(), file: z.string(), part: z.string(), ...place });

/** What an evidence file says that it proves. Every statement in it is checked against the entries and files beside it. */
export const evidenceManifest = z.strictObject({
  v: z.literal(1),
  about: z.string(),
  madeAt: z.string(),
  madeBy: z.string(),
  claim: z.strictObject({ text: z.string(), verdict: z.string(), reason: z.string(), overruled: z.string().optional() }).optional(),
  quotes: z.array(z.union([recordQuote, fileQuote])),
  /** The records of the trace, in its order, and which led to which, by their places in the list. */
  trace: z.strictObject({ records: z.array(z.string()), links: z.array(z.tuple([z.int().min(0), z.int().min(0)])) }).optional(),
  /** The last entry of every chain that was known when it was made. */
  chains: z.array(z.strictObject({ device: z.string(), seq: z.int().min(1), hash: z.string() })),
  /** The report for people that belongs to it. */
  pdf: z.strictObject({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/u) }),
});

export type EvidenceManifest = z.infer<typeof evidenceManifest>;
export type EvidenceQuote = EvidenceManifest['quotes'][number];

export type VerifiedEvidence =
  (Extract<VerifiedFile, { ok: true }> & { readonly evidence?: EvidenceManifest }) | Extract<VerifiedFile, { ok: false }>;

/** What was read of a file, to check the manifest against. */
interface Heard {
  readonly entries: Map<string, Entry>;
  readonly files: Map<string, BundledFile>;
  manifest?: { readonly line: number; readonly raw: unknown };
  seal?: number;
}

/**
 * A workspace file as `verifyWorkspaceFile` checks it; and of an evidence file besides, that every quote really stands where the
 * manifest says: in the entry, whose hash proves its words, or in the file, which is read again.
 */
export async function verifyEvidenceFile(pieces: Iterable<string> | AsyncIterable<string>): Promise<VerifiedEvidence> {
  const heard: Heard = { entries: new Map(), files: new Map() };
  const verified = await verifyWorkspaceFile(pieces, (line) => hear(line, heard));
  const isSealAlone = !verified.ok && verified.line === heard.seal;
  if (heard.manifest === undefined || (!verified.ok && !isSealAlone)) return verified;
  // A seal that does not hold says that something was altered; the manifest may say what.
  const wrong = await problemOf(heard.manifest, heard);
  if (wrong) return { ok: false, ...wrong };
  if (!verified.ok) return { ...verified, reason: t('the seal does not hold: something that is neither an entry nor a quote was altered') };
  return { ...verified, evidence: heard.manifest.raw as EvidenceManifest };
}

function hear(line: WorkspaceLine, heard: Heard): void {
  if (line.kind === 'file') heard.files.set(line.file.id, line.file);
  else if (line.kind === 'manifest') heard.manifest = { line: line.line, raw: line.manifest };
  else if (line.kind === 'seal') heard.seal = line.line;
  else if (line.kind === 'item' && isEntryLike(line.raw)) heard.entries.set(line.raw.id, line.raw);
}

/** Only what `verifyWorkspaceFile` has found whole is used. */
const isEntryLike = (raw: unknown): raw is Entry => typeof raw === 'object' && raw !== null && 'edits' in raw && 'id' in raw;

async function problemOf({ line, raw }: { readonly line: number; readonly raw: unknown }, heard: Heard): Promise<BrokenLine | undefined> {
  const parsed = evidenceManifest.safeParse(raw);
  if (!parsed.success) return { line, reason: t('what is to be proved is not written as it was') };
  const read = new Map<string, readonly TextPart[]>();
  for (const [at, quote] of parsed.data.quotes.entries()) {
    const problem = 'entry' in quote ? inEntry(quote, heard) : await inFile(quote, heard, read);
    if (problem === undefined) continue;
    return {
      line,
      ...('entry' in quote && { entry: quote.entry }),
      reason: t('quote {{at}}, “{{words}}”, {{problem}}', { at: at + 1, words: opening(quote.words), problem }),
    };
  }
  const { records, links } = parsed.data.trace ?? { records: [], links: [] };
  if (links.flat().some((link) => link >= records.length)) return { line, reason: t('the trace links what is not in it') };
  return undefined;
}

type RecordQuote = Extract<EvidenceQuote, { readonly entry: string }>;
type FileQuote = Extract<EvidenceQuote, { readonly file: string }>;

function inEntry({ entry, record, field, start, words }: RecordQuote, { entries }: Heard): string | undefined {
  const edit = entries.get(entry)?.edits.find((one) => one.record === record);
  if (edit === undefined) return t('names the entry {{entry}}, which is not in the file or does not write {{record}}', { entry, record });
  if (isRedacted(edit)) return t('stands in words that were left out of the file or erased');
  const text = edit.set[field];
  return typeof text === 'string' && standsIn(text, start, words) ? undefined : t('does not stand at that place of {{record}}', { record });
}

async function inFile(
  { file, part, start, words }: FileQuote,
  { files }: Heard,
  read: Map<string, readonly TextPart[]>,
): Promise<string | undefined> {
  const held = files.get(file);
  if (held === undefined) return t('names the file {{file}}, which is not there', { file });
  const parts = read.get(file) ?? (await fileText(held));
  read.set(file, parts);
  const found = parts.find(({ name, text }) => name === part && standsIn(text, start, words));
  return found ? undefined : t('does not stand at that place of {{name}}', { name: held.name });
}

const standsIn = (text: string, start: number, words: string): boolean => text.slice(start, start + words.length) === words;

const opening = (words: string): string => (words.length <= 60 ? words : `${words.slice(0, 60)}…`);

/** Where words of a record were written: the newest entry that has them, at the place that is nearest to the one given. */
export function quoteIn(entries: readonly Entry[], record: string, words: string, near = 0): EvidenceQuote | undefined {
  for (const entry of entries.toReversed()) {
    const edit = entry.edits.find((one) => one.record === record);
    if (edit === undefined || isRedacted(edit)) continue;
    for (const [field, text] of Object.entries(edit.set)) {
      const start = typeof text === 'string' ? nearest(text, words, near) : undefined;
      if (start !== undefined) return { record, entry: entry.id, field, start, words };
    }
  }
  return undefined;
}

/** The same in the parts of a file. */
export function quoteInFile(parts: readonly TextPart[], record: string, file: string, words: string, near = 0): EvidenceQuote | undefined {
  for (const { name, text } of parts) {
    const start = nearest(text, words, near);
    if (start !== undefined) return { record, file, part: name, start, words };
  }
  return undefined;
}

function nearest(text: string, words: string, near: number): number | undefined {
  if (text.startsWith(words, near)) return near;
  const found = text.indexOf(words);
  return found < 0 ? undefined : found;
}

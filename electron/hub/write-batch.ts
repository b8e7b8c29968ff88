import { randomUUID } from 'node:crypto';
import { collectLeaves, revExists, type RevisionTree } from 'pouchdb-merge';
import { printDocument, type Revisions, type SentDocument } from './document-text';
import type { JsonText } from './json-text';
import type { Pouch, Stored, WriteRow } from './level-store';
import { isDatabaseAdmin, NOT_ADMIN, type Security, type User } from './security';
import { checkDesign, type Proposal, type Refusal, type Validation } from './validation';
import { Problem } from './problem';

/** One line of the answer to a batch, as CouchDB words it. */
export type BatchRow =
  | { readonly ok: true; readonly id: string; readonly rev: string }
  | { readonly id: string; readonly rev?: string; readonly error: string; readonly reason: string };

/** Everything that decides about a batch. */
export interface Batch {
  readonly documents: readonly SentDocument[];
  /** False for a replicator: the documents bring their revisions, and nothing is a conflict. */
  readonly newEdits: boolean;
  readonly user: User;
  readonly security: Security;
  readonly database: string;
  readonly validation: () => Validation;
  /** Judges documents that functions of design documents do not: users. */
  readonly check?: ((proposal: Proposal) => Refusal | undefined) | undefined;
}

export type Step =
  | { readonly tag: 'write'; readonly id: string; readonly document: SentDocument; readonly proposal: Proposal | undefined }
  | { readonly tag: 'row'; readonly row: BatchRow }
  /** A revision that is here already: a replicator repeats itself. */
  | { readonly tag: 'known' };

/** A batch of which is decided what may be written. */
export interface Plan {
  readonly batch: Batch;
  readonly steps: readonly Step[];
}

/** What came of a batch: its answer, and the ids that were written. */
export interface Written {
  readonly rows: readonly BatchRow[];
  readonly wrote: readonly string[];
}

/** Decides as CouchDB does, for each document alone. Throws a `Problem` where the batch as a whole is none. */
export async function planBatch(pouch: Pouch, batch: Batch): Promise<Plan> {
  const steps: Step[] = [];
  for (const document of batch.documents) steps.push(await plan(pouch, batch, document));
  return { batch, steps: judge(batch, steps) };
}

/**
 * Writes what was planned, as one durable write. The plans agree in `newEdits` and have no id in common, and nobody
 * has written since they were made.
 */
export async function writePlans(pouch: Pouch, plans: readonly Plan[]): Promise<readonly Written[]> {
  const newEdits = plans[0]?.batch.newEdits ?? true;
  const writes = plans.map(({ steps }) => steps.filter((step) => step.tag === 'write'));
  const results = [...(await pouch.bulkDocs(writes.flat().map(storedOf), { new_edits: newEdits }))];
  return plans.map(({ steps }, index) => {
    const own = writes[index] ?? [];
    if (newEdits) return interactive(steps, own, results.splice(0, own.length));
    // What a replicator brought is answered only where it failed.
    const ids = new Set(own.map(({ id }) => id));
    const failed = results.filter(({ id }) => ids.has(id)).map((result) => rowOf(result, result.id));
    return { rows: [...refusals(steps), ...failed], wrote: [...ids] };
  });
}

function interactive(steps: readonly Step[], writes: readonly { readonly id: string }[], results: readonly WriteRow[]): Written {
  const answered = results.map((result, index) => rowOf(result, writes[index]?.id ?? result.id));
  return { rows: inOrder(steps, answered), wrote: answered.flatMap((row) => ('ok' in row ? [row.id] : [])) };
}

const refusals = (steps: readonly Step[]): BatchRow[] => steps.flatMap((step) => (step.tag === 'row' ? [step.row] : []));

/** The rows of the writes, back among the refused ones. */
function inOrder(steps: readonly Step[], answered: readonly BatchRow[]): BatchRow[] {
  const rest = [...answered];
  return steps.flatMap((step) => {
    if (step.tag === 'row') return [step.row];
    const row = step.tag === 'write' ? rest.shift() : undefined;
    return row ? [row] : [];
  });
}

async function plan(pouch: Pouch, batch: Batch, document: SentDocument): Promise<Step> {
  const id = document.id ?? randomUUID().replaceAll('-', '');
  if (id.startsWith('_local/')) return { tag: 'write', id, document, proposal: undefined };
  const tree = await treeOf(pouch, id);
  if (!batch.newEdits) return planReplicated(pouch, id, document, tree);
  const base = baseOf(tree, document.rev);
  if (base === 'conflict') return { tag: 'row', row: { id, ...CONFLICT } };
  const ids = document.rev === undefined ? [] : [hashOf(document.rev)];
  const revisions = { start: numberOf(document.rev), ids };
  return { tag: 'write', id, document, proposal: await proposalOf(pouch, id, document, document.rev, revisions, base) };
}

const CONFLICT = { error: 'conflict', reason: 'Document update conflict.' } as const;

async function planReplicated(pouch: Pouch, id: string, document: SentDocument, tree: RevisionTree | undefined): Promise<Step> {
  const revisions =
    document.revisions ?? (document.rev === undefined ? undefined : { start: numberOf(document.rev), ids: [hashOf(document.rev)] });
  if (revisions === undefined || revisions.ids.length === 0) {
    throw new Problem(400, 'bad_request', 'When `new_edits: false`, the document needs `_rev` or `_revisions` specified');
  }
  const [rev = '', ...ancestors] = revisions.ids.map((hash, index) => `${revisions.start - index}-${hash}`);
  if (tree && revExists(tree, rev)) return { tag: 'known' };
  const base = tree ? await nearest(pouch, id, ancestors) : undefined;
  const sent = { ...document, rev, revisions };
  return { tag: 'write', id, document: sent, proposal: await proposalOf(pouch, id, sent, rev, revisions, base) };
}

/** The revision that an ordinary write is over; undefined for a first one. */
function baseOf(tree: RevisionTree | undefined, rev: string | undefined): string | 'conflict' | undefined {
  if (!tree) return rev === undefined ? undefined : 'conflict';
  const leaves = collectLeaves(tree);
  if (rev !== undefined) return leaves.some((leaf) => leaf.rev === rev) ? rev : 'conflict';
  return leaves.every((leaf) => leaf.opts.deleted === true) ? undefined : 'conflict';
}

async function nearest(pouch: Pouch, id: string, ancestors: readonly string[]): Promise<string | undefined> {
  for (const rev of ancestors) if (await stored(pouch, id, rev)) return rev;
  return undefined;
}

async function proposalOf(
  pouch: Pouch,
  id: string,
  document: SentDocument,
  rev: string | undefined,
  revisions: Revisions,
  base: string | undefined,
): Promise<Proposal> {
  const facts = { _id: id, _rev: rev, ...(document.deleted && { _deleted: true }), _revisions: revisions };
  const old = base === undefined ? undefined : await stored(pouch, id, base);
  return { newDoc: printDocument(facts, document.text), oldDoc: old && printStored(old) };
}

/** Design documents are the administrators' and are not judged by functions; neither are local ones. */
function judge(batch: Batch, steps: readonly Step[]): readonly Step[] {
  const early = steps.map((step) => (step.tag === 'write' && step.id.startsWith('_design/') ? judgeDesign(batch, step) : step));
  const ordinary = early.filter((step) => step.tag === 'write' && step.proposal !== undefined && !step.id.startsWith('_design/'));
  const proposals = ordinary.flatMap((step) => (step.tag === 'write' && step.proposal ? [step.proposal] : []));
  const userCtx = JSON.stringify({ db: batch.database, name: batch.user.name, roles: batch.user.roles });
  const verdicts = batch.validation().judge(proposals, userCtx, JSON.stringify(batch.security));
  const refused = new Map<Step, Refusal>();
  for (const [index, step] of ordinary.entries()) {
    const proposal = proposals[index];
    const verdict = verdicts[index] ?? (proposal && batch.check?.(proposal));
    if (verdict) refused.set(step, verdict);
  }
  return early.map((step) => refuse(step, refused.get(step), batch.newEdits));
}

function judgeDesign(batch: Batch, step: Extract<Step, { tag: 'write' }>): Step {
  if (!isDatabaseAdmin(batch.user, batch.security)) {
    const error = batch.user.name === null ? 'unauthorized' : 'forbidden';
    return refuse(step, { error, reason: NOT_ADMIN }, batch.newEdits);
  }
  try {
    if (!step.document.deleted) checkDesign(`{${step.document.text}}`);
    return step;
  } catch (error) {
    if (error instanceof Problem) return refuse(step, error, batch.newEdits);
    throw error;
  }
}

function refuse(step: Step, refusal: Refusal | undefined, newEdits: boolean): Step {
  if (!refusal || step.tag !== 'write') return step;
  const rev = newEdits ? undefined : step.document.rev;
  return { tag: 'row', row: { id: step.id, ...(rev !== undefined && { rev }), error: refusal.error, reason: refusal.reason } };
}

const storedOf = ({ id, document }: Extract<Step, { tag: 'write' }>): Stored => ({
  _id: id,
  ...(document.rev !== undefined && { _rev: document.rev }),
  ...(document.revisions !== undefined && { _revisions: document.revisions }),
  ...(document.deleted && { _deleted: true }),
  text: document.text,
});

function rowOf(result: WriteRow, id: string): BatchRow {
  if (result.ok && result.rev !== undefined) return { ok: true, id, rev: result.rev };
  if (result.status === 409) return { id, ...CONFLICT };
  return { id, error: String(result.name ?? 'unknown_error'), reason: String(result.message ?? 'The document could not be written.') };
}

/** A stored document as JSON. */
export const printStored = ({ text, ...facts }: Stored): JsonText => printDocument(facts, text ?? '');

/** One revision of a document; undefined where it is not here. */
export async function stored(pouch: Pouch, id: string, rev: string): Promise<Stored | undefined> {
  try {
    return await pouch.get(id, { rev });
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && error.status === 404;

/** All that is known of a document's revisions; undefined for a document that was never here. */
export function treeOf(pouch: Pouch, id: string): Promise<RevisionTree | undefined> {
  return new Promise((resolve, reject) => {
    pouch._getRevisionTree(id, (error, tree) => {
      if (!error) resolve(tree);
      else if (isMissing(error)) resolve(undefined);
      else reject(error instanceof Error ? error : new Error('The revisions could not be read.', { cause: error }));
    });
  });
}

const numberOf = (rev: string | undefined): number => (rev === undefined ? 0 : Number.parseInt(rev, 10));
const hashOf = (rev: string): string => rev.slice(rev.indexOf('-') + 1);

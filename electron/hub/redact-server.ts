import { createHash } from 'node:crypto';
import { isEntry, isRedacted, type Entry, type EntryId, type LedgerItem, type RecordId } from '#shared/ledger/entry';
import { checkPage } from '#shared/ledger/page';
import { redactEntry } from '#shared/ledger/redact';
import { membershipsOf } from '#shared/hub/access';
import { databaseOf } from '#shared/hub/protocol';
import type { HubRefusal } from './refusal';
import { asAdmin, expectStatus, type AdminKeys, type ServerAdmin } from './server-admin';
import { compact, documentsOf, idsUnder, purge, type Document } from './server-pages';
import type { Fetch } from './server-session';

export interface RedactionOrder {
  readonly url: string;
  readonly admin: AdminKeys;
  readonly workspace: string;
  /** Files to remove, `file:<sha-256>`: only those that no entry names any more. */
  readonly files: readonly string[];
  /** `look`: say what would be done and change nothing. */
  readonly mode: 'do' | 'look';
}

/** What was done, or is to be done. */
export interface RedactedServer {
  readonly ok: true;
  readonly pages: readonly { readonly database: string; readonly page: string; readonly edits: readonly string[] }[];
  /** Pages that name what is to be redacted, and are not what their ids say: for a person to look at. */
  readonly broken: readonly { readonly database: string; readonly page: string }[];
  readonly files: readonly { readonly file: string; readonly documents: number; readonly namedBy?: EntryId }[];
  /** Redactions by people who are no admins: left alone. */
  readonly leftAlone: readonly { readonly entry: EntryId; readonly by: RecordId }[];
}

const LEDGERS = ['team', 'finance'] as const;
const MOST_RIVALS = 20;
const FILES = ['files', 'finance-files'] as const;

/**
 * Applies to a server the redactions that its ledgers hold: pages are written anew without the values, their earlier
 * revisions purged, and the databases compacted. Safe to run again, and after an interruption.
 */
export function redactServer(order: RedactionOrder, fetch: Fetch): Promise<RedactedServer | HubRefusal> {
  return asAdmin({ ...order, fetch }, async (server) => {
    const { named, leftAlone } = await redactionsOn(server, order.workspace);
    const pages: RedactedServer['pages'][number][] = [];
    const broken: RedactedServer['broken'][number][] = [];
    const stillNamed = new Map<string, EntryId>();
    for (const ledger of LEDGERS) {
      const database = databaseOf(order.workspace, ledger);
      const found: Rewritten[] = [];
      for await (const document of documentsOf(server, database)) {
        const rewritten = rewrite(document, named);
        for (const file of order.files) noteName(stillNamed, file, rewritten, document);
        if (rewritten === 'broken') broken.push({ database, page: document.id });
        else if (rewritten !== 'clean') found.push(rewritten);
      }
      pages.push(...found.map(({ id, edits }) => ({ database, page: id, edits })));
      if (order.mode === 'do' && found.length > 0) await replaceAll(server, database, found);
    }
    const files = await removeFiles(server, order, stillNamed);
    return { ok: true, pages, broken, files, leftAlone } as const;
  });
}

type Named = ReadonlyMap<EntryId, ReadonlySet<RecordId>>;

/**
 * Every redaction that the ledgers hold. The server let only admins hand one in; it counts where its author was made an
 * admin in the ledger, or who handed it in is one on the server.
 */
async function redactionsOn(
  server: ServerAdmin,
  workspace: string,
): Promise<{ readonly named: Named; readonly leftAlone: RedactedServer['leftAlone'] }> {
  const said: { readonly entry: Entry; readonly from: string }[] = [];
  const admins = new Set<RecordId>();
  const joinedAs = new Map<RecordId, unknown>();
  for (const ledger of LEDGERS) {
    for await (const document of documentsOf(server, databaseOf(workspace, ledger))) {
      for (const { entry, from } of entriesOf(document)) {
        if (entry.redacts && entry.redacts.length > 0) said.push({ entry, from });
        if (ledger === 'team') notePeople(entry, admins, joinedAs);
      }
    }
  }
  const isAdmin = (person: RecordId) => admins.has(person) || admins.has(joinedAs.get(person) as RecordId);
  const named = new Map<EntryId, Set<RecordId>>();
  const leftAlone: RedactedServer['leftAlone'][number][] = [];
  for (const { entry, from } of said) {
    if (!isAdmin(entry.by) && !(await isServerAdmin(server, workspace, from))) leftAlone.push({ entry: entry.id, by: entry.by });
    else for (const one of entry.redacts ?? []) named.set(one.entry, (named.get(one.entry) ?? new Set()).add(one.record));
  }
  return { named, leftAlone };
}

const entriesOf = ({ id, leaves }: Document): readonly { readonly entry: Entry; readonly from: string }[] =>
  leaves.flatMap(({ document }) =>
    itemsOf(id, document)
      .filter(isEntry)
      .map((entry) => ({ entry, from: String(document['from']) })),
  );

function notePeople({ edits }: Entry, admins: Set<RecordId>, joinedAs: Map<RecordId, unknown>): void {
  for (const edit of edits) {
    if (isRedacted(edit) || !edit.record.startsWith('person:')) continue;
    if (edit.set['roles/admin'] === true) admins.add(edit.record);
    if (edit.set['joinedAs'] !== undefined) joinedAs.set(edit.record, edit.set['joinedAs']);
  }
}

async function isServerAdmin(server: ServerAdmin, workspace: string, user: string): Promise<boolean> {
  const { status, body } = await server.ask('GET', `_users/${encodeURIComponent(`org.couchdb.user:${user}`)}`);
  const roles = status === 200 ? (body as { readonly roles?: unknown }).roles : undefined;
  const here = Array.isArray(roles) ? membershipsOf(roles.map(String)).find((one) => one.workspace === workspace) : undefined;
  return here?.roles.includes('admin') ?? false;
}

/** The items of a page that is what its id says; none of another. */
function itemsOf(id: string, { entries }: { readonly [key: string]: unknown }): readonly LedgerItem[] {
  const checked = Array.isArray(entries) ? checkPage(id, entries) : undefined;
  return checked?.ok ? checked.value : [];
}

/** A page without what is to be redacted, and the revisions that held it. */
interface Rewritten {
  readonly id: string;
  readonly document: { readonly [key: string]: unknown };
  readonly rev: string;
  readonly old: readonly string[];
  readonly edits: readonly string[];
}

function rewrite({ id, leaves }: Document, named: Named): Rewritten | 'clean' | 'broken' {
  const touched = leaves.filter(({ document }) => holdsNamed(document, named));
  if (touched.length === 0) return 'clean';
  const proven = leaves.find(({ document }) => itemsOf(id, document).length > 0);
  if (!proven) return 'broken';
  const edits: string[] = [];
  const entries = itemsOf(id, proven.document).map((item) => {
    const records = named.get(item.id);
    if (!records || !isEntry(item)) return item;
    for (const edit of item.edits) if (!isRedacted(edit) && records.has(edit.record)) edits.push(`${item.id} ${edit.record}`);
    return redactEntry(item, records);
  });
  const document = { ...proven.document, entries };
  const rev = `1-${createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 32)}`;
  return { id, document, rev, old: leaves.map((leaf) => leaf.rev).filter((one) => one !== rev), edits };
}

/** True where something that claims to be a named entry still has the values of a named edit. */
function holdsNamed({ entries }: { readonly [key: string]: unknown }, named: Named): boolean {
  if (!Array.isArray(entries)) return false;
  return (entries as readonly Partial<Entry>[]).some((item) => {
    const records = named.get(String(item?.id));
    return records !== undefined && Array.isArray(item.edits) && item.edits.some((edit) => records.has(edit?.record) && !isRedacted(edit));
  });
}

/**
 * A clean page is written as another first revision, as its author would have, and only then the earlier ones are
 * purged: at no moment is the page missing, and nobody who holds it is asked to take a second revision.
 */
async function replaceAll(server: ServerAdmin, database: string, pages: readonly Rewritten[]): Promise<void> {
  for (const { id, document, rev } of pages) {
    const path = `${database}/_bulk_docs`;
    expectStatus(await server.ask('POST', path, { docs: [{ ...document, _id: id, _rev: rev }], new_edits: false }), [201], 'POST', path);
  }
  await purge(server, database, new Map(pages.map(({ id, old }) => [id, old])));
  await compact(server, database);
}

/** Remembers the first entry that, after redaction, still names a file. */
function noteName(stillNamed: Map<string, EntryId>, file: string, rewritten: Rewritten | 'clean' | 'broken', { leaves }: Document): void {
  const documents = typeof rewritten === 'string' ? leaves.map(({ document }) => document) : [rewritten.document];
  for (const { entries } of documents) {
    for (const item of Array.isArray(entries) ? (entries as readonly LedgerItem[]) : []) {
      if (!stillNamed.has(file) && JSON.stringify(item).includes(file)) stillNamed.set(file, item.id);
    }
  }
}

async function removeFiles(server: ServerAdmin, { workspace, files, mode }: RedactionOrder, stillNamed: ReadonlyMap<string, EntryId>) {
  const removed: RedactedServer['files'][number][] = [];
  for (const file of files) {
    const namedBy = stillNamed.get(file);
    if (namedBy !== undefined) {
      removed.push({ file, documents: 0, namedBy });
      continue;
    }
    let documents = 0;
    for (const kind of FILES) {
      const database = databaseOf(workspace, kind);
      let found = await idsUnder(server, database, file);
      documents += found.length;
      if (mode === 'look' || found.length === 0) continue;
      // Below a revision that is gone, a rival of it may come to light.
      for (let round = 0; found.length > 0 && round < MOST_RIVALS; round += 1) {
        await purge(server, database, new Map(found.map(({ id, rev }) => [id, [rev]])));
        found = await idsUnder(server, database, file);
      }
      await compact(server, database);
    }
    removed.push({ file, documents });
  }
  return removed;
}

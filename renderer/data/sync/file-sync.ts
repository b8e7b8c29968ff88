import { fromBase64 } from '#shared/exchange/base64';
import type { LedgerName } from '#shared/ledger/entry';
import { isJsonObject } from '#shared/ledger/json-check';
import { filesDatabaseOf, MAX_FILE_NAME, MAX_FILE_PART_CHARS, type FileHeadDocument, type FilePartDocument } from '#shared/hub/protocol';
import { digest, PART, partIds } from '../files';
import type { Shelf, StoredFile } from '../ledger-store';
import { fileHeadOf, LAST_FILE, setAside, type FileHead } from '../recovery/files-aside';
import { HubFailure, jsonOf, rowsOf } from './asking';
import { listIds } from './compare';
import type { SyncShelf } from './ports';
import { rowsById } from './push';
import { addressOf, queryOf, type Round } from './round';
import { t } from '#shared/values/texts';

/** A file of somebody else that cannot be had, or one of ours that the server does not take. */
export interface OddFile {
  readonly id: string;
  readonly reason: string;
}

const HEAD = /^file:[0-9a-f]{64}$/u;
/** Ids of changed documents that are read at a time. */
const LISTED = 1_000;
/** The most bytes of one file: a server's head may say anything. */
const MOST_BYTES = 2 ** 30;

/**
 * The files of one ledger. A file counts, here and there, from when its head is there, which is written last; here only
 * where the bytes are the ones that its name proves.
 */
export class FileSync {
  readonly ledger: LedgerName;
  readonly odd = new Map<string, OddFile>();
  readonly #shelf: Shelf<StoredFile>;
  readonly #hints: SyncShelf;
  readonly #toSend = new Set<string>();
  #there = new Set<string>();
  readonly #toFetch = new Set<string>();
  #since: string | undefined;
  isDoubtful = true;

  constructor(ledger: LedgerName, shelf: Shelf<StoredFile>, hints: SyncShelf) {
    this.ledger = ledger;
    this.#shelf = shelf;
    this.#hints = hints;
  }

  /** Files that the server is not known to hold. */
  get waiting(): number {
    return this.#toSend.size;
  }

  async load(): Promise<void> {
    const there = await this.#hints.hint(this.#name('there'));
    this.#there = new Set(Array.isArray(there) ? (there as readonly string[]) : []);
    for (const id of await this.#heads()) if (!this.#there.has(id)) this.#toSend.add(id);
    const since = await this.#hints.hint(this.#name('since'));
    this.#since = typeof since === 'string' ? since : undefined;
  }

  added(id: string): void {
    this.#toSend.add(id);
  }

  async forget(): Promise<void> {
    this.#toSend.clear();
    this.#toFetch.clear();
    this.#there.clear();
    this.odd.clear();
    this.#since = undefined;
    this.isDoubtful = true;
    await this.#hints.forgetHints(this.#name(''));
  }

  /** Compares where that is due, then fetches and sends. `between`: what is more urgent may go first, now and then. */
  async run(round: Round, between: () => Promise<void>): Promise<void> {
    const known = this.#there.size;
    try {
      await this.#exchange(round, between);
    } finally {
      if (this.#there.size !== known) await this.#hints.keepHint(this.#name('there'), [...this.#there]);
    }
  }

  async #exchange(round: Round, between: () => Promise<void>): Promise<void> {
    if (this.isDoubtful) await this.#compare(round);
    else await this.#pull(round);
    for (const id of [...this.#toFetch]) {
      await this.#fetch(id, round, between);
      this.#toFetch.delete(id);
    }
    for (const id of [...this.#toSend]) {
      if (this.odd.has(id)) continue;
      await this.#send(id, round, between);
      round.changed();
    }
  }

  async #compare(round: Round): Promise<void> {
    this.isDoubtful = false;
    this.odd.clear();
    const there = (this.#there = new Set<string>());
    for await (const ids of listIds(this.#address(round), round)) for (const id of ids) if (HEAD.test(id)) there.add(id);
    const here = new Set(await this.#heads());
    this.#toFetch.clear();
    for (const id of there) if (!here.has(id)) this.#toFetch.add(id);
    this.#toSend.clear();
    for (const id of here) if (!there.has(id)) this.#toSend.add(id);
  }

  async #pull(round: Round): Promise<void> {
    for (;;) {
      const query = queryOf({ since: this.#since ?? 0, limit: LISTED });
      const answer = await this.#changes(query, round);
      const rows = rowsOf(answer['results']);
      const heads = rows.filter(({ deleted }) => deleted !== true).flatMap(({ id }) => (typeof id === 'string' && HEAD.test(id) ? id : []));
      if (rows.some(({ deleted }) => deleted === true)) this.isDoubtful = true;
      for (const id of heads) this.#noteThere(id);
      const held = new Set((await this.#shelf.read(heads)).map(({ id }) => id));
      for (const id of heads) if (!held.has(id)) this.#toFetch.add(id);
      const last = answer['last_seq'];
      const isStuck = String(last) === this.#since;
      this.#since = typeof last === 'string' || typeof last === 'number' ? String(last) : this.#since;
      if (!isStuck) await this.#hints.keepHint(this.#name('since'), this.#since);
      if (rows.length < LISTED || isStuck) return;
    }
  }

  /** A place that means nothing to the server any more starts from its beginning. */
  async #changes(query: string, round: Round): Promise<{ readonly [key: string]: unknown }> {
    try {
      const text = await round.ask.get(`${this.#address(round)}/_changes?${query}`);
      round.contact();
      return jsonOf(text);
    } catch (cause) {
      if (!(cause instanceof HubFailure && cause.kind === 'too-much') || this.#since === undefined) throw cause;
      this.#since = undefined;
      return this.#changes(queryOf({ since: 0, limit: LISTED }), round);
    }
  }

  async #fetch(id: string, round: Round, between: () => Promise<void>): Promise<void> {
    const [head] = await this.#documents([id], round);
    const facts = head && headOf(head);
    if (facts === undefined) {
      this.odd.set(id, { id, reason: t('its description is missing or makes no sense') });
      return;
    }
    const ids = partIds(id, facts.size);
    const parts: StoredFile[] = [];
    for (const part of ids) {
      const [document] = await this.#documents([part], round);
      const body = document?.['body'];
      if (typeof body !== 'string' || body.length > MAX_FILE_PART_CHARS) {
        this.odd.set(id, {
          id,
          reason: t('its part {{parts}} of {{ids}} is missing on the server', { parts: parts.length + 1, ids: ids.length }),
        });
        return;
      }
      parts.push({ id: part, body });
      await between();
    }
    if ((await digestOf(parts, facts.size)) !== id.slice('file:'.length)) {
      this.odd.set(id, { id, reason: t('its bytes are not the ones that its name proves') });
      return;
    }
    await this.#shelf.add([{ id, body: JSON.stringify(facts) }, ...parts]);
    this.odd.delete(id);
    round.progress(1);
  }

  async #documents(keys: readonly string[], round: Round): Promise<readonly { readonly [key: string]: unknown }[]> {
    const text = await round.ask.post(`${this.#address(round)}/_all_docs?include_docs=true`, JSON.stringify({ keys }));
    round.contact();
    return rowsOf(jsonOf(text)['rows']).flatMap(({ doc }) => (isJsonObject(doc) ? [doc] : []));
  }

  /** Parts first, the head last: whoever sees the head finds all of it. */
  async #send(id: string, round: Round, between: () => Promise<void>): Promise<void> {
    const [head] = await this.#shelf.read([id]);
    if (head === undefined) return void this.#toSend.delete(id);
    const facts = fileHeadOf(head.body);
    if (facts === undefined) {
      await setAside(this.#shelf, id);
      return void this.#toSend.delete(id);
    }
    for (const part of partIds(id, facts.size)) {
      const [stored] = await this.#shelf.read([part]);
      if (stored === undefined || !(await this.#handIn({ _id: part, from: round.link.user, body: stored.body }, id, round))) return;
      await between();
    }
    const name = facts.name.slice(0, MAX_FILE_NAME);
    if (await this.#handIn({ _id: id, from: round.link.user, name, type: facts.type, size: facts.size }, id, round))
      this.#toSend.delete(id);
  }

  /** True where the server holds the document now. */
  async #handIn(document: FileHeadDocument | FilePartDocument, file: string, round: Round): Promise<boolean> {
    try {
      const text = await round.ask.post(`${this.#address(round)}/_bulk_docs`, JSON.stringify({ docs: [document] }));
      round.contact();
      const row = rowsById(text).get(document._id);
      if (row?.kind === 'taken' || row?.kind === 'there') return true;
      if (row?.kind !== 'refused') throw new HubFailure('busy', row?.reason ?? 'The server left out what it did with a file.');
      this.odd.set(file, { id: file, reason: t('the server refused it: {{reason}}', { reason: row.reason }) });
      return false;
    } catch (cause) {
      if (!(cause instanceof HubFailure && cause.kind === 'too-much')) throw cause;
      this.odd.set(file, { id: file, reason: t('the server did not take it: {{message}}', { message: cause.message }) });
      return false;
    }
  }

  #noteThere(id: string): void {
    this.#there.add(id);
    this.#toSend.delete(id);
  }

  #heads = async (): Promise<readonly string[]> => (await this.#shelf.ids('file:', LAST_FILE)).filter((id) => HEAD.test(id));
  #address = (round: Round): string => addressOf(round, filesDatabaseOf(this.ledger));
  #name = (what: string): string => `${this.ledger}-files/${what}`;
}

function headOf({ name, type, size }: { readonly [key: string]: unknown }): FileHead | undefined {
  if (typeof name !== 'string' || typeof type !== 'string' || typeof size !== 'number') return undefined;
  if (name.length > MAX_FILE_NAME || type.length > MAX_FILE_NAME || !Number.isInteger(size) || size < 0 || size > MOST_BYTES)
    return undefined;
  return { name, type, size };
}

/** The sha-256 of what the parts come to; undefined where they are not so many bytes. */
async function digestOf(parts: readonly StoredFile[], size: number): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  for (const { body } of parts) {
    const read = fromBase64(body);
    const isLast = pieces.length === parts.length - 1;
    if (!read.ok || (!isLast && read.value.length !== PART)) return undefined;
    pieces.push(read.value);
  }
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  if (bytes.length !== size) return undefined;
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return digest(bytes);
}

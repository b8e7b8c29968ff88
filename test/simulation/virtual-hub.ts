import { ledgersOf, membershipsOf, securityOf } from '#shared/hub/access';
import { DATABASE_KINDS, databaseOf, DESIGN_ID, type DatabaseKind } from '#shared/hub/protocol';
import { validationSource } from '#shared/hub/validate';
import { sha256Hex } from '#shared/ledger/hash';

/** A document as a database keeps it: every branch that it has, one revision each. */
interface Stored {
  readonly branches: Map<string, string>;
  seq: number;
}

type Validate = (newDoc: unknown, oldDoc: unknown, userCtx: object, secObj: object) => void;
export type Json = { readonly [key: string]: unknown };

/** What a server says, before it travels. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A request that is answered when something changes. */
export interface Waiting {
  readonly database: string;
  /** True where there is something to tell. */
  readonly isDue: () => boolean;
  readonly answer: () => Answer;
  readonly timeout: number;
}

/** What an administrator may have put aside. */
export type Backup = ReadonlyMap<
  string,
  { readonly docs: ReadonlyMap<string, { readonly branches: ReadonlyMap<string, string>; readonly seq: number }>; readonly seq: number }
>;

export const WORKSPACE = 'sim';

/**
 * CouchDB in memory, as far as the app uses it: answers, statuses and rules as measured on the real one, the real rules of
 * the workspace included.
 */
export class VirtualHub {
  readonly #databases = new Map<string, VirtualDatabase>();
  readonly #users = new Map<string, readonly string[]>();
  /** Called when a database has changed. */
  changed: (database: string) => void = () => undefined;
  /** A rule that this server has beside those of the workspace: why it refuses a document. */
  alsoRefuses: (doc: Json, user: string) => string | undefined = () => undefined;

  constructor() {
    for (const kind of DATABASE_KINDS) {
      const database = new VirtualDatabase(kind);
      database.alsoRefuses = (doc, user) => this.alsoRefuses(doc, user);
      this.#databases.set(databaseOf(WORKSPACE, kind), database);
    }
  }

  setUser(name: string, roles: readonly string[]): void {
    this.#users.set(name, roles);
  }

  rolesOf(name: string): readonly string[] | undefined {
    return this.#users.get(name);
  }

  database(kind: DatabaseKind): VirtualDatabase {
    return this.#databases.get(databaseOf(WORKSPACE, kind)) as VirtualDatabase;
  }

  backup(): Backup {
    return new Map([...this.#databases].map(([name, database]) => [name, database.copy()]));
  }

  /** Puts a backup in place, or nothing: databases that were just made. */
  restore(backup?: Backup): void {
    for (const [name, database] of this.#databases) {
      database.becomes(backup?.get(name));
      this.changed(name);
    }
  }

  /** Answers a request of a signed-in user, or says what it waits for. */
  answer(user: string, method: 'GET' | 'POST', path: string, text: string | undefined): Answer | Waiting {
    const roles = this.#users.get(user);
    if (roles === undefined) return { status: 401, body: { error: 'unauthorized', reason: 'Name or password is incorrect.' } };
    const url = new URL(path, 'http://hub/');
    const [name = '', ...rest] = url.pathname.slice(1).split('/').map(decodeURIComponent);
    const database = this.#databases.get(name);
    if (database === undefined) return { status: 404, body: { error: 'not_found', reason: 'Database does not exist.' } };
    if (!mayRead(roles, database.kind))
      return { status: 403, body: { error: 'forbidden', reason: 'You are not allowed to access this db.' } };
    const answered = database.answer({ user, roles, method, rest: rest.join('/'), query: url.searchParams, text });
    if ('status' in answered && method === 'POST') this.changed(name);
    return 'status' in answered ? answered : { ...answered, database: name };
  }
}

function mayRead(roles: readonly string[], kind: DatabaseKind): boolean {
  return securityOf(WORKSPACE, kind).members.roles.some((role) => roles.includes(role));
}

/** True where a user of these roles holds the finance ledger. */
export function readsFinance(roles: readonly string[]): boolean {
  const [membership] = membershipsOf(roles);
  return membership !== undefined && ledgersOf(membership.roles).includes('finance');
}

interface Asked {
  readonly user: string;
  readonly roles: readonly string[];
  readonly method: 'GET' | 'POST';
  readonly rest: string;
  readonly query: URLSearchParams;
  readonly text: string | undefined;
}

export class VirtualDatabase {
  readonly kind: DatabaseKind;
  readonly #validate: Validate;
  alsoRefuses: VirtualHub['alsoRefuses'] = () => undefined;
  #docs = new Map<string, Stored>();
  #seq = 0;

  constructor(kind: DatabaseKind) {
    this.kind = kind;
    this.#validate = validationOf(kind);
    this.#put(DESIGN_ID, { _id: DESIGN_ID, title: 'Simulated firm' });
  }

  /** The winning revision of every document but design documents, parsed. */
  documents(): readonly Json[] {
    return [...this.#docs].flatMap(([id, doc]) => (id.startsWith('_') ? [] : [JSON.parse(winner(doc)[1]) as Json]));
  }

  /** True where some document contains the text. */
  holdsText(text: string): boolean {
    return [...this.#docs.values()].some((doc) => winner(doc)[1].includes(text));
  }

  copy(): { docs: ReadonlyMap<string, Stored>; seq: number } {
    return { docs: new Map([...this.#docs].map(([id, { branches, seq }]) => [id, { branches: new Map(branches), seq }])), seq: this.#seq };
  }

  becomes(
    backup:
      | {
          readonly docs: ReadonlyMap<string, { readonly branches: ReadonlyMap<string, string>; readonly seq: number }>;
          readonly seq: number;
        }
      | undefined,
  ): void {
    this.#docs = new Map([...(backup?.docs ?? [])].map(([id, { branches, seq }]) => [id, { branches: new Map(branches), seq }]));
    this.#seq = backup?.seq ?? 0;
    if (!backup) this.#put(DESIGN_ID, { _id: DESIGN_ID, title: 'Simulated firm' });
  }

  /** Writes past all rules: what a hostile server, or its administrator, may do. Another content makes another branch. */
  force(id: string, doc: Json): void {
    this.#put(id, { ...doc, _id: id });
  }

  answer(asked: Asked): Answer | Omit<Waiting, 'database'> {
    const { rest, method } = asked;
    if (rest === '' && method === 'GET')
      return ok({ db_name: this.kind, doc_count: this.#docs.size, update_seq: this.#seqText(this.#seq) });
    if (rest === '_changes') return this.#changes(asked);
    if (rest === '_all_docs') return this.#allDocs(asked);
    if (rest === '_bulk_docs' && method === 'POST') return this.#bulkDocs(asked);
    if (method === 'GET') return this.#document(rest, asked.query.get('rev'));
    return { status: 405, body: { error: 'method_not_allowed', reason: 'Only GET,POST allowed' } };
  }

  #changes({ query }: Asked): Answer | Omit<Waiting, 'database'> {
    const since = Number.parseInt(query.get('since') ?? '0', 10) || 0;
    const limit = Number(query.get('limit') ?? Number.MAX_SAFE_INTEGER);
    const answer = (): Answer => {
      const rows = [...this.#docs].filter(([, { seq }]) => seq > since).toSorted(([, a], [, b]) => a.seq - b.seq);
      const shown = rows.slice(0, limit);
      const last = shown.length < rows.length ? (shown.at(-1)?.[1].seq ?? since) : this.#seq;
      const results = shown.map(([id, doc]) => ({
        seq: this.#seqText(doc.seq),
        id,
        changes: [{ rev: winner(doc)[0] }],
        ...(query.get('include_docs') === 'true' && { doc: this.#shown(id, doc, query.get('conflicts') === 'true') }),
      }));
      return ok({ results, last_seq: this.#seqText(last), pending: rows.length - shown.length });
    };
    if (query.get('feed') !== 'longpoll') return answer();
    return { isDue: () => this.#seq > since, answer, timeout: Number(query.get('timeout') ?? 60_000) };
  }

  #allDocs({ query, method, text }: Asked): Answer {
    const withDocs = query.get('include_docs') === 'true';
    const row = (id: string, doc: Stored) => ({
      id,
      key: id,
      value: { rev: winner(doc)[0] },
      ...(withDocs && { doc: this.#shown(id, doc, query.get('conflicts') === 'true') }),
    });
    if (method === 'POST') {
      const { keys } = JSON.parse(text ?? '{}') as { readonly keys?: readonly string[] };
      const rows = (keys ?? []).map((key) => {
        const doc = this.#docs.get(key);
        return doc ? row(key, doc) : { key, error: 'not_found' };
      });
      return ok({ total_rows: this.#docs.size, rows });
    }
    const bound = (name: string) => (query.get(name) === null ? undefined : (JSON.parse(query.get(name) as string) as string));
    const [from = '', to] = [bound('startkey'), bound('endkey')];
    const ids = [...this.#docs.keys()].filter((id) => id >= from && (to === undefined || id <= to)).toSorted();
    const skipped = ids.slice(Number(query.get('skip') ?? 0));
    const rows = skipped.slice(0, Number(query.get('limit') ?? ids.length)).map((id) => row(id, this.#docs.get(id) as Stored));
    return ok({ total_rows: this.#docs.size, offset: 0, rows });
  }

  #bulkDocs({ user, roles, text }: Asked): Answer {
    if (/\\ud[89a-f][0-9a-f]{2}/iu.test(text ?? '') && !isWellFormedJson(text ?? ''))
      return { status: 400, body: { error: 'bad_request', reason: 'invalid UTF-8 JSON' } };
    const { docs = [], new_edits: newEdits = true } = JSON.parse(text ?? '{}') as {
      readonly docs?: readonly Json[];
      readonly new_edits?: boolean;
    };
    const rows = docs.map((doc) => this.#write(doc, newEdits, { name: user, roles, db: this.kind }));
    return { status: 201, body: rows.flatMap((row) => row ?? []) };
  }

  #write(
    doc: Json,
    newEdits: boolean,
    userCtx: { readonly name: string; readonly roles: readonly string[]; readonly db: string },
  ): Json | undefined {
    const id = String(doc['_id']);
    const held = this.#docs.get(id);
    const rev = newEdits ? undefined : String(doc['_rev']);
    const start = rev === undefined ? 0 : Number.parseInt(rev, 10);
    const { _rev, _revisions, ...content } = doc;
    // As CouchDB: a write that is no update of what is there never reaches the rules.
    if (newEdits && held) return { id, error: 'conflict', reason: 'Document update conflict.' };
    if (id.startsWith('_design/')) return { id, error: 'forbidden', reason: 'You are not a db or server admin.' };
    try {
      const refusal = this.alsoRefuses(doc, userCtx.name);
      if (refusal !== undefined) return { id, error: 'forbidden', reason: refusal };
      this.#validate({ ...content, _revisions: { start, ids: [] } }, null, userCtx, securityOf(WORKSPACE, this.kind));
    } catch (cause) {
      const refused = cause as { readonly forbidden?: string; readonly unauthorized?: string };
      if (refused.forbidden === undefined && refused.unauthorized === undefined) throw cause;
      return {
        id,
        ...(newEdits ? {} : { rev }),
        error: refused.forbidden === undefined ? 'unauthorized' : 'forbidden',
        reason: refused.forbidden ?? refused.unauthorized,
      };
    }
    const written = this.#put(id, content, rev);
    return newEdits ? { ok: true, id, rev: written } : undefined;
  }

  #put(id: string, content: Json, rev?: string): string {
    const text = JSON.stringify(content);
    const revision = rev ?? `1-${sha256Hex(text).slice(0, 32)}`;
    const doc = this.#docs.get(id) ?? { branches: new Map<string, string>(), seq: 0 };
    if (doc.branches.has(revision)) return revision;
    doc.branches.set(revision, text);
    doc.seq = this.#seq += 1;
    this.#docs.set(id, doc);
    return revision;
  }

  #document(id: string, rev: string | null): Answer {
    const doc = this.#docs.get(id);
    const text = rev === null ? undefined : doc?.branches.get(rev);
    if (doc === undefined || (rev !== null && text === undefined)) return { status: 404, body: { error: 'not_found', reason: 'missing' } };
    return ok(text === undefined ? this.#shown(id, doc, false) : { ...(JSON.parse(text) as Json), _id: id, _rev: rev });
  }

  #shown(id: string, doc: Stored, withConflicts: boolean): Json {
    const [rev, text] = winner(doc);
    const others = [...doc.branches.keys()].filter((other) => other !== rev);
    return { _id: id, _rev: rev, ...(JSON.parse(text) as Json), ...(withConflicts && others.length > 0 && { _conflicts: others }) };
  }

  #seqText = (seq: number): string => `${seq}-g1AAAAB${this.kind.length}`;
}

const ok = (body: unknown): Answer => ({ status: 200, body });

/** Of several branches the one with the highest revision wins. */
function winner({ branches }: Stored): readonly [rev: string, text: string] {
  return [...branches].reduce((best, branch) => (branch[0] > best[0] ? branch : best));
}

function isWellFormedJson(text: string): boolean {
  return !/\p{Surrogate}/u.test(
    JSON.stringify(JSON.parse(text)).replaceAll(/\\u(d[89a-f][0-9a-f]{2})/giu, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
  );
}

const compiled = new Map<DatabaseKind, Validate>();

/** The rules as a server runs them: from their text. */
function validationOf(kind: DatabaseKind): Validate {
  let validate = compiled.get(kind);
  if (validate === undefined) {
    // oxlint-disable-next-line no-implied-eval -- the rules are a text, as CouchDB keeps them; see validate.ts
    validate = new Function(`return (${validationSource(kind, WORKSPACE)});`)() as Validate;
    compiled.set(kind, validate);
  }
  return validate;
}

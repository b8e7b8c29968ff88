/** Anything that a server says, to be looked into. */
export interface Said {
  readonly [key: string]: unknown;
}

export interface Answer {
  readonly status: number;
  /** The answer as JSON; empty where it is none. */
  readonly body: Said;
  readonly text: string;
  readonly headers: Headers;
}

/** One row of `_bulk_docs`. */
export interface BulkRow {
  readonly id: string;
  readonly ok?: true;
  readonly rev?: string;
  readonly error?: string;
  readonly reason?: string;
}

/** Somebody's way to a server: fetch, and a cookie or nothing. */
export class Couch {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.url = url;
    this.headers = headers;
  }

  /** Signs in, once for a whole test file: hashing a password is slow on purpose. */
  static async signIn(url: string, name: string, password: string): Promise<Couch> {
    const answer = await new Couch(url).post('_session', { name, password });
    const cookie = cookieIn(answer);
    if (cookie === undefined) throw new Error(`${name} could not sign in: ${answer.status} ${answer.text}`);
    return new Couch(url, { cookie });
  }

  /** `body`: a text goes as it is, anything else as JSON. */
  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await this.open(method, path, body);
    const text = await response.text();
    return { status: response.status, text, body: saidIn(text), headers: response.headers };
  }

  /** The answer as it comes in: for a long-poll. */
  open(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const headers = { accept: 'application/json', 'content-type': 'application/json', ...this.headers };
    return fetch(`${this.url}/${path}`, { method, headers, ...sent, ...(signal ? { signal } : {}) });
  }

  get = (path: string): Promise<Answer> => this.ask('GET', path);
  post = (path: string, body: unknown): Promise<Answer> => this.ask('POST', path, body);
  put = (path: string, body?: unknown): Promise<Answer> => this.ask('PUT', path, body);
  delete = (path: string): Promise<Answer> => this.ask('DELETE', path);

  /** Writes documents, and gives the row of each by its id. Their order is not promised. */
  async bulk(database: string, docs: readonly object[], more: object = {}): Promise<ReadonlyMap<string, BulkRow>> {
    const answer = await this.post(`${database}/_bulk_docs`, { docs, ...more });
    if (answer.status !== 201) throw new Error(`_bulk_docs answered ${answer.status}: ${answer.text.slice(0, 300)}`);
    return new Map((answer.body as unknown as readonly BulkRow[]).map((row) => [row.id, row]));
  }
}

function saidIn(text: string): Said {
  try {
    return JSON.parse(text) as Said;
  } catch {
    return {};
  }
}

/** `AuthSession=…`, as it is sent back. */
export const cookieIn = ({ headers }: Pick<Answer, 'headers'>): string | undefined =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .find((pair) => /^AuthSession=./.test(pair));

export const idPath = (id: string): string => encodeURIComponent(id);
export const json = (value: unknown): string => encodeURIComponent(JSON.stringify(value));
export const rowsOf = ({ body }: Answer): readonly Said[] => body['rows'] as readonly Said[];
export const resultsOf = ({ body }: Answer): readonly Said[] => body['results'] as readonly Said[];

/**
 * Asks again and again until it is so: a cluster answers from whichever node is first. The interval is not what is
 * waited for, only how often is asked.
 */
export async function until(what: string, isSo: () => Promise<boolean>, patience = 20_000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Never came true: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

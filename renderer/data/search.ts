import type { RecordId } from '#shared/ledger/entry';
import { typeOf, type RecordType } from '#shared/records/registry';
import { recordTitle } from '#shared/records/title';
import { whenIdle } from './breathe';
import type { OpenFileTexts } from './file-texts';
import type { Problems } from './problems';
import type { ReadModel } from './read-model';
import type { EvidenceAnswer, EvidenceQuestion } from './evidence-answer';
import { askEvidence } from './evidence-search';
import type { RawHit, SearchAnswer, SearchRequest, Requests } from './search-messages';
import { dealOfLine, searchDocument, SEARCHED_TYPES, snippetOf, withWords, type SearchDocument } from './search-text';
import { foldWord } from '#shared/values/words';
import type { SearchHit, SearchOptions } from './workspace';
import { t } from '#shared/values/texts';

/** Where the index lives: a worker in the app, the same thread in tests. */
export interface SearchHost {
  post(request: SearchRequest): void;
  onAnswer(heard: (answer: SearchAnswer) => void): void;
  onFailure(heard: () => void): void;
  close(): void;
}

/** The index in a worker of its own. */
export function searchWorker(): SearchHost {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module', name: 'search' });
  return {
    post: (request) => worker.postMessage(request),
    onAnswer: (heard) => worker.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => heard(data)),
    onFailure: (heard) => worker.addEventListener('error', heard),
    close: () => worker.terminate(),
  };
}

export interface Search {
  /** Begins with the records as they are now. */
  start(): void;
  ask(query: string, options?: SearchOptions): Promise<readonly SearchHit[]>;
  /** Whether something was promised. Waits until everything that changed so far can be found: a negative must not be early. */
  askEvidence(question: EvidenceQuestion): Promise<EvidenceAnswer>;
  /** Resolves when everything that changed so far can be found. */
  settled(): Promise<void>;
  /** Where the index still fills: resolves when the same question is worth asking again. */
  filling(): Promise<void> | undefined;
  close(): void;
}

/** Records per message: small, so that a question waits for no more than one of them. */
const BATCH = 200;
const USUAL_LIMIT = 50;

/**
 * Full-text search. Records are handed to the index a batch at a time, each when the one before is in, first all of
 * them, later those that changed: neither side ever has a long queue. A moment with a file is handed over a second time with the
 * words of the file, after everything else: reading files takes a thousand times as long.
 */
export function openSearch(model: ReadModel, host: SearchHost, texts: OpenFileTexts, problems: Problems): Search {
  const request = openRequests(host);
  const feeder = openFeeder(model, request, texts);
  host.onFailure(() => problems.raise(SEARCH_STOPPED));
  const leave = model.subscribe((changed) => feeder.feed([...changed].filter((topic) => typeOf(topic) !== undefined) as RecordId[]));
  return {
    start: () => feeder.feed(SEARCHED_TYPES.flatMap((type) => model.idsOf(type))),
    ask: async (query, options = {}) => {
      if (query.trim() === '') return [];
      const { types, deal, limit = USUAL_LIMIT } = options;
      const { hits } = await request((n) => ({
        kind: 'ask',
        n,
        query,
        limit,
        ...(types && { types }),
        ...(deal !== undefined && { deal }),
      }));
      return (await Promise.all(hits.map((hit) => hitOf(hit, model, texts)))).flat();
    },
    askEvidence: async (question) => {
      await feeder.settled();
      return askEvidence(question, { request, records: model, texts });
    },
    settled: feeder.settled,
    filling: feeder.filling,
    close: () => {
      leave();
      feeder.stop();
      host.close();
    },
  };
}

/** Sends a numbered request; resolves with the answer of that number. */
function openRequests(host: SearchHost): Requests {
  const waiting = new Map<number, (answer: SearchAnswer) => void>();
  let last = 0;
  host.onAnswer((answer) => {
    waiting.get(answer.n)?.(answer);
    waiting.delete(answer.n);
  });
  const request = (make: (n: number) => SearchRequest): Promise<SearchAnswer> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      host.post(make(last));
    });
  // The index answers each kind of request with its own kind of answer (`openSearchIndex`).
  return request as Requests;
}

interface Feeder {
  feed(records: readonly RecordId[]): void;
  settled(): Promise<void>;
  filling(): Promise<void> | undefined;
  stop(): void;
}

/** Brings records to the index whenever the window is idle. */
function openFeeder(model: ReadModel, request: Requests, texts: OpenFileTexts): Feeder {
  const pending = new Set<RecordId>();
  const withFiles = new Set<RecordId>();
  /** Files that are on another device still, and the moments that wait for them. */
  const awaited = new Map<string, Set<RecordId>>();
  let run: Promise<void> | undefined;
  let waiting: (() => void)[] = [];
  const tellWaiting = (): void => {
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  };
  const bring = async (): Promise<void> => {
    while (pending.size + withFiles.size > 0) {
      await new Promise<void>((resolve) => whenIdle(resolve, 200));
      if (pending.size > 0) {
        const { documents, gone } = nextBatch(pending, model);
        await request((n) => ({ kind: 'put', n, documents, gone }));
        for (const { id, file } of documents) if (file !== undefined) withFiles.add(id);
        // Files may take minutes: what the records say can be found before.
        if (pending.size === 0) tellWaiting();
      } else await bringNextFile();
    }
    run = undefined;
    tellWaiting();
  };
  const bringNextFile = async (): Promise<void> => {
    const [id] = withFiles;
    // None is left where the workspace was closed while this waited for its turn.
    if (id === undefined) return;
    withFiles.delete(id);
    const document = documentOf(id, model);
    if (document?.file === undefined) return;
    // Where the reader could not be loaded the file is read at the next start.
    const parts = await texts.of(document.file).catch(() => undefined);
    if (parts === undefined) awaited.set(document.file, (awaited.get(document.file) ?? new Set()).add(id));
    else if (parts.length > 0) await request((n) => ({ kind: 'put', n, documents: [withWords(document, parts)], gone: [] }));
  };
  const feed = (records: Iterable<RecordId>): void => {
    for (const record of records) pending.add(record);
    if (pending.size > 0) run ??= bring();
  };
  texts.onArrival((file) => {
    feed(awaited.get(file) ?? []);
    awaited.delete(file);
  });
  return {
    feed,
    settled: async () => run,
    filling: () => run && new Promise((resolve) => waiting.push(resolve)),
    stop: () => {
      pending.clear();
      withFiles.clear();
    },
  };
}

const SEARCH_STOPPED = {
  kind: 'search-stopped',
  weight: 'note',
  message: t('Search stopped working in this window. Your data is not affected.'),
  advice: t('Reload the window to start it again.'),
} as const;

function nextBatch(pending: Set<RecordId>, model: ReadModel): { documents: SearchDocument[]; gone: RecordId[] } {
  const documents: SearchDocument[] = [];
  const gone: RecordId[] = [];
  for (const id of pending) {
    if (documents.length + gone.length >= BATCH) break;
    pending.delete(id);
    const document = documentOf(id, model);
    if (document === undefined) gone.push(id);
    else documents.push(document);
  }
  return { documents, gone };
}

function documentOf(id: RecordId, model: ReadModel): SearchDocument | undefined {
  const stored = model.stored(id);
  return stored && searchDocument(typeOf(id) as RecordType, stored, dealOfLine(stored, model));
}

/** The hit as a person reads it. The texts come from the records as they are now, so a hit never quotes what is gone. */
async function hitOf(hit: RawHit, model: ReadModel, texts: OpenFileTexts): Promise<SearchHit[]> {
  const stored = model.stored(hit.id);
  const type = typeOf(hit.id);
  const document = stored && type && searchDocument(type, stored);
  const record = type && model.get(type, hit.id);
  if (!stored || !type || !document || !record) return [];
  const matches = new Set(hit.words.map(foldWord));
  const own = { file: undefined, ...snippetOf(document.text === '' ? document.title : document.text, matches) };
  const parts = document.file === undefined || own.words.length === matches.size ? undefined : await texts.of(document.file);
  const inFiles = (parts ?? []).map(({ name, text }) => ({ file: name, ...snippetOf(text, matches) }));
  const { file, snippet, words } = [own, ...inFiles].reduce((best, one) => (one.words.length > best.words.length ? one : best));
  const { deal, account } = stored.values;
  return [
    {
      id: hit.id,
      type,
      title: recordTitle(record),
      snippet,
      ...(file === undefined ? {} : { file }),
      terms: [...new Set([...words, ...snippetOf(document.title, matches).words])],
      score: hit.score,
      ...(typeof deal === 'string' ? { deal: deal as `deal:${string}` } : {}),
      ...(typeof account === 'string' ? { account: account as `account:${string}` } : {}),
    },
  ];
}

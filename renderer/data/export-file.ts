import { WORKSPACE_FILE_TYPE, writeWorkspaceFile, type BundledFile } from '#shared/exchange/bundle';
import {
  deviceOf,
  isEntry,
  isStub,
  seqOf,
  type EntryId,
  type Have,
  type LedgerItem,
  type LedgerName,
  type RecordId,
  type Stub,
} from '#shared/ledger/entry';
import { EntryIndex, FLAG } from '#shared/ledger/entry-index';
import { Holdings } from '#shared/ledger/holdings';
import { utf8Length } from '#shared/ledger/hash';
import { redactEntry } from '#shared/ledger/redact';
import { breather } from './breathe';
import { chooseEntries, type Choice } from './choose-entries';
import type { ExportChoice, ExportMeasure, ExportScope } from './export-scope';
import { allFileFacts, openFiles } from './files';
import { LEDGERS, type LedgerStore } from './ledger-store';
import type { OpenLedger } from './open-ledger';
import type { Problems } from './problems';
import type { DamagedFile } from './recovery/damage';
import { asKnown, noNames, pagesOf, surveyOf, type Place } from './survey';
import type { FileFacts, LongWork } from './workspace';

export interface ExportSource {
  readonly name: string;
  readonly ledgers: Readonly<Record<LedgerName, OpenLedger>>;
  readonly files: LedgerStore['files'];
  readonly problems: Problems;
  /** Told of each file that turned out not to be what its name proves: it is left out. */
  readonly damaged?: (file: DamagedFile) => void;
  /** Settings of the firm by which any of its records is read. */
  readonly settings: () => readonly RecordId[];
  /** Entries that the server is not known to hold. */
  readonly waiting: () => Iterable<EntryId>;
}

/** What to take, how to tell how far it is, and how it is called off. */
type ExportWork = ExportChoice & LongWork;

/** One ledger of a file that is about to be written. */
interface Part {
  readonly ledger: LedgerName;
  readonly have: Have;
  readonly items: () => AsyncIterable<LedgerItem>;
}

interface Plan {
  readonly parts: readonly Part[];
  readonly files: readonly FileFacts[];
}

/** Items that are read at a time. */
const BATCH = 2_000;
/** Characters that are joined before they become part of the file. */
const PIECE = 4_000_000;

/**
 * The workspace, or a part of it, as one file. It reads what lies on disk, so it works when nothing can be written any
 * more. What is not in the part stands in the file as its place in its chain.
 */
export async function workspaceFileOf(source: ExportSource, work: ExportWork = {}): Promise<Blob> {
  const blobs: Blob[] = [];
  let text: string[] = [];
  let length = 0;
  const flush = (): void => {
    blobs.push(new Blob(text));
    text = [];
    length = 0;
  };
  for await (const line of workspaceLinesOf(source, work)) {
    text.push(line);
    length += line.length;
    if (length > PIECE) flush();
  }
  flush();
  return new Blob(blobs, { type: WORKSPACE_FILE_TYPE });
}

/** The same, line by line: for whoever must not have all of it in a file of the browser's, or in memory. */
export async function* workspaceLinesOf(source: ExportSource, work: ExportWork = {}): AsyncGenerator<string> {
  const breathe = breather(work.signal);
  const { parts, files } = await planOf(source, work, breathe);
  const ledgers = parts.map(({ ledger, have, items }) => ({ ledger, have, items: items() }));
  for await (const line of writeWorkspaceFile({ name: source.name, ledgers, files: bytesOf(files, source), ...manifestOf(work) })) {
    yield line;
    await breathe();
  }
}

const manifestOf = ({ scope }: ExportWork) => (scope?.kind === 'evidence' ? { manifest: scope.manifest } : {});

/** Bytes of a line beside its item; of a stub beside another, and by itself; of a file's line beside a third more than its bytes. */
const LINE_BYTES = 28;
const STUB_BYTES = 67;
const FIRST_STUB_BYTES = 250;
const FILE_LINE_BYTES = 200;

/** What the file would hold and how large it would be, without writing it. */
export async function measureExport(source: ExportSource, work: ExportWork = {}): Promise<ExportMeasure> {
  const breathe = breather(work.signal);
  const { parts, files } = await planOf(source, work, breathe);
  let [entries, leftOut, bytes] = [0, 0, 0];
  for (const { items } of parts) {
    let afterStub = false;
    for await (const item of items()) {
      const size = isStub(item) ? (afterStub ? STUB_BYTES : FIRST_STUB_BYTES) : utf8Length(JSON.stringify(item)) + LINE_BYTES;
      afterStub = isStub(item);
      if (afterStub) leftOut += 1;
      else entries += 1;
      bytes += size;
      await breathe();
    }
  }
  for (const { size } of files) bytes += Math.ceil(size / 3) * 4 + FILE_LINE_BYTES;
  return { entries, leftOut, files: files.length, bytes };
}

type Breathe = () => Promise<unknown>;

async function planOf(source: ExportSource, { scope = { kind: 'all' }, ledgers = LEDGERS, onProgress }: ExportWork, breathe: Breathe) {
  const chosen = LEDGERS.filter((name) => ledgers.includes(name)).map((ledger) => ({ ledger, open: source.ledgers[ledger] }));
  const total = chosen.reduce((sum, { open }) => sum + open.index.pages.length, 0);
  let done = 0;
  const pageRead = (): void => onProgress?.({ done: Math.min(total, (done += 1)), total });
  const known = (await allFileFacts(source.files)).filter(({ ledger }) => ledgers.includes(ledger));
  if (scope.kind === 'all') {
    const parts = chosen.map(({ ledger, open }) => {
      const have = open.fold.have();
      return { ledger, have, items: () => everyItem(open, have, pageRead) };
    });
    return { parts, files: known } satisfies Plan;
  }
  return partialPlan(source, scope, chosen, known, breathe, pageRead);
}

/** All items of a ledger in the order of their chains, each once; but what is written meanwhile, which no tip names. */
async function* everyItem(ledger: OpenLedger, have: Have, pageRead: () => void): AsyncGenerator<LedgerItem> {
  const seen = new Set<EntryId>();
  const last = new Map(Object.entries(have).map(([device, { tips }]) => [device, Math.max(...tips.map(({ seq }) => seq))]));
  const isNamed = (item: LedgerItem): boolean => isStub(item) || seqOf(item.id) <= (last.get(deviceOf(item.id)) ?? 0);
  for await (const { items } of pagesOf(ledger)) {
    for (const item of items) {
      if (!seen.has(item.id) && isNamed(item)) yield item;
      seen.add(item.id);
    }
    pageRead();
  }
}

async function partialPlan(
  source: ExportSource,
  scope: Exclude<ExportScope, { kind: 'all' }>,
  chosen: readonly { readonly ledger: LedgerName; readonly open: OpenLedger }[],
  files: readonly FileFacts[],
  breathe: Breathe,
  pageRead: () => void,
): Promise<Plan> {
  const names = noNames();
  const surveyed: { readonly ledger: LedgerName; readonly open: OpenLedger; readonly places: readonly Place[] }[] = [];
  for (const { ledger, open } of chosen) surveyed.push({ ledger, open, places: await surveyOf(open, names, breathe, pageRead) });
  const stock = { places: surveyed.flatMap(({ places }) => places), names, settings: source.settings(), waiting: source.waiting };
  const choice = await chooseEntries(scope, stock, breathe);
  const disclosed = scope.kind === 'evidence' ? scope.records : undefined;
  const parts = surveyed.flatMap(({ ledger, open, places }) => partOf(ledger, open, places, choice, disclosed) ?? []);
  return { parts, files: files.filter(({ id }) => choice.files.has(id)) };
}

/** The chains of a ledger of which something is chosen; nothing where there is none. */
function partOf(
  ledger: LedgerName,
  open: OpenLedger,
  places: readonly Place[],
  { entries }: Choice,
  disclosed: ReadonlySet<RecordId> | undefined,
): Part | undefined {
  const whole = places.filter(({ id }) => entries.has(id));
  if (whole.length === 0) return undefined;
  const devices = new Set(whole.map(({ id }) => deviceOf(id)));
  const chains = places.filter(({ id }) => devices.has(deviceOf(id)));
  const items = () => itemsOf(chains, entries, open);
  return { ledger, have: haveOf(chains, entries), items: disclosed ? () => disclosing(items(), disclosed) : items };
}

const stubOf = ({ id, prev, hash }: Place): Stub => ({ id, prev, hash });

/** What a reader of the file has after it: the runs of whole entries. A stub counts where a whole entry explains it. */
function haveOf(chains: readonly Place[], whole: ReadonlySet<EntryId>): Have {
  const explained = new Set(chains.flatMap(({ id, explains }) => (whole.has(id) ? explains : [])));
  const index = new EntryIndex();
  const holdings = new Holdings(index);
  for (const place of chains) {
    if (!whole.has(place.id) && !explained.has(place.id)) continue;
    holdings.receive(stubOf(place));
    index.set(index.intern(place.id), FLAG.EXPLAINED);
  }
  return holdings.have();
}

async function* itemsOf(places: readonly Place[], whole: ReadonlySet<EntryId>, ledger: OpenLedger): AsyncGenerator<LedgerItem> {
  for (let from = 0; from < places.length; from += BATCH) {
    const batch = places.slice(from, from + BATCH);
    const contents = await contentsOf(
      batch.filter(({ id }) => whole.has(id)),
      ledger,
    );
    for (const place of batch) yield contents.get(place.id) ?? stubOf(place);
  }
}

/** Of each entry only what it writes of these records; of the rest its digest, so that its hash still proves what is shown. */
async function* disclosing(items: AsyncIterable<LedgerItem>, records: ReadonlySet<RecordId>): AsyncGenerator<LedgerItem> {
  for await (const item of items) {
    if (isEntry(item)) yield redactEntry(item, new Set(item.edits.flatMap(({ record }) => (records.has(record) ? [] : [record]))));
    else yield item;
  }
}

/** The items at these places, from the pages on which they were seen or from those that took them since. */
async function contentsOf(places: readonly Place[], ledger: OpenLedger): Promise<ReadonlyMap<EntryId, LedgerItem>> {
  const contents = new Map<EntryId, LedgerItem>();
  const wanted = new Set(places.map(({ id }) => id));
  const read = async (pages: Iterable<string>): Promise<void> => {
    for (const { items } of await ledger.itemsOf([...pages])) {
      for (const item of asKnown(items, ledger)) if (wanted.has(item.id) && !isStub(item)) contents.set(item.id, item);
    }
  };
  await read(new Set(places.map(({ page }) => page)));
  const moved = places.filter(({ id }) => !contents.has(id));
  if (moved.length > 0) await read(new Set(moved.flatMap(({ id }) => ledger.pagesOfRun(deviceOf(id), seqOf(id), seqOf(id)))));
  return contents;
}

async function* bytesOf(facts: readonly FileFacts[], { files, problems, damaged }: ExportSource): AsyncGenerator<BundledFile> {
  const open = openFiles(files, problems, undefined, damaged);
  for (const { id, name, type, ledger } of facts) {
    const bytes = await open.get(id);
    if (bytes !== undefined) yield { id, name, type, ...(ledger === 'finance' ? { ledger } : {}), bytes };
  }
}

import fc from 'fast-check';
import { appendEntries, type ChainTip } from '../chain';
import { settle } from '../clash';
import { observe, tick } from '../clock';
import type { Command } from '../command';
import { ARCHIVED, deviceOf, entryPlace, isEntry, isRedacted } from '../entry';
import type { Entry, EntryId, Json, LedgerItem, RecordId } from '../entry';
import { Fold, foldAll } from '../fold';
import { hashEntry, withId } from '../hash';
import type { KindOf, MergeKind } from '../merge-kind';
import { parseItem } from '../parse-entry';
import { planUndo } from '../undo';
import { withdrawal } from '../withdraw';
import { withoutWithdrawn } from '../withdrawn';

/** One thing that happens in a world; the numbers choose who, what and which. */
export interface Happening {
  readonly what: number;
  readonly who: number;
  readonly which: number;
  readonly how: number;
}

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5, 9);
const KINDS: Readonly<Record<string, MergeKind>> = { notes: 'longText', amount: 'guarded', rank: 'cosmetic', [ARCHIVED]: 'archived' };
const RECORDS: readonly RecordId[] = ['deal:A', 'deal:B', 'deal:A', 'contact:C', 'hologram:H'];
const WORDS = ['scope', 'billing', 'is', 'fixed', 'by', 'March', 'not', 'later'];

/** Merge kinds of the worlds below; types and fields that nobody declared are `plain`. */
export const kindOf: KindOf = (_type, field) => (Object.hasOwn(KINDS, field) ? (KINDS[field] ?? 'plain') : 'plain');

/** One person's machine: what it holds, where its chain stands, what its clock says. */
export interface Device {
  id: string;
  readonly by: RecordId;
  fold: Fold;
  readonly held: Map<EntryId, LedgerItem>;
  tip: ChainTip | undefined;
  /** What lay on its disk before each of its entries. */
  readonly past: { readonly tip: ChainTip | undefined; readonly held: readonly LedgerItem[] }[];
  clock: string | undefined;
  /** How far its clock is off, in milliseconds. */
  skew: number;
}

/** Scripts for worlds of 2 to 5 devices: edits, exchanges, forks, redactions, skewed clocks, forgeries, newer apps. */
export const aWorld = (most = 18): fc.Arbitrary<World> =>
  fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.array(happening, { minLength: 3, maxLength: most, size: 'max' }))
    .map(([devices, script]) => new World(devices, script));

const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.nat({ max: 99 }),
  who: fc.nat({ max: 59 }),
  which: fc.nat({ max: 2 ** 20 }),
  how: fc.nat({ max: 2 ** 20 }),
});

/** A small firm whose people work offline; the same script makes the same world. */
export class World {
  readonly devices: readonly Device[];
  readonly #written = new Map<EntryId, LedgerItem>();
  #now = START;
  #chance = 1;

  readonly #script: readonly Happening[];

  constructor(devices: number, script: readonly Happening[]) {
    this.#script = script;
    this.devices = Array.from({ length: devices }, (_, at) => newDevice(at));
    this.#beginTogether();
    for (const one of script) this.#happen(one);
  }

  /** Tests go on living in the world that they get, so each run gets one of its own. */
  [fc.cloneMethod](): World {
    return new World(this.devices.length, this.#script);
  }

  /** Everything that was ever written, in full: what a disk image put back has lost, an old backup still holds. */
  get items(): readonly LedgerItem[] {
    return [...this.#written.values()];
  }

  get entries(): readonly Entry[] {
    return this.items.filter(isEntry);
  }

  /** One deal that everybody has seen, so that what follows is not all creation. */
  #beginTogether(): void {
    const [first, ...others] = this.devices;
    if (!first) return;
    const set = { name: 'Billing renewal', notes: WORDS.join(' '), amount: { amount: 1, currency: 'EUR' } };
    const entries = this.commit(first, { act: 'deal.create', changes: [{ record: 'deal:A', set }] });
    for (const other of others) receive(other, entries, this.#now);
  }

  #happen({ what, who, which, how }: Happening): void {
    const device = pick(this.devices, who);
    this.#now += 1 + (how % 7) * 60_000;
    if (what < 40) this.#edit(device, which, how);
    else if (what < 60) this.#exchange(device, pick(this.devices, which), how);
    else if (what < 66) this.#archive(device, which);
    else if (what < 70) this.#settle(device, which);
    else if (what < 74) this.#undo(device, which);
    else if (what < 78) this.#restoreDisk(device, which);
    else if (what < 82) this.#redact(device, which);
    else if (what < 85) this.#withdraw(device, which);
    else if (what < 88) this.#series(device, which, how);
    else if (what < 92) this.#forge(device, which, how);
    else if (what < 95) this.#newerApp(device, which);
    else device.skew = ((how % 9) - 4) * DAY;
  }

  commit(device: Device, command: Command): readonly Entry[] {
    this.#now += 1;
    const appended = appendEntries(device.tip, command, {
      device: device.id,
      by: device.by,
      now: this.#now + device.skew,
      ...(device.clock === undefined ? {} : { clock: device.clock }),
      random: (bytes) => this.#random(bytes),
      fold: device.fold,
    });
    if (!appended.ok) throw new Error(appended.error.message);
    this.#remember(device);
    device.tip = appended.value.tip;
    for (const entry of appended.value.entries) this.#written.set(entry.id, entry);
    receive(device, appended.value.entries, this.#now);
    return appended.value.entries;
  }

  #edit(device: Device, which: number, how: number): void {
    const record = pick(RECORDS, which);
    const set: Record<string, Json> = {};
    for (const [at, field] of ['name', 'notes', 'amount', 'rank', 'reach'].entries()) {
      if ((how >> at) % 2 === 1) set[field] = this.#value(device, record, field, which >> (at + 2));
    }
    if (Object.keys(set).length === 0) set['notes'] = this.#value(device, record, 'notes', which);
    const stale = how % 11 === 0 ? { saw: { name: this.#anyIds(device, which) } } : {};
    this.commit(device, { act: 'deal.edit', changes: [{ record, set, ...stale }] });
  }

  #value(device: Device, record: RecordId, field: string, seed: number): Json {
    if (seed % 13 === 0) return null;
    if (field === 'amount') return { amount: seed % 3, currency: seed % 2 === 0 ? 'EUR' : 'USD' };
    if (field !== 'notes') return `${field} ${seed % 3}`;
    const now = device.fold.get(record)?.values['notes'];
    if (typeof now !== 'string') return WORDS.join(' ');
    const words = now.split(' ');
    words[seed % words.length] = pick(WORDS, seed >> 3);
    return words.join(' ');
  }

  #exchange(from: Device, to: Device, how: number): void {
    const items = [...from.held.values()].filter((_, at) => how % 3 === 0 || (how >> (at % 20)) % 2 === 1);
    receive(to, how % 2 === 0 ? items : items.toReversed(), this.#now + to.skew);
  }

  #archive(device: Device, which: number): void {
    this.commit(device, {
      act: 'deal.archive',
      changes: [{ record: pick(RECORDS, which), set: { [ARCHIVED]: which % 3 > 0 ? true : null } }],
    });
  }

  #settle(device: Device, which: number): void {
    const clashes = device.fold.clashes();
    const clash = clashes.length > 0 ? pick(clashes, which) : undefined;
    if (clash) this.commit(device, { act: 'ledger.settle', changes: [settle(clash, clash.sides[0]?.value ?? null)] });
  }

  #undo(device: Device, which: number): void {
    const entry = this.#anyEntry(device, which);
    if (!entry) return;
    const { command, again } = planUndo([entry], device.fold, logsOf(device, entry), kindOf);
    for (const one of command ? [command, ...again] : []) this.commit(device, one);
  }

  /** A disk image is put back: the chain goes on from an earlier entry, so it forks; often what came since is gone too. */
  #restoreDisk(device: Device, which: number): void {
    if (device.past.length === 0) return;
    const { tip, held } = pick(device.past, which);
    device.tip = tip;
    if (which % 3 === 0) return;
    device.held.clear();
    device.fold = new Fold(kindOf);
    receive(device, held, this.#now + device.skew);
  }

  #remember(device: Device): void {
    device.past.push({ tip: device.tip, held: [...device.held.values()] });
  }

  #redact(device: Device, which: number): void {
    const entry = this.#anyEntry(pick(this.devices, which), which >> 4);
    const record = entry?.edits[0]?.record;
    if (entry && record) this.commit(device, { act: 'ledger.redact', changes: [], redacts: [{ entry: entry.id, record }] });
  }

  #withdraw(device: Device, which: number): void {
    const own = [...device.held.values()]
      .filter(isEntry)
      .filter(({ id, act, redacts, series }) => deviceOf(id) === device.id && act !== 'deal.create' && !redacts && !series);
    const refused = own.length > 0 ? pick(own, which) : undefined;
    const mayState = (_record: RecordId, field: string) => which % 5 > 0 || field !== 'amount';
    if (refused) this.commit(device, withdrawal([refused], device.fold, logsOf(device, refused), kindOf, mayState));
  }

  /** A command in parts, of which other devices may get only some. */
  #series(device: Device, which: number, how: number): void {
    const of = 2 + (how % 2);
    const id = this.#hex(16);
    for (let n = 1; n <= of; n += 1) {
      const record = pick(RECORDS, which + n);
      this.appendRaw(device, { series: { id, n, of }, edits: [this.#rawEdit(device, record, { name: `part ${n}` })] });
    }
  }

  /** Names what was never set, what belongs elsewhere, what does not exist; and keys that nobody knows. */
  #forge(device: Device, which: number, how: number): void {
    const record = pick(RECORDS, which);
    const edit = { ...this.#rawEdit(device, record, { name: `forged ${how % 3}`, notes: 'forged' }), hologram: { depth: how % 5 } };
    const over = { name: this.#anyIds(device, how), notes: this.#anyIds(device, which), amount: this.#anyIds(device, how >> 3) };
    this.appendRaw(device, { edits: [{ ...edit, over }], beam: ['me', how % 3] });
  }

  #newerApp(device: Device, which: number): void {
    this.appendRaw(device, { v: 2, edits: [{ op: 'teleport', record: pick(RECORDS, which) }], by: 7 });
  }

  /** Appends an entry as another program might: right in its chain and its hash, whatever else stands in it. */
  appendRaw(device: Device, parts: { readonly [key: string]: Json }): LedgerItem {
    const seq = (device.tip?.seq ?? 0) + 1;
    const at = tick(device.tip?.at, this.#now + device.skew);
    const draft = { v: 1, prev: device.tip?.hash ?? '', at, by: device.by, act: 'raw.act', ...parts, id: entryPlace(device.id, seq) };
    const entry = withId(draft);
    const parsed = parseItem(entry);
    if (!parsed.ok) throw new Error(parsed.error.reason);
    this.#remember(device);
    device.tip = { seq, hash: hashEntry(entry).hash, at };
    this.#written.set(parsed.value.id, parsed.value);
    receive(device, [parsed.value], this.#now);
    return parsed.value;
  }

  #rawEdit(device: Device, record: RecordId, set: { readonly [key: string]: Json }): { readonly [key: string]: Json } {
    const over = Object.fromEntries(Object.keys(set).map((field) => [field, device.fold.heads(record, field)]));
    return { record, set, salt: this.#hex(16), over };
  }

  #anyEntry(device: Device, which: number): Entry | undefined {
    const entries = [...device.held.values()].filter(isEntry);
    return entries.length > 0 ? pick(entries, which) : undefined;
  }

  #anyIds(device: Device, which: number): readonly EntryId[] {
    const ids = [...device.held.keys(), `${'f'.repeat(16)}.00000007.${'0'.repeat(12)}`];
    return [...new Set([pick(ids, which), pick(ids, which >> 5)])];
  }

  #random(bytes: number): Uint8Array {
    return Uint8Array.from({ length: bytes }, () => {
      this.#chance = (this.#chance * 48_271) % 2_147_483_647;
      return this.#chance & 0xff;
    });
  }

  #hex = (bytes: number): string => Array.from(this.#random(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function newDevice(at: number): Device {
  const id = `${'0123456789abcdef'.charAt(at + 10)}`.repeat(16);
  return { id, by: `person:P${at}`, fold: new Fold(kindOf), held: new Map(), tip: undefined, past: [], clock: undefined, skew: 0 };
}

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** Folds items into what a device holds, as the local store does it: with the logs that the fold asks for. */
export function receive(device: Pick<Device, 'fold' | 'held' | 'clock'>, items: readonly LedgerItem[], now: number): void {
  foldIn(device.fold, device.held, items);
  for (const item of items) if (isEntry(item)) device.clock = observe(device.clock, item.at, now);
}

/** Adds a batch to a fold and to what stands behind it. */
export function foldIn(fold: Fold, held: Map<EntryId, LedgerItem>, items: readonly LedgerItem[]): ReturnType<Fold['add']> {
  const logs = new Map(fold.logsNeeded(items).map((record) => [record, logOf(held.values(), record)] as const));
  const changes = fold.add(items, logs);
  for (const item of items) {
    const known = held.get(item.id);
    if (!known || (isEntry(item) && !(isEntry(known) && !known.edits.some(isRedacted)))) held.set(item.id, item);
  }
  if (changes.withdrawn.length > 0) for (const item of withoutWithdrawn([...held.values()], fold.withdrawals())) held.set(item.id, item);
  if (changes.outdated) fold.become(foldAll(held.values(), kindOf));
  return changes;
}

export const logOf = (items: Iterable<LedgerItem>, record: RecordId): readonly Entry[] =>
  [...items].filter(isEntry).filter(({ edits }) => edits.some((edit) => edit.record === record));

export const logsOf = (device: Pick<Device, 'held'>, entry: Entry): ReadonlyMap<RecordId, readonly Entry[]> =>
  new Map(entry.edits.map(({ record }) => [record, logOf(device.held.values(), record)]));

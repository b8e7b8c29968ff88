import { deviceOf, isEntry, isStub, type DeviceId, type EntryId, type LedgerItem, type RecordId } from '#shared/ledger/entry';

/** Why an entry that the server does not hold is not sent. `refused`: our own. `left`: another's, who may send it. */
type Held = 'refused' | 'left';

/**
 * The entries of one ledger that the server is not known to hold. It follows from a comparison of page ids, and between
 * comparisons from what is written here and what the server acknowledges or brings.
 */
export class Unsent {
  readonly #entries = new Map<EntryId, readonly RecordId[]>();
  /** Records with such entries, and how many. */
  readonly #records = new Map<RecordId, number>();
  readonly #held = new Map<EntryId, Held>();
  #changed = new Set<RecordId>();
  #since: number | undefined;

  /** When the first of those that wait was written or found. */
  get since(): number | undefined {
    return this.#since;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Entries that wait to be sent, those left to others among them, refused ones not. */
  get waiting(): number {
    let waiting = this.#entries.size;
    for (const [id, held] of this.#held) if (held === 'refused' && this.#entries.has(id)) waiting -= 1;
    return waiting;
  }

  /** Entries that can be sent now. */
  get sendable(): number {
    let sendable = this.#entries.size;
    for (const id of this.#held.keys()) if (this.#entries.has(id)) sendable -= 1;
    return sendable;
  }

  has = (id: EntryId): boolean => this.#entries.has(id);
  hasRecord = (record: RecordId): boolean => this.#records.has(record);
  ids = (): IterableIterator<EntryId> => this.#entries.keys();
  records = (): IterableIterator<RecordId> => this.#records.keys();

  /** Notes items that came in here. A stub that nothing explains is a gap, and nothing to send. */
  add(items: readonly LedgerItem[], now: number): void {
    for (const item of items) if (!isStub(item)) this.#put(item.id, isEntry(item) ? item.edits.map(({ record }) => record) : []);
    if (this.#entries.size > 0) this.#since ??= now;
  }

  /** Sets what is unsent to exactly these, after a comparison. `recordsOf` is asked for those that were not known to be. */
  reset(uncovered: readonly EntryId[], recordsOf: (id: EntryId) => readonly RecordId[], now: number): void {
    const wanted = new Set(uncovered);
    for (const id of [...this.#entries.keys()]) if (!wanted.has(id)) this.acknowledge(id);
    for (const id of uncovered) if (!this.#entries.has(id)) this.#put(id, recordsOf(id));
    if (this.#entries.size > 0) this.#since ??= now;
  }

  /** The server holds it. */
  acknowledge(id: EntryId): boolean {
    const records = this.#entries.get(id);
    if (records === undefined) return false;
    this.#entries.delete(id);
    this.#held.delete(id);
    for (const record of records) {
      const left = (this.#records.get(record) ?? 1) - 1;
      if (left > 0) this.#records.set(record, left);
      else {
        this.#records.delete(record);
        this.#changed.add(record);
      }
    }
    if (this.#entries.size === 0) this.#since = undefined;
    return true;
  }

  hold(id: EntryId, why: Held): void {
    this.#held.set(id, why);
  }

  /** What was refused, or left to others, is sent again. */
  release(why: Held): void {
    for (const [id, held] of this.#held) if (held === why) this.#held.delete(id);
  }

  releaseOnly(id: EntryId): void {
    this.#held.delete(id);
  }

  isHeld = (id: EntryId): boolean => this.#held.has(id);

  /** Up to `most` entries to send, in chain order: this device's own first, then what is relayed for others. */
  toSend(own: DeviceId, most: number): readonly EntryId[] {
    const mine: EntryId[] = [];
    const others: EntryId[] = [];
    for (const id of this.#entries.keys()) {
      if (this.#held.has(id)) continue;
      if (deviceOf(id) === own) mine.push(id);
      else others.push(id);
    }
    return [...mine.sort(), ...others.sort()].slice(0, most);
  }

  forget(): void {
    for (const record of this.#records.keys()) this.#changed.add(record);
    this.#entries.clear();
    this.#records.clear();
    this.#held.clear();
    this.#since = undefined;
  }

  /** Records that turned sent or unsent since this was last asked. */
  takeChanged(): ReadonlySet<RecordId> {
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  #put(id: EntryId, records: readonly RecordId[]): void {
    if (this.#entries.has(id)) return;
    this.#entries.set(id, records);
    for (const record of records) {
      const count = this.#records.get(record) ?? 0;
      this.#records.set(record, count + 1);
      if (count === 0) this.#changed.add(record);
    }
  }
}

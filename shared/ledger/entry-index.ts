import { entryIdOf, deviceOf, markOf, seqOf, type DeviceId, type EntryId } from './entry';
import { formatAt, parseAt } from './clock';

/** An entry as the fold knows it: a small number, valid in one `EntryIndex` only. */
export type EntryNo = number;

/** What is known of an entry. A number with none of these is only a name that somebody's `over` or `prev` gave. */
export const FLAG = {
  /** It has its place in a chain here: as an entry, a stub, or an entry of a newer version. */
  HELD: 1,
  /** Its edits are in the records. */
  FOLDED: 2,
  /** Only its stub is held. */
  STUB: 4,
  /** A withdrawal or redaction names it, so a stub in its place is no gap. */
  EXPLAINED: 8,
  /** An entry that is held names it as `prev`. */
  FOLLOWED: 16,
  /** It was folded with at least one edit in redacted form. */
  PARTIAL: 32,
  /** Of a newer version: held, not understood. */
  NEWER: 64,
} as const;

/** The index as plain arrays, for the snapshot. */
export interface PackedIndex {
  readonly devices: readonly DeviceId[];
  readonly device: Uint32Array;
  readonly seq: Uint32Array;
  readonly markHigh: Uint16Array;
  readonly markLow: Uint32Array;
  readonly flags: Uint8Array;
  readonly ms: Float64Array;
  readonly count: Uint16Array;
  readonly prev: Int32Array;
  readonly overStart: Int32Array;
  readonly overCount: Uint16Array;
  readonly overs: Int32Array;
}

const NONE = -1;

/**
 * Every entry id as a number, with what the fold must remember of the entry: about 40 bytes each, where the ids
 * themselves as texts would take three times that. Time is *effective* time.
 */
export class EntryIndex {
  readonly #devices: DeviceId[] = [];
  readonly #deviceNo = new Map<DeviceId, number>();
  #size = 0;
  #device: Uint32Array = new Uint32Array(64);
  #seq: Uint32Array = new Uint32Array(64);
  #markHigh: Uint16Array = new Uint16Array(64);
  #markLow: Uint32Array = new Uint32Array(64);
  #flags: Uint8Array = new Uint8Array(64);
  #ms: Float64Array = new Float64Array(64);
  #count: Uint16Array = new Uint16Array(64);
  #prev: Int32Array = new Int32Array(64);
  #overStart: Int32Array = new Int32Array(64);
  #overCount: Uint16Array = new Uint16Array(64);
  #overs: Int32Array = new Int32Array(64);
  #oversUsed = 0;
  /** Open addressing; the mark is a hash already. Holds number + 1, 0 is free. */
  #table: Int32Array = new Int32Array(256);
  #lastId = '';
  #lastNo: EntryNo = NONE;

  get size(): number {
    return this.#size;
  }

  /** The number of an id, or undefined where nothing ever named it. */
  find(id: EntryId): EntryNo | undefined {
    if (id === this.#lastId) return this.#lastNo;
    const device = this.#deviceNo.get(deviceOf(id));
    if (device === undefined) return undefined;
    const slot = this.#slotOf(device, seqOf(id), id);
    const held = this.#table[slot] ?? 0;
    if (held === 0) return undefined;
    this.#lastId = id;
    this.#lastNo = held - 1;
    return held - 1;
  }

  /** The number of an id; a new one where nothing named it before. */
  intern(id: EntryId): EntryNo {
    return this.find(id) ?? this.#append(id);
  }

  idOf(no: EntryNo): EntryId {
    const mark = (this.#markHigh[no] ?? 0).toString(16).padStart(4, '0') + (this.#markLow[no] ?? 0).toString(16).padStart(8, '0');
    return entryIdOf(this.deviceOf(no), this.seqOf(no), mark);
  }

  deviceOf = (no: EntryNo): DeviceId => this.#devices[this.#device[no] ?? 0] ?? '';
  seqOf = (no: EntryNo): number => this.#seq[no] ?? 0;
  has = (no: EntryNo, flag: number): boolean => ((this.#flags[no] ?? 0) & flag) !== 0;
  set = (no: EntryNo, flag: number): void => void (this.#flags[no] = (this.#flags[no] ?? 0) | flag);
  clear = (no: EntryNo, flag: number): void => void (this.#flags[no] = (this.#flags[no] ?? 0) & ~flag);

  /** The entry before this one in its chain; undefined for a device's first. */
  prevOf(no: EntryNo): EntryNo | undefined {
    const prev = this.#prev[no] ?? NONE;
    return prev === NONE ? undefined : prev;
  }

  /** Links an entry to the one whose full hash it names as `prev`. */
  link(no: EntryNo, prevHash: string): EntryNo | undefined {
    const seq = this.seqOf(no);
    if (seq <= 1 || prevHash === '') return undefined;
    const prev = this.intern(entryIdOf(this.deviceOf(no), seq - 1, prevHash));
    this.#prev[no] = prev;
    return prev;
  }

  /** The entries that this one names as seen, each once. */
  oversOf(no: EntryNo): Int32Array {
    const start = this.#overStart[no] ?? 0;
    return this.#overs.subarray(start, start + (this.#overCount[no] ?? 0));
  }

  /** True where the author of `no` named `other` as seen. */
  saw = (no: EntryNo, other: EntryNo): boolean => this.oversOf(no).includes(other);

  /** Notes what an entry is over. At most 65,535 names; an entry has no room for more. */
  setOvers(no: EntryNo, overs: readonly EntryNo[]): void {
    if (this.#oversUsed + overs.length > this.#overs.length) {
      this.#overs = grown(this.#overs, Math.max(this.#overs.length * 2, this.#oversUsed + overs.length));
    }
    this.#overs.set(overs, this.#oversUsed);
    this.#overStart[no] = this.#oversUsed;
    this.#overCount[no] = overs.length;
    this.#oversUsed += overs.length;
  }

  /** Sets the effective time to an entry's own `at`. */
  setTime(no: EntryNo, at: string): void {
    const time = parseAt(at);
    this.#ms[no] = time?.ms ?? 0;
    this.#count[no] = time?.count ?? 0;
  }

  /** Raises the effective time of `no` to that of `other`; false where it is not earlier. */
  raise(no: EntryNo, other: EntryNo): boolean {
    if (this.compareTime(no, other) >= 0) return false;
    this.#ms[no] = this.#ms[other] ?? 0;
    this.#count[no] = this.#count[other] ?? 0;
    return true;
  }

  effectiveAt = (no: EntryNo): string => formatAt({ ms: this.#ms[no] ?? 0, count: this.#count[no] ?? 0 });

  compareTime = (a: EntryNo, b: EntryNo): number =>
    (this.#ms[a] ?? 0) - (this.#ms[b] ?? 0) || (this.#count[a] ?? 0) - (this.#count[b] ?? 0);

  /** Order by effective time, then id: which of several heads is the latest. */
  compare(a: EntryNo, b: EntryNo): number {
    if (a === b) return 0;
    return this.compareTime(a, b) || (this.idOf(a) < this.idOf(b) ? -1 : 1);
  }

  /** For each entry, the folded entries that name it as seen. Built on demand: late arrivals that turn time are rare. */
  followers(): ReadonlyMap<EntryNo, readonly EntryNo[]> {
    const followers = new Map<EntryNo, EntryNo[]>();
    for (let no = 0; no < this.#size; no += 1) {
      for (const over of this.oversOf(no)) {
        const list = followers.get(over);
        if (list) list.push(no);
        else followers.set(over, [no]);
      }
    }
    return followers;
  }

  pack(): PackedIndex {
    const n = this.#size;
    return {
      devices: [...this.#devices],
      device: this.#device.slice(0, n),
      seq: this.#seq.slice(0, n),
      markHigh: this.#markHigh.slice(0, n),
      markLow: this.#markLow.slice(0, n),
      flags: this.#flags.slice(0, n),
      ms: this.#ms.slice(0, n),
      count: this.#count.slice(0, n),
      prev: this.#prev.slice(0, n),
      overStart: this.#overStart.slice(0, n),
      overCount: this.#overCount.slice(0, n),
      overs: this.#overs.slice(0, this.#oversUsed),
    };
  }

  static unpack(packed: PackedIndex): EntryIndex {
    const index = new EntryIndex();
    for (const device of packed.devices) index.#deviceNumber(device);
    index.#size = packed.seq.length;
    const room = Math.max(64, packed.seq.length);
    index.#device = grown(packed.device, room);
    index.#seq = grown(packed.seq, room);
    index.#markHigh = grown(packed.markHigh, room);
    index.#markLow = grown(packed.markLow, room);
    index.#flags = grown(packed.flags, room);
    index.#ms = grown(packed.ms, room);
    index.#count = grown(packed.count, room);
    index.#prev = grown(packed.prev, room);
    index.#overStart = grown(packed.overStart, room);
    index.#overCount = grown(packed.overCount, room);
    index.#overs = grown(packed.overs, Math.max(64, packed.overs.length));
    index.#oversUsed = packed.overs.length;
    index.#rehash();
    return index;
  }

  #append(id: EntryId): EntryNo {
    if (this.#size >= this.#seq.length) this.#grow();
    const no = this.#size;
    this.#size += 1;
    this.#device[no] = this.#deviceNumber(deviceOf(id));
    this.#seq[no] = seqOf(id);
    this.#markHigh[no] = Number.parseInt(id.slice(26, 30), 16);
    this.#markLow[no] = Number.parseInt(id.slice(30), 16);
    this.#prev[no] = NONE;
    if (this.#size * 2 > this.#table.length) this.#rehash();
    else this.#table[this.#freeSlot(no)] = no + 1;
    return no;
  }

  #deviceNumber(device: DeviceId): number {
    let no = this.#deviceNo.get(device);
    if (no === undefined) {
      no = this.#devices.length;
      this.#devices.push(device);
      this.#deviceNo.set(device, no);
    }
    return no;
  }

  /** Where the id stands, or the free slot where it would. */
  #slotOf(device: number, seq: number, id: EntryId): number {
    const mark = markOf(id);
    const high = Number.parseInt(mark.slice(0, 4), 16);
    const low = Number.parseInt(mark.slice(4), 16);
    const mask = this.#table.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const no = (this.#table[slot] ?? 0) - 1;
      if (no < 0) return slot;
      const same = this.#markLow[no] === low && this.#markHigh[no] === high && this.#seq[no] === seq && this.#device[no] === device;
      if (same) return slot;
    }
  }

  #freeSlot(no: EntryNo): number {
    const mask = this.#table.length - 1;
    let slot = (this.#markLow[no] ?? 0) & mask;
    while ((this.#table[slot] ?? 0) !== 0) slot = (slot + 1) & mask;
    return slot;
  }

  #rehash(): void {
    let length = this.#table.length;
    while (length < this.#size * 4) length *= 2;
    this.#table = new Int32Array(length);
    for (let no = 0; no < this.#size; no += 1) this.#table[this.#freeSlot(no)] = no + 1;
  }

  #grow(): void {
    const length = Math.max(64, this.#seq.length * 2);
    this.#device = grown(this.#device, length);
    this.#seq = grown(this.#seq, length);
    this.#markHigh = grown(this.#markHigh, length);
    this.#markLow = grown(this.#markLow, length);
    this.#flags = grown(this.#flags, length);
    this.#ms = grown(this.#ms, length);
    this.#count = grown(this.#count, length);
    this.#prev = grown(this.#prev, length);
    this.#overStart = grown(this.#overStart, length);
    this.#overCount = grown(this.#overCount, length);
  }
}

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

function grown<T extends Numbers>(array: T, length: number): T {
  const next = new (array.constructor as new (length: number) => T)(length);
  next.set(array);
  return next;
}

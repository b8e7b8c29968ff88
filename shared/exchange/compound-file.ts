/**
 * Whether a compound file (MS-CFB, the container of `.msg`) can be read to its end. The library that reads it follows
 * chains of sectors and trees of names wherever they lead: in a damaged or forged file that is round and round, until the
 * memory is gone. So every way it would take is walked here first, each with a limit that no honest file reaches.
 */
export function isSoundCompoundFile(bytes: Uint8Array): boolean {
  if (bytes.length < 1024) return false;
  const file = layoutOf(bytes);
  if (!file) return false;
  const entries = directoryOf(file);
  const root = entries?.[0];
  if (!entries || !root || !ends(root.start, file.next, file.sectors)) return false;
  return isTree(entries, 0, new Set()) && entries.every((entry) => isSoundStream(entry, file));
}

interface Layout {
  readonly view: DataView;
  readonly sectorSize: number;
  /** How many sectors the file can have. */
  readonly sectors: number;
  readonly directoryStart: number;
  /** The sector after one, and the small sector after a small one; negative where the chain ends. */
  readonly next: (sector: number) => number;
  readonly nextSmall: (sector: number) => number;
}

const HEADER = {
  sectorShift: 30,
  fatCount: 0x2c,
  directory: 0x30,
  smallFat: 0x3c,
  smallFatCount: 0x40,
  difat: 0x44,
  difatCount: 0x48,
  fat: 0x4c,
};
const FAT_SECTORS_IN_HEADER = 109;
const SMALL_STREAM_LIMIT = 4096;
const END = -2;

function layoutOf(bytes: Uint8Array): Layout | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = view.getUint8(HEADER.sectorShift) === 12 ? 4096 : 512;
  const sectors = Math.ceil(bytes.length / sectorSize);
  const int = (offset: number) => view.getInt32(offset, true);
  const counts = [HEADER.fatCount, HEADER.smallFatCount, HEADER.difatCount].map(int);
  if (counts.some((count) => count < 0 || count > sectors)) return undefined;
  const fat = fatSectors(view, sectorSize);
  const next = follower(view, sectorSize, fat);
  const smallFat = chain(int(HEADER.smallFat), next, int(HEADER.smallFatCount));
  return { view, sectorSize, sectors, directoryStart: int(HEADER.directory), next, nextSmall: follower(view, sectorSize, smallFat) };
}

/** The sectors of the allocation table: the first ones in the header, the others in sectors that are chained. */
function fatSectors(view: DataView, sectorSize: number): readonly number[] {
  const count = view.getInt32(HEADER.fatCount, true);
  const found = Array.from({ length: Math.min(count, FAT_SECTORS_IN_HEADER) }, (_, index) => view.getInt32(HEADER.fat + 4 * index, true));
  const perSector = sectorSize / 4 - 1;
  let at = view.getInt32(HEADER.difat, true);
  for (let left = view.getInt32(HEADER.difatCount, true); left > 0 && found.length < count; left -= 1) {
    for (let index = 0; index < perSector && found.length < count; index += 1) found.push(entryAt(view, sectorSize, at, index));
    at = entryAt(view, sectorSize, at, perSector);
  }
  return found;
}

/** Where a chain goes on, by the table that stands in `table`'s sectors. */
function follower(view: DataView, sectorSize: number, table: readonly number[]): (sector: number) => number {
  const perSector = sectorSize / 4;
  return (sector) => {
    const holder = sector < 0 ? undefined : table[Math.floor(sector / perSector)];
    return holder === undefined ? END : entryAt(view, sectorSize, holder, sector % perSector);
  };
}

function entryAt(view: DataView, sectorSize: number, sector: number, index: number): number {
  const offset = (sector + 1) * sectorSize + 4 * index;
  return sector < 0 || offset + 4 > view.byteLength ? END : view.getInt32(offset, true);
}

function chain(start: number, next: (sector: number) => number, limit: number): readonly number[] {
  const found: number[] = [];
  for (let sector = start; sector >= 0 && found.length < limit; sector = next(sector)) found.push(sector);
  return found;
}

/** True for a chain that ends within `limit` steps; one that is longer than the file goes round. */
const ends = (start: number, next: (sector: number) => number, limit: number): boolean => chain(start, next, limit + 1).length <= limit;

interface DirectoryEntry {
  readonly kind: number;
  readonly before: number;
  readonly after: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const ENTRY_SIZE = 128;
const STORAGE = 1;
const STREAM = 2;

function directoryOf({ view, sectorSize, sectors, directoryStart, next }: Layout): readonly DirectoryEntry[] | undefined {
  const held = chain(directoryStart, next, sectors + 1);
  if (held.length === 0 || held.length > sectors) return undefined;
  return held.flatMap((sector) =>
    Array.from({ length: sectorSize / ENTRY_SIZE }, (_, index) => (sector + 1) * sectorSize + index * ENTRY_SIZE)
      .filter((offset) => offset + ENTRY_SIZE <= view.byteLength)
      .map((offset) => entryOf(view, offset)),
  );
}

function entryOf(view: DataView, offset: number): DirectoryEntry {
  const int = (at: number) => view.getInt32(offset + at, true);
  return { kind: view.getUint8(offset + 0x42), before: int(0x44), after: int(0x48), child: int(0x4c), start: int(0x74), size: int(0x78) };
}

/** No name is reached twice: neither from its neighbours nor from the storage that holds it. */
function isTree(entries: readonly DirectoryEntry[], top: number, seen: Set<number>): boolean {
  const open = [entries[top]?.child ?? -1];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (index === -1) continue;
    const entry = entries[index];
    if (!entry || seen.has(index)) return false;
    seen.add(index);
    open.push(entry.before, entry.after, ...(entry.kind === STORAGE ? [entry.child] : []));
  }
  return true;
}

function isSoundStream({ kind, start, size }: DirectoryEntry, { view, sectors, sectorSize, nextSmall }: Layout): boolean {
  if (kind !== STREAM) return true;
  if (size < 0 || size > view.byteLength) return false;
  return size === 0 || size >= SMALL_STREAM_LIMIT || ends(start, nextSmall, (sectors * sectorSize) / 64);
}

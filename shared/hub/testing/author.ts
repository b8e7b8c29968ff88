import { appendEntries, type ChainTip } from '../../ledger/chain';
import type { Command } from '../../ledger/command';
import type { DeviceId, Entry, Json, LedgerItem, RecordId } from '../../ledger/entry';
import { packPages } from '../../ledger/page';
import type { PageDocument } from '../protocol';

/** Somebody at a device of their own, who writes without having seen what anybody else wrote. */
export class Author {
  readonly device: DeviceId;
  readonly by: RecordId;
  readonly #said: Entry[] = [];
  #tip: ChainTip | undefined;
  #chance: number;

  /** The same number makes the same device. */
  constructor(number: number, by: RecordId = 'person:ANN') {
    this.device = number.toString(16).padStart(16, '0');
    this.by = by;
    this.#chance = number;
  }

  /** The next entry of the device, or entries where the command takes several. */
  write(command: Command): readonly Entry[] {
    const now = Date.UTC(2026, 0, 5, 9) + this.#said.length;
    const fold = { heads: () => [], fields: () => [], have: () => ({}) };
    const appended = appendEntries(this.#tip, command, {
      device: this.device,
      by: this.by,
      now,
      fold,
      random: (bytes) => this.#random(bytes),
    });
    if (!appended.ok) throw new Error(appended.error.message);
    this.#tip = appended.value.tip;
    this.#said.push(...appended.value.entries);
    return appended.value.entries;
  }

  /** One edit of one record, as an entry. */
  set(record: RecordId, set: Readonly<Record<string, Json>>, saw?: Readonly<Record<string, readonly string[]>>): Entry {
    const [entry] = this.write({ act: 'record.edit', changes: [{ record, set, ...(saw ? { saw } : {}) }] });
    if (!entry) throw new Error('Nothing was written.');
    return entry;
  }

  /** Everything written since the last call, in as few pages as hold it. */
  pages(from: string): readonly PageDocument[] {
    return pagesOf(this.#said.splice(0), from);
  }

  #random(bytes: number): Uint8Array {
    return Uint8Array.from({ length: bytes }, () => {
      this.#chance = (Math.imul(this.#chance, 1_103_515_245) + 12_345) >>> 0;
      return this.#chance >>> 16;
    });
  }
}

/** Items as the documents in which they travel. */
export const pagesOf = (items: readonly LedgerItem[], from: string): readonly PageDocument[] =>
  packPages(items).map(({ id, text }) => ({ _id: id, from, entries: JSON.parse(text) as readonly unknown[] }));

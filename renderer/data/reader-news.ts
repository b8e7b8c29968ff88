import type { RecordId } from '#shared/ledger/entry';
import type { FoldedPages } from './open-ledger';
import type { ReadModel } from './read-model';
import { EVERYTHING } from './topics';

/** What came of quiet work. */
export interface Told<T> {
  readonly result: T;
  /** Records that changed meanwhile. */
  readonly changed: ReadonlySet<RecordId>;
}

/** Tells readers what folding changed: at once, or, while much comes in, all of it at the end. */
export class ReaderNews {
  readonly #records: () => ReadModel;
  /** Records that changed and that nobody is told of yet. */
  #untold: Set<RecordId> | undefined;
  #depth = 0;

  constructor(records: () => ReadModel) {
    this.#records = records;
  }

  folded({ ledger, change, anew }: FoldedPages): void {
    if (this.#untold !== undefined) for (const record of change.records) this.#untold.add(record);
    else if (anew) this.#tellAll(change.records);
    else this.#records().apply(ledger, change);
  }

  /** What is folded meanwhile is told at the end, at once; also where the work breaks off. */
  async quietly<T>(work: () => Promise<T>): Promise<Told<T>> {
    const changed = (this.#untold ??= new Set());
    this.#depth += 1;
    try {
      return { result: await work(), changed };
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) {
        this.#untold = undefined;
        this.#tellAll(changed);
      }
    }
  }

  #tellAll(changed: ReadonlySet<RecordId>): void {
    const records = this.#records();
    records.rebuild();
    records.announce(new Set<string>([EVERYTHING, ...changed]));
  }
}

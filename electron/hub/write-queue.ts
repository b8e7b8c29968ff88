import type { Lanes } from './lanes';
import type { Pouch } from './level-store';
import { planBatch, writePlans, type Batch, type BatchRow, type Plan, type Written } from './write-batch';

/** The most that is written at once. */
const MOST_DOCUMENTS = 1000;
const MOST_CHARACTERS = 8 * 1024 * 1024;

interface Waiting {
  readonly batch: Batch;
  readonly done: (rows: readonly BatchRow[]) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Batches of many clients, written one group after the other: what arrives while the disk is busy goes with the next
 * write, so that twenty clients do not wait for the disk twenty times. Each batch is answered as if it were alone.
 */
export class WriteQueue {
  readonly #lanes: Lanes;
  readonly #pouch: () => Pouch;
  /** Told what was written before anybody is answered. */
  readonly #onWritten: (ids: readonly string[]) => Promise<void>;
  readonly #waiting: Waiting[] = [];

  constructor(lanes: Lanes, pouch: () => Pouch, onWritten: (ids: readonly string[]) => Promise<void>) {
    this.#lanes = lanes;
    this.#pouch = pouch;
    this.#onWritten = onWritten;
  }

  add(batch: Batch): Promise<readonly BatchRow[]> {
    return new Promise((done, failed) => {
      const waiting = { batch, done, failed };
      this.#waiting.push(waiting);
      // One turn for each batch; most find that an earlier turn has taken theirs along.
      this.#lanes.write(() => this.#writeGroup()).catch(failed);
    });
  }

  async #writeGroup(): Promise<void> {
    const group = takeGroup(this.#waiting);
    if (group.length === 0) return;
    try {
      const planned = await this.#plan(group);
      const results =
        planned.length === 0
          ? []
          : await writePlans(
              this.#pouch(),
              planned.map(([, plan]) => plan),
            );
      await this.#onWritten(results.flatMap(({ wrote }) => wrote));
      for (const [index, [waiting]] of planned.entries()) answer(waiting, results[index]);
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  }

  /** A batch that is refused as a whole is answered at once and does not hold up the others. */
  async #plan(group: readonly Waiting[]): Promise<readonly (readonly [Waiting, Plan])[]> {
    const planned: (readonly [Waiting, Plan])[] = [];
    for (const waiting of group) {
      try {
        planned.push([waiting, await planBatch(this.#pouch(), waiting.batch)]);
      } catch (error) {
        waiting.failed(error);
      }
    }
    return planned;
  }
}

function answer({ done, failed }: Waiting, result: Written | undefined): void {
  if (result) done(result.rows);
  else failed(new Error('A batch was written without a result.'));
}

/**
 * The batches from the front that can be written together: of one kind, without an id in common, since each must see
 * what the one before has written, and no design documents, which change the rules for those behind them.
 */
function takeGroup(waiting: Waiting[]): readonly Waiting[] {
  const group: Waiting[] = [];
  const ids = new Set<string>();
  let [documents, characters] = [0, 0];
  for (let next = waiting[0]; next; next = waiting[0]) {
    const { batch } = next;
    documents += batch.documents.length;
    characters += batch.documents.reduce((sum, { text }) => sum + text.length, 0);
    const isFirst = group.length === 0;
    const fits = batch.newEdits === group[0]?.batch.newEdits && documents <= MOST_DOCUMENTS && characters <= MOST_CHARACTERS;
    if (!isFirst && (!fits || isAlone(next) || batch.documents.some(({ id }) => id !== undefined && ids.has(id)))) break;
    group.push(next);
    waiting.shift();
    if (isAlone(next)) break;
    for (const { id } of batch.documents) if (id !== undefined) ids.add(id);
  }
  return group;
}

const isAlone = ({ batch }: Waiting): boolean => batch.documents.some(({ id }) => id !== undefined && /^_(?:design|local)\//u.test(id));

/** What a happening belongs to. When it ends, nothing that it waits for happens any more. */
export interface Owner {
  readonly name: string;
  ended: boolean;
}

interface Happening {
  readonly at: number;
  readonly n: number;
  readonly owner: Owner | undefined;
  readonly run: () => void;
  cancelled: boolean;
}

/**
 * A clock that stands still while anything runs, and jumps to the next happening when nothing does. Everything that
 * takes time in a simulated world is a happening here, so the same seed gives the same run to the last step.
 */
export class VirtualTime {
  now: number;
  /** Happenings so far. */
  steps = 0;
  readonly #heap: Happening[] = [];
  #count = 0;

  constructor(start: number) {
    this.now = start;
  }

  /** Runs something later; gives a function that calls it off. */
  after(ms: number, run: () => void, owner?: Owner): () => void {
    const happening: Happening = { at: this.now + Math.max(0, ms), n: (this.#count += 1), owner, run, cancelled: false };
    this.#push(happening);
    return () => void (happening.cancelled = true);
  }

  /** Lets happenings happen, until `end` or until `enough` says so; asked after each. */
  async runUntil(end: number, enough: () => boolean = () => false): Promise<void> {
    await nothingRuns();
    if (enough()) return;
    for (let next = this.#heap[0]; next !== undefined && next.at <= end; next = this.#heap[0]) {
      this.#pop();
      if (next.cancelled || next.owner?.ended === true) continue;
      this.now = Math.max(this.now, next.at);
      this.steps += 1;
      next.run();
      await nothingRuns();
      if (enough()) return;
    }
    this.now = Math.max(this.now, end);
  }

  #push(happening: Happening): void {
    const heap = this.#heap;
    let at = heap.push(happening) - 1;
    for (let parent = (at - 1) >> 1; at > 0 && isBefore(happening, heap[parent] as Happening); parent = (at - 1) >> 1) {
      heap[at] = heap[parent] as Happening;
      at = parent;
    }
    heap[at] = happening;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop() as Happening;
    if (heap.length === 0) return;
    let at = 0;
    for (let child = 1; child < heap.length; child = at * 2 + 1) {
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Happening, heap[child] as Happening)) child += 1;
      if (!isBefore(heap[child] as Happening, last)) break;
      heap[at] = heap[child] as Happening;
      at = child;
    }
    heap[at] = last;
  }
}

const isBefore = (a: Happening, b: Happening): boolean => a.at < b.at || (a.at === b.at && a.n < b.n);

/** Promises that are ready run before the next macrotask: after one, everything waits for a happening. */
const nothingRuns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

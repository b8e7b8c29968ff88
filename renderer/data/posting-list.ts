const MOST_TIMES = 255;

/** The documents that have one word, in ascending order, and how often each has it. */
export class PostingList {
  documents = new Uint32Array(4);
  times = new Uint8Array(4);
  length = 0;

  /** `document` must be higher than any before. */
  add(document: number, times: number): void {
    if (this.length === this.documents.length) this.#grow();
    this.documents[this.length] = document;
    this.times[this.length] = Math.min(times, MOST_TIMES);
    this.length += 1;
  }

  has(document: number): boolean {
    let low = 0;
    for (let high = this.length; low < high;) {
      const middle = (low + high) >>> 1;
      if ((this.documents[middle] as number) < document) low = middle + 1;
      else high = middle;
    }
    return low < this.length && this.documents[low] === document;
  }

  /** Keeps the documents that have a new number, in their order. */
  renumber(next: ReadonlyMap<number, number>): void {
    let kept = 0;
    for (let at = 0; at < this.length; at += 1) {
      const number = next.get(this.documents[at] as number);
      if (number === undefined) continue;
      this.documents[kept] = number;
      this.times[kept] = this.times[at] as number;
      kept += 1;
    }
    this.length = kept;
  }

  #grow(): void {
    const [documents, times] = [new Uint32Array(this.length * 2), new Uint8Array(this.length * 2)];
    documents.set(this.documents);
    times.set(this.times);
    [this.documents, this.times] = [documents, times];
  }
}

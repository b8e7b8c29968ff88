/** What the snapshot keeps of a `PageIndex`. */
export interface PackedPageIndex {
  readonly pages: readonly string[];
  /** scope → numbers of pages (positions in `pages`), differences between neighbours. */
  readonly scopes: Readonly<Record<string, readonly number[]>>;
  /** Positions in `pages` of those that hold stubs. */
  readonly stubs?: readonly number[];
}

/**
 * Which pages hold entries of a deal, of an account, or of a record that belongs to neither (its own id is then its
 * scope). A page may be named that holds nothing of the scope; one that does is never left out. Histories read only
 * these pages.
 */
export class PageIndex {
  /** Page ids by number; `undefined` where the page was folded into another. */
  readonly #pages: (string | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  /** Numbers of pages that were folded away, and of those that took their entries. */
  readonly #foldedNumbers = new Map<string, number>();
  readonly #foldedInto = new Map<number, number[]>();
  readonly #scopes = new Map<string, number[]>();
  readonly #withStubs = new Set<string>();

  static unpack(packed: PackedPageIndex): PageIndex {
    const index = new PageIndex();
    for (const page of packed.pages) index.#numberOf(page);
    for (const position of packed.stubs ?? []) index.#withStubs.add(packed.pages[position] ?? '');
    for (const [scope, steps] of Object.entries(packed.scopes)) {
      let at = 0;
      index.#scopes.set(
        scope,
        steps.map((step) => (at += step)),
      );
    }
    return index;
  }

  pack(): PackedPageIndex {
    const live = this.#pages.flatMap((page, number) => (page === undefined ? [] : [{ page, number }]));
    const renumbered = new Map(live.map(({ number }, position) => [number, position]));
    const scopes: Record<string, number[]> = {};
    for (const [scope, numbers] of this.#scopes) {
      const standing = [...this.#resolved(numbers)].flatMap((number) => renumbered.get(number) ?? []);
      const positions = standing.sort((a, b) => a - b);
      scopes[scope] = positions.map((position, at) => position - (positions[at - 1] ?? 0));
    }
    const pages = live.map(({ page }) => page);
    return { pages, scopes, stubs: pages.flatMap((page, position) => (this.#withStubs.has(page) ? [position] : [])) };
  }

  has(page: string): boolean {
    return this.#numbers.has(page);
  }

  get pages(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  /** Says whether a page holds stubs: a fuller page may then be written over it, under the same id. */
  noteStubs(page: string, some: boolean): void {
    if (some) this.#withStubs.add(page);
    else this.#withStubs.delete(page);
  }

  hasStubs(page: string): boolean {
    return this.#withStubs.has(page);
  }

  /** Notes that a page holds entries of these scopes. */
  note(page: string, scopes: Iterable<string>): void {
    const number = this.#numberOf(page);
    for (const scope of scopes) {
      const numbers = this.#scopes.get(scope);
      if (numbers === undefined) this.#scopes.set(scope, [number]);
      else if (numbers.at(-1) !== number) numbers.push(number);
    }
  }

  /** A record moved: what `from` holds may now be asked for under `to` as well. */
  join(from: string, to: string): void {
    const numbers = this.#scopes.get(from);
    if (numbers === undefined || from === to) return;
    this.#scopes.set(to, [...new Set([...(this.#scopes.get(to) ?? []), ...numbers])]);
  }

  /** `page` took entries of each of `removed`; one that was cut in two is named again with the next page. */
  fold(page: string, removed: readonly string[]): void {
    const into = this.#numberOf(page);
    for (const gone of removed) {
      const number = this.#numbers.get(gone) ?? this.#foldedNumbers.get(gone);
      if (number === undefined || number === into) continue;
      if (this.#withStubs.delete(gone)) this.#withStubs.add(page);
      this.#numbers.delete(gone);
      this.#foldedNumbers.set(gone, number);
      this.#pages[number] = undefined;
      this.#foldedInto.set(number, [...(this.#foldedInto.get(number) ?? []), into]);
    }
  }

  /** Forgets pages that are no longer there: they were folded into others, which are filed by themselves. */
  drop(pages: Iterable<string>): void {
    for (const page of pages) {
      const number = this.#numbers.get(page);
      if (number === undefined) continue;
      this.#numbers.delete(page);
      this.#pages[number] = undefined;
      this.#withStubs.delete(page);
    }
  }

  /** Ids of the pages to read for these scopes. */
  pagesOf(scopes: Iterable<string>): string[] {
    const found = new Set<number>();
    for (const scope of scopes) for (const number of this.#resolved(this.#scopes.get(scope) ?? [])) found.add(number);
    return [...found].flatMap((number) => this.#pages[number] ?? []);
  }

  #resolved(numbers: readonly number[]): Set<number> {
    const standing = new Set<number>();
    const queue = [...numbers];
    for (let number = queue.pop(); number !== undefined; number = queue.pop()) {
      const into = this.#foldedInto.get(number);
      if (into === undefined) standing.add(number);
      else queue.push(...into);
    }
    return standing;
  }

  #numberOf(page: string): number {
    const known = this.#numbers.get(page);
    if (known !== undefined) return known;
    this.#pages.push(page);
    this.#numbers.set(page, this.#pages.length - 1);
    return this.#pages.length - 1;
  }
}

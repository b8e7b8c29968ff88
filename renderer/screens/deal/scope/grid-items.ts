import type { ScopeLine } from '#shared/records/registry';

/** The parts of the table. What was taken out or is given for nothing stays in sight, apart. */
export type Section = 'sold' | 'courtesy' | 'away';

/** One row of the table; `key` is the id of a line, `new` for the row in which one is written. */
export type GridItem =
  | { readonly kind: 'heading'; readonly key: string; readonly section: Section; readonly lines: readonly ScopeLine[] }
  | { readonly kind: 'line'; readonly key: string; readonly section: Section; readonly line: ScopeLine }
  | { readonly kind: 'new'; readonly key: typeof NEW };

export const NEW = 'new';

export interface GridView {
  /** Only lines of this status. */
  readonly status: ScopeLine['status'] | undefined;
  readonly find: string;
  /** The line below which the next one is written; at the end of what is sold when left out. */
  readonly addBelow: string | undefined;
}

export const sectionOf = ({ status }: ScopeLine): Section =>
  status === 'courtesy' ? 'courtesy' : status === 'negotiated away' ? 'away' : 'sold';

/** The rows of the table, from the lines of the deal in their order. */
export function gridItems(lines: readonly ScopeLine[], view: GridView): readonly GridItem[] {
  const shown = lines.filter((line) => (!view.status || line.status === view.status) && says(line, view.find));
  const of = (section: Section): readonly ScopeLine[] => shown.filter((line) => sectionOf(line) === section);
  return [...soldItems(of('sold'), view), ...apart('courtesy', of('courtesy')), ...apart('away', of('away'))];
}

function soldItems(lines: readonly ScopeLine[], { status, find, addBelow }: GridView): readonly GridItem[] {
  const items: GridItem[] = lines.map((line) => ({ kind: 'line', key: line.id, section: 'sold', line }));
  // A new line is proposed: written into another list it would vanish from under the hand.
  if (find.trim() !== '' || (status !== undefined && status !== 'proposed')) return items;
  const above = items.findIndex(({ key }) => key === addBelow);
  items.splice(above < 0 ? items.length : above + 1, 0, { kind: 'new', key: NEW });
  return items;
}

function apart(section: Section, lines: readonly ScopeLine[]): readonly GridItem[] {
  if (lines.length === 0) return [];
  return [
    { kind: 'heading', key: `heading ${section}`, section, lines },
    ...lines.map((line): GridItem => ({ kind: 'line', key: line.id, section, line })),
  ];
}

function says(line: ScopeLine, find: string): boolean {
  const asked = find.trim().toLocaleLowerCase();
  if (asked === '') return true;
  const words = [line.title, line.included, line.excluded, line.assumptions, line.acceptanceTest, line.why, line.role, line.quote];
  return words.join('\n').toLocaleLowerCase().includes(asked);
}

import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { ImportedRow } from '../records/registry';
import { bodyOfId, derivedId } from '../values/id';
import { importedRowId } from './targets';

/** What of a row does not change when its hours, rate or billing is corrected. */
export interface TimeKey {
  readonly person: string;
  readonly date: string;
  readonly client: string;
  readonly project: string;
  readonly task: string;
  /** When it began; '' where the report has no such column. */
  readonly start: string;
  readonly note: string;
}

/** What a row still shares with the one that it was when its note was corrected. */
export interface TimeLikeness {
  readonly person: string;
  readonly date: string;
  readonly deal: string;
  readonly task: string;
  readonly hours: number;
}

/**
 * Reports of hours have no ids, so a row is known by what it says. LAW of identity:
 * - a row is the one of an earlier import that says the same of person, day, client, project, task, beginning and note; of
 *   several such rows the first is the first, the second the second, and so on. Twice the same file changes nothing, and
 *   corrected hours, rates and billing are an update;
 * - a row that is nowhere is one whose note was corrected, where exactly one entry of that source is left that no row of the
 *   file is, and it has the same person, day, deal, task and hours. Where none or several fit, it is a new one.
 */
export class TimeIdentity {
  private readonly source: string;
  private readonly records: Records;
  private readonly counts = new Map<string, number>();

  constructor(source: string, records: Records) {
    this.source = source;
    this.records = records;
  }

  /** The external id of the next row that says this. */
  next(key: TimeKey): string {
    const said = JSON.stringify([key.person, key.date, key.client, key.project, key.task, key.start, key.note].map(fold));
    const count = (this.counts.get(said) ?? 0) + 1;
    this.counts.set(said, count);
    return `${bodyOfId(derivedId('timeRow', this.source, said))}-${count}`;
  }

  isKnown(externalId: string): boolean {
    return this.records.get('importedRow', importedRowId(this.source, externalId)) !== undefined;
  }

  /** For the rows of a file that are nowhere: the entry that each one was, where that is beyond doubt. */
  corrected(
    file: readonly string[],
    fresh: readonly { readonly externalId: string; readonly like: TimeLikeness }[],
  ): ReadonlyMap<string, Id<'importedRow'>> {
    const left = this.leftOver(new Set(file));
    const byLikeness = group(left, ({ like }) => JSON.stringify(like));
    const wanted = group(fresh, ({ like }) => JSON.stringify(ordered(like)));
    const found = new Map<string, Id<'importedRow'>>();
    for (const [likeness, rows] of wanted) {
      const [before, ...others] = byLikeness.get(likeness) ?? [];
      const [row, ...more] = rows;
      if (before && row && others.length === 0 && more.length === 0) found.set(row.externalId, before.row.id);
    }
    return found;
  }

  /** Entries of this source that no row of the file is. */
  private leftOver(file: ReadonlySet<string>): readonly { readonly row: ImportedRow; readonly like: TimeLikeness }[] {
    const ofSource = this.records.all('importedRow').filter(({ source }) => source === this.source);
    const taken = new Set(ofSource.filter(({ externalId }) => file.has(externalId)).map(({ target }) => target));
    const seen = new Set<string>();
    return ofSource.flatMap((row) => {
      const entry = this.records.get('timeEntry', row.target);
      const { task } = (row.brought ?? {}) as { readonly task?: unknown };
      if (!entry || entry.archived || taken.has(entry.id) || seen.has(entry.id)) return [];
      seen.add(entry.id);
      const { person, date, deal, hours } = entry;
      return [{ row, like: ordered({ person, date, deal, task: typeof task === 'string' ? task : '', hours }) }];
    });
  }
}

const ordered = ({ person, date, deal, task, hours }: TimeLikeness): TimeLikeness => ({ person, date, deal, task: fold(task), hours });

const fold = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

function group<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

import { NOTABLE, type Notable } from '#shared/records/register';
import type { Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import type { RecordOf } from '#shared/records/registry';

/** A record that can be made from somebody's words. */
export type PromiseRecord = RecordOf<Notable>;

/** The kind of a record, which its id says. */
export function kindOfPromise(record: PromiseRecord): Notable {
  const type = record.id.slice(0, record.id.indexOf(':'));
  const kind = NOTABLE.find((known) => known === type);
  if (!kind) throw new Error(`${type} is no promise`);
  return kind;
}

/** What a promise says, in a line: its text, or the title of a scope line. */
export function wordingOf(record: PromiseRecord): string {
  return 'title' in record ? record.title : record.text;
}

/** The record behind an id, where it is one that is made from words. */
export function promiseOf(records: Records, id: string): PromiseRecord | undefined {
  const kind = NOTABLE.find((known) => id.startsWith(`${known}:`));
  return kind && records.get<Notable>(kind, id);
}

/** One register of a deal. Scope lines are listed only where they were taken from somebody's words. */
export function promisesOfDeal<K extends Notable>(records: Records, deal: Id<'deal'>, kind: K): readonly RecordOf<K>[] {
  const all = of(records, kind, 'deal', deal) as readonly RecordOf<K>[];
  return kind === 'scopeLine' ? all.filter((line) => line.sourceMoment !== undefined) : all;
}

/** Every record that was made from the words of a moment, of any kind. */
export function promisesFromMoment(records: Records, moment: Id<'moment'>): readonly PromiseRecord[] {
  return NOTABLE.flatMap((kind) => of(records, kind, 'sourceMoment', moment));
}

/** `Records.of` for a kind that is only known when it runs: every one of them has these references. */
function of(records: Records, kind: Notable, field: 'deal' | 'sourceMoment', id: string): readonly PromiseRecord[] {
  return records.of<Notable>(kind, field, id);
}

import type { RecordOf, RecordType } from '#shared/records/registry';

/** Fields that can stand for a record, best first. */
const NAMING = ['name', 'title', 'subject', 'text', 'label', 'number', 'key'] as const;

/** What a record is called where only its name fits. */
export function recordTitle(record: RecordOf<RecordType>): string {
  const values = record as unknown as Readonly<Record<string, unknown>>;
  for (const field of NAMING) {
    const value = values[field];
    if (typeof value === 'string' && value.trim()) return value;
  }
  return 'Untitled';
}

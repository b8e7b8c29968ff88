import type { RecordId } from '#shared/ledger/entry';
import { byUrgency } from '#shared/handover/questions';
import type { Records } from '#shared/records/records';
import type { Moment, Question } from '#shared/records/registry';

/** What was said about a record beside its source: answers to questions about it, oldest first. */
export function evidenceOn(records: Records, id: RecordId): readonly Moment[] {
  return records.of('moment', 'about', id).toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** The questions about a record, open ones first, each group by urgency. */
export function questionsAbout(records: Records, id: RecordId): readonly Question[] {
  return records
    .of('question', 'about', id)
    .toSorted((a, b) => Number(a.answer !== undefined) - Number(b.answer !== undefined) || byUrgency(a, b));
}

import type { Command } from '../ledger/command';
import type { Id, InstantText } from '../records/define-record';
import { joinedPerson } from '../records/joined-person';
import type { Records } from '../records/records';
import type { RecordOf } from '../records/registry';
import { createRecord } from '../records/write';
import { err, ok, type Result } from '../values/result';
import type { BriefKey } from './brief';
import { t } from '../values/texts';

type ReadReceipt = RecordOf<'readReceipt'>;

/** Who has read a section, when last, and whether it says something else since. */
export interface Reader {
  readonly person: Id<'person'>;
  readonly at: InstantText;
  readonly changedSince: boolean;
}

/** The section as it stands before the reader. */
export interface ReadSection {
  readonly deal: Id<'deal'>;
  readonly section: BriefKey;
  readonly digest: string;
}

/**
 * Says that a section was read. Every reading is a receipt of its own: what was read when stays known, and two devices of
 * one person never clash over it. Refused where the same words were read by the same person before.
 */
export function readSection(
  id: Id<'readReceipt'>,
  { deal, section, digest }: ReadSection,
  { by, at, records }: { readonly by: Id<'person'>; readonly at: InstantText; readonly records: Records },
): Result<Command, { readonly message: string }> {
  const before = readersOf(records, { deal, section, digest }).find(({ person }) => person === whom(records, by));
  if (before && !before.changedSince) return err({ message: t('You have read this already, and it has not changed since.') });
  return ok(createRecord('readReceipt', id, { person: by, deal, section, at, digest }, { act: 'brief.read' }));
}

/** The last reading of each reader of a section, the latest first. */
export function readersOf(records: Records, { deal, section, digest }: ReadSection): readonly Reader[] {
  const last = new Map<Id<'person'>, ReadReceipt>();
  for (const receipt of records.of('readReceipt', 'deal', deal)) {
    if (receipt.section !== section) continue;
    const person = whom(records, receipt.person);
    if ((last.get(person)?.at ?? '') <= receipt.at) last.set(person, receipt);
  }
  return [...last]
    .map(([person, receipt]) => ({ person, at: receipt.at, changedSince: receipt.digest !== digest }))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

const whom = (records: Records, id: Id<'person'>): Id<'person'> => joinedPerson(records, id)?.id ?? id;

import type { TextPart } from '../exchange/file-text/text-part';
import type { RecordId } from '../ledger/entry';
import type { Records } from '../records/records';
import { typeOf, type RecordOf, type RecordType } from '../records/registry';

/** What a stretch of words is within its record: it decides what they can prove. */
export type PartRole = 'words' | 'subject' | 'quote' | 'offered' | 'excluded' | 'assumed' | 'reason' | 'attachment';

export interface Part {
  readonly role: PartRole;
  /** As people call it: "Excluded", "Text". */
  readonly label: string;
  readonly text: string;
}

/** The words of one record that can be evidence. */
export interface Source {
  readonly id: RecordId;
  readonly parts: readonly Part[];
}

/** Nouns that are searched, in the order in which coverage counts them. */
export const EVIDENCE_TYPES = [
  'moment',
  'commitment',
  'concession',
  'objection',
  'decision',
  'constraint',
  'priority',
  'scopeLine',
  'proposal',
  'proposalLine',
  'changeOrder',
  'ticket',
  'question',
] as const satisfies readonly RecordType[];
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

type PartsOf = { readonly [T in EvidenceType]: (record: RecordOf<T>) => readonly (readonly [PartRole, string, string | undefined])[] };

const PARTS: PartsOf = {
  moment: ({ subject, body }) => [
    ['subject', 'Subject', subject],
    ['words', 'Text', body],
  ],
  commitment: ({ text, quote }) => [
    ['words', 'Commitment', text],
    ['quote', 'Quote', quote],
  ],
  concession: ({ text, quote }) => [
    ['words', 'Concession', text],
    ['quote', 'Quote', quote],
  ],
  objection: ({ text, quote, resolution }) => [
    ['words', 'Objection', text],
    ['quote', 'Quote', quote],
    ['words', 'Resolution', resolution],
  ],
  decision: ({ text, quote, why, options }) => [
    ['words', 'Decision', text],
    ['quote', 'Quote', quote],
    ['reason', 'Why', why],
    ['reason', 'Options', options],
  ],
  constraint: ({ text, quote }) => [
    ['words', 'Constraint', text],
    ['quote', 'Quote', quote],
  ],
  priority: ({ text, quote }) => [
    ['words', 'Priority', text],
    ['quote', 'Quote', quote],
  ],
  scopeLine: ({ title, included, excluded, assumptions, acceptanceTest, why, quote }) => [
    ['offered', 'Included', joined(title, included)],
    ['excluded', 'Excluded', excluded],
    ['assumed', 'Assumptions', assumptions],
    ['offered', 'Acceptance test', acceptanceTest],
    ['reason', 'Why', why],
    ['quote', 'Quote', quote],
  ],
  proposal: ({ terms }) => [['offered', 'Terms', terms]],
  proposalLine: ({ text }) => [['offered', 'Text as offered', text]],
  changeOrder: ({ title, quote, decidedWhy }) => [
    ['words', 'Change order', title],
    ['quote', 'Quote', quote],
    ['reason', 'Reason', decidedWhy],
  ],
  ticket: ({ title, detail, outcome }) => [
    ['words', 'Ticket', joined(title, detail)],
    ['words', 'Outcome', outcome],
  ],
  question: ({ text, answer }) => [
    ['words', 'Question', text],
    ['words', 'Answer', answer],
  ],
};

/** The words of a record, those of its `files` too; none where it is archived, no evidence, or a decision about a claim, which would prove itself. */
export function sourceOf(id: RecordId, records: Records, files: readonly TextPart[] = []): Source | undefined {
  const type = typeOf(id);
  if (type === undefined || !isEvidence(type)) return undefined;
  const record = records.get(type, id);
  if (!record || record.archived || ('claim' in record && record.claim !== undefined)) return undefined;
  const read = PARTS[type] as (record: unknown) => ReturnType<PartsOf[EvidenceType]>;
  const parts = read(record).flatMap(([role, label, text]): Part[] => (text?.trim() ? [{ role, label, text }] : []));
  const attached = files.flatMap(({ name, text }): Part[] => (text.trim() ? [{ role: 'attachment', label: name || 'File', text }] : []));
  return { id, parts: [...parts, ...attached] };
}

export const isEvidence = (type: RecordType): type is EvidenceType => (EVIDENCE_TYPES as readonly RecordType[]).includes(type);

const joined = (...texts: readonly (string | undefined)[]): string => texts.filter(Boolean).join('\n');

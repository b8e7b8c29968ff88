import type { TextPart } from '../exchange/file-text/text-part';
import type { RecordId } from '../ledger/entry';
import type { Records } from '../records/records';
import { typeOf, type RecordOf, type RecordType } from '../records/registry';
import { t } from '../values/texts';

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
    ['subject', t('Subject'), subject],
    ['words', t('Text'), body],
  ],
  commitment: ({ text, quote }) => [
    ['words', t('Commitment'), text],
    ['quote', t('Quote'), quote],
  ],
  concession: ({ text, quote }) => [
    ['words', t('Concession'), text],
    ['quote', t('Quote'), quote],
  ],
  objection: ({ text, quote, resolution }) => [
    ['words', t('Objection'), text],
    ['quote', t('Quote'), quote],
    ['words', t('Resolution'), resolution],
  ],
  decision: ({ text, quote, why, options }) => [
    ['words', t('Decision'), text],
    ['quote', t('Quote'), quote],
    ['reason', t('Why'), why],
    ['reason', t('Options'), options],
  ],
  constraint: ({ text, quote }) => [
    ['words', t('Constraint'), text],
    ['quote', t('Quote'), quote],
  ],
  priority: ({ text, quote }) => [
    ['words', t('Priority'), text],
    ['quote', t('Quote'), quote],
  ],
  scopeLine: ({ title, included, excluded, assumptions, acceptanceTest, why, quote }) => [
    ['offered', t('Included'), joined(title, included)],
    ['excluded', t('Excluded'), excluded],
    ['assumed', t('Assumptions'), assumptions],
    ['offered', t('Acceptance test'), acceptanceTest],
    ['reason', t('Why'), why],
    ['quote', t('Quote'), quote],
  ],
  proposal: ({ terms }) => [['offered', t('Terms'), terms]],
  proposalLine: ({ text }) => [['offered', t('Text as offered'), text]],
  changeOrder: ({ title, quote, decidedWhy }) => [
    ['words', t('Change order'), title],
    ['quote', t('Quote'), quote],
    ['reason', t('Reason'), decidedWhy],
  ],
  ticket: ({ title, detail, outcome }) => [
    ['words', t('Ticket'), joined(title, detail)],
    ['words', t('Outcome'), outcome],
  ],
  question: ({ text, answer }) => [
    ['words', t('Question'), text],
    ['words', t('Answer'), answer],
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
  const attached = files.flatMap(({ name, text }): Part[] => (text.trim() ? [{ role: 'attachment', label: name || t('File'), text }] : []));
  return { id, parts: [...parts, ...attached] };
}

export const isEvidence = (type: RecordType): type is EvidenceType => (EVIDENCE_TYPES as readonly RecordType[]).includes(type);

const joined = (...texts: readonly (string | undefined)[]): string => texts.filter(Boolean).join('\n');

import { dealBrief, type Brief, type BriefKey } from '#shared/handover/brief';
import { phrasingOf } from '#shared/handover/phrasing';
import { GAP_KINDS, readiness, type Gap, type GapKind } from '#shared/handover/readiness';
import { isOpenQuestion, openQuestions } from '#shared/handover/questions';
import { readersOf, type Reader } from '#shared/handover/receipts';
import type { Records } from '#shared/records/records';
import type { Deal, Question } from '#shared/records/registry';
import { spokenLocale } from '#shared/values/texts';

/** The words of this person's locale. */
export const PHRASING = phrasingOf(spokenLocale());

/** The brief of a deal as it is now. */
export const briefOf = (records: Records, deal: Deal): Brief => dealBrief(records, deal, PHRASING);

/** Who has read a section, the latest first. */
export const sectionReaders = (records: Records, deal: Deal, section: BriefKey, digest: string): readonly Reader[] =>
  readersOf(records, { deal: deal.id, section, digest });

/** What is missing, each kind with its gaps, kinds without any left out. */
export function gapsByKind(records: Records, deal: Deal): readonly { readonly kind: GapKind; readonly gaps: readonly Gap[] }[] {
  const all = readiness(records, deal);
  return GAP_KINDS.map((kind) => ({ kind, gaps: all.filter((gap) => gap.kind === kind) })).filter(({ gaps }) => gaps.length > 0);
}

/** The questions of a deal: open ones by urgency, answered ones the latest first. */
export function questionsOfDeal(
  records: Records,
  deal: Deal,
): { readonly open: readonly Question[]; readonly answered: readonly Question[] } {
  const answered = records.of('question', 'deal', deal.id).filter((question) => !isOpenQuestion(question));
  return {
    open: openQuestions(records, deal.id),
    answered: answered.toSorted((a, b) => ((a.answeredAt ?? '') < (b.answeredAt ?? '') ? 1 : -1)),
  };
}

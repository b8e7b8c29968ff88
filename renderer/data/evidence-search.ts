import { parseClaim } from '#shared/evidence/claim';
import { homesOf } from '#shared/evidence/scope';
import { EVIDENCE_TYPES, sourceOf, type Source } from '#shared/evidence/source';
import { languageOf } from '#shared/evidence/stems';
import { judge } from '#shared/evidence/verdict';
import type { Records } from '#shared/records/records';
import { isOfType } from '#shared/records/registry';
import type { EvidenceAnswer, EvidenceQuestion } from './evidence-answer';
import type { Requests } from './search-messages';
import type { FileTexts } from './workspace';

export interface EvidenceParts {
  readonly request: Requests;
  readonly records: Records;
  /** The words of moments' files. */
  readonly texts: Pick<FileTexts, 'ofMoments'>;
}

/** Records that are read sentence by sentence: those that answer most of the claim. */
const MOST_READ = 100;

/** Which records answer most of the claim says the index; which sentences do, too. What they prove is judged here. */
export async function askEvidence(question: EvidenceQuestion, { request, records, texts }: EvidenceParts): Promise<EvidenceAnswer> {
  const { scope, today, locale } = question;
  const claim = parseClaim(question.claim, { scope, today, records, language: languageOf(locale) });
  const homes = homesOf(scope, records);
  const { terms, records: found } = await request((n) => ({
    kind: 'cover',
    n,
    terms: claim.terms,
    language: claim.language,
    types: EVIDENCE_TYPES,
    limit: MOST_READ,
    ...(homes && { homes }),
  }));
  const files = await texts.ofMoments(found.filter((id) => isOfType('moment', id)));
  const sources = found
    .map((id) => sourceOf(id, records, isOfType('moment', id) ? files.get(id)?.parts : undefined))
    .filter((source): source is Source => source !== undefined);
  const { passages } = await request((n) => ({ kind: 'read', n, terms, sources }));
  return { question, claim, terms, ...judge(claim, passages, records) };
}

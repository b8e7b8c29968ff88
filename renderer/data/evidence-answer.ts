import type { Claim } from '#shared/evidence/claim';
import type { Scope } from '#shared/evidence/scope';
import type { KnownTerm } from '#shared/evidence/terms';
import type { Judgement } from '#shared/evidence/verdict';
import type { CalendarDate } from '#shared/values/calendar';

/** "Was this promised?", in plain words. */
export interface EvidenceQuestion {
  readonly claim: string;
  readonly scope: Scope;
  readonly today: CalendarDate;
  /** Of whoever asks: the language whose endings are tried first. */
  readonly locale: string;
}

export interface EvidenceAnswer extends Judgement {
  readonly question: EvidenceQuestion;
  readonly claim: Claim;
  /** What was looked for, in every form in which it stands in the records. */
  readonly terms: readonly KnownTerm[];
}

import type { Command } from '../ledger/command';
import type { VERDICTS } from '../records/decision';
import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { Decision } from '../records/registry';
import { createRecord } from '../records/write';
import type { CalendarDate } from '../values/calendar';
import { err, ok, type Result } from '../values/result';
import { foldWord, WORD } from '../values/words';
import { homesOf, type Scope } from './scope';
import { isEmptyWord, isNegator } from './stop-words';
import type { Verdict } from './verdict';
import { t } from '../values/texts';

export const VERDICT_NAMES: Readonly<Record<(typeof VERDICTS)[number], string>> = {
  promised: t('Promised'),
  discussed: t('Discussed, not promised'),
  'no record': t('No record'),
  contradicted: t('Contradicted'),
};

export interface Overruling {
  readonly claim: string;
  /** The deal whose history it belongs to. */
  readonly deal: Id<'deal'> | undefined;
  /** What the rules came to. */
  readonly found: Verdict;
  readonly verdict: Verdict;
  readonly why: string;
  readonly decidedBy: string;
  readonly decidedAt: CalendarDate;
  /** The moment that decides it, for the person. */
  readonly sourceMoment?: Id<'moment'> | undefined;
}

/**
 * A person decides otherwise than the rules. It is a decision of the deal, with its reason, and freezes what they had before them
 * (`have`): later entries do not change what was known.
 */
export function overruleVerdict(id: Id<'decision'>, overruling: Overruling): Result<Command, { readonly message: string }> {
  const { claim, deal, found, verdict, why, decidedBy, decidedAt, sourceMoment } = overruling;
  if (deal === undefined) return err({ message: t('Choose the deal that this is about: a decision belongs to one.') });
  if (!claim.trim()) return err({ message: t('There is no claim to decide on.') });
  if (!why.trim()) return err({ message: t('Say why: others will read it when they ask the same.') });
  if (verdict === found)
    return err({ message: t('The rules come to “{{verdict}}” as well. Choose another verdict.', { verdict: VERDICT_NAMES[verdict] }) });
  const values = {
    deal,
    text: t('“{{claim}}” counts as: {{toLowerCase}}', { claim: claim.trim(), toLowerCase: VERDICT_NAMES[verdict].toLowerCase() }),
    options: t('By the rules: {{toLowerCase}} · decided: {{toLowerCase2}}', {
      toLowerCase: VERDICT_NAMES[found].toLowerCase(),
      toLowerCase2: VERDICT_NAMES[verdict].toLowerCase(),
    }),
    why: why.trim(),
    decidedBy,
    decidedAt,
    claim: claim.trim(),
    verdict,
    ...(sourceMoment && { sourceMoment }),
  };
  return ok({ ...createRecord('decision', id, values, { act: 'evidence.overrule', why: why.trim() }), freezes: true });
}

/** What people decided on this claim in this scope, the latest last. The order of words and small words do not matter. */
export function overrulings(claim: string, scope: Scope, records: Records): readonly Decision[] {
  const wanted = ideaOf(claim);
  const homes = homesOf(scope, records);
  const deals = homes && new Set(homes);
  return records.all('decision').filter((decision) => {
    if (decision.claim === undefined || decision.verdict === undefined) return false;
    return ideaOf(decision.claim) === wanted && (deals === undefined || deals.has(decision.deal));
  });
}

/** "Would not" and "would never" are the same claim, "would" is another. */
function ideaOf(claim: string): string {
  const words = [...claim.matchAll(WORD)].map(([word]) => foldWord(word)).map((word) => (isNegator(word) ? 'not' : word));
  return [...new Set(words.filter((word) => word === 'not' || !isEmptyWord(word)))].toSorted().join(' ');
}

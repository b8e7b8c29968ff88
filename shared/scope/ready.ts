import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { ScopeLine } from '../records/registry';
import { err, ok, type Result } from '../values/result';
import { constraintBreaches, type ConstraintBreach } from './constraint-check';
import { isLive, scopeLinesOf } from './live-line';
import { t } from '../values/texts';

/** One thing that keeps the scope of a deal from being offered. `message` is fit to show and says what to do. */
export type NotReady =
  | { readonly reason: 'nothing to offer'; readonly message: string }
  | { readonly reason: 'breach'; readonly message: string; readonly breach: ConstraintBreach };

/**
 * May the scope of this deal be offered? The lines to offer, or every reason against it: a line that touches a *must* with
 * no workaround blocks, in the words of both. (Values that clash block by themselves: `commit` refuses a binding act.)
 */
export function readyToOffer(records: Records, deal: Id<'deal'>): Result<readonly ScopeLine[], readonly NotReady[]> {
  const lines = scopeLinesOf(records, deal).filter(isLive);
  if (lines.length === 0) return err([{ reason: 'nothing to offer', message: t('There is no line of scope to offer. Write one first.') }]);
  const breaches = constraintBreaches(records, deal);
  if (breaches.length === 0) return ok(lines);
  return err(breaches.map((breach) => ({ reason: 'breach', message: breachMessage(breach), breach })));
}

/** A breach in the words of its line and its constraint, whole, and what to do about it. */
export function breachMessage({ line, constraint, fallen }: ConstraintBreach): string {
  const gone = fallen[0] ? t(' What was to get round it, “{{text}}”, holds no longer.', { text: fallen[0].text }) : '';
  return t('“{{title}}” meets “{{text}}”, which must be kept, and no promise gets round it.{{gone}} {{WHAT_TO_DO}}', {
    title: line.title,
    text: constraint.text,
    gone,
    WHAT_TO_DO,
  });
}

const WHAT_TO_DO = t('Link the commitment that works around it, or negotiate the line away.');

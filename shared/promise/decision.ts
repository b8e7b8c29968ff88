import type { Command } from '../ledger/command';
import type { Id } from '../records/define-record';
import type { Values } from '../records/parse';
import type { Records } from '../records/records';
import type { Decision } from '../records/registry';
import { createRecord } from '../records/write';
import { err, ok, type Result } from '../values/result';
import type { PromiseError } from './promise-error';
import { t } from '../values/texts';

/** The decision that replaced this one, if any. Two people may do so offline: then the later record. */
export function supersededBy(decision: Decision, records: Records): Decision | undefined {
  return records.of('decision', 'supersedes', decision.id).at(-1);
}

/** The decision that holds now, following what replaced what. */
export function standing(decision: Decision, records: Records): Decision {
  const seen = new Set<string>();
  let current = decision;
  for (let next = supersededBy(current, records); next && !seen.has(next.id); next = supersededBy(current, records)) {
    seen.add(next.id);
    current = next;
  }
  return current;
}

/** Decides differently: a new decision that names the old one, which stays as it was. */
export function supersedeDecision(
  old: Decision,
  id: Id<'decision'>,
  values: Values<'decision'>,
  records: Records,
): Result<Command, PromiseError> {
  const later = supersededBy(old, records);
  if (later) return err({ message: t('It was replaced already, by “{{text}}”. Replace that one.', { text: later.text }) });
  if (!values.text?.trim()) return err({ message: t('Say what was decided.') });
  if (!values.why?.trim()) return err({ message: t('Say why it was decided differently.') });
  return ok(createRecord('decision', id, { ...values, deal: old.deal, supersedes: old.id }, { act: 'decision.supersede' }));
}

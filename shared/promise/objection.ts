import type { Command } from '../ledger/command';
import type { CalendarDateText, Id } from '../records/define-record';
import type { Objection } from '../records/registry';
import { editRecord } from '../records/write';
import { isDate } from '../values/calendar';
import { err, ok, type Result } from '../values/result';
import type { PromiseError } from './promise-error';
import { t } from '../values/texts';

/** Open until somebody says how it was resolved. */
export const isOpenObjection = ({ resolution }: Objection): boolean => !resolution;

export interface Resolution {
  readonly resolution: string;
  readonly by: Id<'person'>;
  readonly on: CalendarDateText;
  /** What it cost us: the line, the concession or the promise that it led to. */
  readonly ledTo?: Id<'scopeLine' | 'concession' | 'commitment'>;
}

/** Says how an objection was met. */
export function resolveObjection(objection: Objection, { resolution, by, on, ledTo }: Resolution): Result<Command, PromiseError> {
  if (!isOpenObjection(objection)) return err({ message: t('It is resolved already. Reopen it to resolve it differently.') });
  if (!resolution.trim()) return err({ message: t('Say how it was resolved.') });
  if (!isDate(on)) return err({ message: t('The day must be a date like 2026-11-22.') });
  const values = { resolution: resolution.trim(), resolvedBy: by, resolvedAt: on, ...(ledTo ? { ledTo } : {}) };
  return ok(editRecord('objection', objection, values, { act: 'objection.resolve' }));
}

/** It came up again. What was said the first time stays in history. */
export function reopenObjection(objection: Objection, { why }: { readonly why: string }): Result<Command, PromiseError> {
  if (isOpenObjection(objection)) return err({ message: t('It is open already.') });
  if (!why.trim()) return err({ message: t('Say why it is open again.') });
  const values = { resolution: null, resolvedBy: null, resolvedAt: null, ledTo: null };
  return ok(editRecord('objection', objection, values, { act: 'objection.reopen', why: why.trim() }));
}

import type { Change, Command } from '../ledger/command';
import type { Records } from '../records/records';
import { isOfType } from '../records/registry';
import { isUndecided } from './standing';
import { TERMS } from './terms';
import { t } from '../values/texts';

/** The acts by which a change order goes on. What they may change, their rules say. */
const GOES_ON: ReadonlySet<string> = new Set(['changeOrder.submit', 'changeOrder.revise', 'changeOrder.bill', 'ledger.settle']);

/**
 * Why a command may not touch the terms of a change order that the client has, or that is decided: a revision says what is
 * new, and a decision is reopened first. Taking back one's own step and settling a clash remain possible. The door of
 * `commit` asks.
 */
export function frozenTerms(command: Pick<Command, 'act' | 'undoes' | 'withdraws' | 'changes'>, records: Records): string | undefined {
  if (GOES_ON.has(command.act) || command.act.startsWith('import.') || command.undoes?.length || command.withdraws?.length)
    return undefined;
  for (const change of command.changes) {
    const refusal = refusalOf(change, records);
    if (refusal) return refusal;
  }
  return undefined;
}

function refusalOf({ record, set }: Change, records: Records): string | undefined {
  if (!isOfType('changeOrder', record) || !TERMS.some((term) => Object.hasOwn(set, term))) return undefined;
  const order = records.get('changeOrder', record);
  if (order === undefined || order.status === 'requested') return undefined;
  return isUndecided(order)
    ? t('The client has this revision. Revise it to change what it says.')
    : t('It is {{status}}. Reopen it first, and say why.', { status: order.status });
}

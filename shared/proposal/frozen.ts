import type { Change, Command } from '../ledger/command';
import { isOfType, type Proposal } from '../records/registry';
import type { Records } from '../records/records';
import { formatMoney } from '../values/money';
import { frozenError } from './draft';
import { t } from '../values/texts';

/** The acts by which a version that was sent goes on. What they may change, their rules say. */
const GOES_ON: ReadonlySet<string> = new Set(['proposal.send', 'proposal.accept', 'proposal.decline', 'ledger.settle']);

/**
 * Why a command may not touch what it touches: a version that was sent is frozen, with its lines, and so is the sum of an
 * approved concession. Taking back one's own step and settling a clash remain possible. The door of `commit` asks, so that no
 * editor, import or key can get around it.
 */
export function frozenRefusal(command: Pick<Command, 'act' | 'undoes' | 'withdraws' | 'changes'>, records: Records): string | undefined {
  if (GOES_ON.has(command.act) || command.undoes?.length || command.withdraws?.length) return undefined;
  for (const change of command.changes) {
    const refusal = refusalOf(change, records);
    if (refusal) return refusal;
  }
  return undefined;
}

function refusalOf({ record, set }: Change, records: Records): string | undefined {
  if (isOfType('proposal', record)) return ofVersion(records.get('proposal', record));
  if (isOfType('proposalLine', record)) {
    const line = records.get('proposalLine', record);
    const joins = typeof set['proposal'] === 'string' ? set['proposal'] : undefined;
    return ofVersion(records.get('proposal', line?.proposal)) ?? ofVersion(records.get('proposal', joins));
  }
  if (isOfType('concession', record)) {
    const concession = records.get('concession', record);
    if (!concession?.approvedBy || !concession.value || !Object.hasOwn(set, 'value') || set['approvedBy'] === null) return undefined;
    return t('It was approved at {{value}} and stays so. Note another concession for another sum.', {
      value: formatMoney(concession.value, 'en'),
    });
  }
  return undefined;
}

const ofVersion = (proposal: Proposal | undefined): string | undefined =>
  proposal && proposal.status !== 'draft' ? frozenError(proposal).message : undefined;

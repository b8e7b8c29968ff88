import type { Command } from '../ledger/command';
import type { RecordId } from '../ledger/entry';
import { isOfType, declarationOf, typeOf, type RecordType } from '../records/registry';
import type { Records } from '../records/records';
import { nounOf } from '../records/title';
import { t } from '../values/texts';

/** Verbs by which something leaves the house or binds it: it is signed, sent, approved or billed. */
const BINDING: ReadonlySet<string> = new Set(['win', 'send', 'submit', 'accept', 'approve', 'bill', 'issue']);

/** True for acts that nothing undecided may stand behind. */
export const isBinding = ({ act, freezes }: Pick<Command, 'act' | 'freezes'>): boolean =>
  freezes === true || BINDING.has(act.slice(act.indexOf('.') + 1));

/**
 * The records that a binding act rests on: those it changes, and what they consist of. None of them may hold a value
 * (money, status, decision, scope) between which and another nobody has chosen. Empty for every other act.
 */
export function recordsReliedOn(command: Pick<Command, 'act' | 'freezes' | 'changes'>, records: Records): readonly RecordId[] {
  if (!isBinding(command)) return [];
  const relied = new Set<RecordId>();
  for (const { record } of command.changes) for (const id of [record, ...partsOf(record, records)]) relied.add(id);
  return [...relied];
}

/** What is signed with a deal. */
export const signingReliesOn = (deal: RecordId, records: Records): readonly RecordId[] =>
  recordsReliedOn({ act: 'deal.win', changes: [{ record: deal, set: {} }] }, records);

/** What stands in a contract, an offer or an invoice beside the record itself. */
function partsOf(id: RecordId, records: Records): readonly RecordId[] {
  if (isOfType('deal', id)) {
    return records
      .of('scopeLine', 'deal', id)
      .filter(({ status }) => status !== 'negotiated away')
      .map((line) => line.id);
  }
  if (isOfType('proposal', id)) {
    const lines = records.of('proposalLine', 'proposal', id);
    return [
      ...known(records.get('proposal', id)?.deal),
      ...lines.flatMap((line) => [line.id, ...known(line.scopeLine), ...known(line.concession)]),
    ];
  }
  if (isOfType('invoice', id)) {
    return [...known(records.get('invoice', id)?.deal), ...records.of('invoiceLine', 'invoice', id).map((line) => line.id)];
  }
  if (isOfType('changeOrder', id)) return records.of('scopeLine', 'changeOrder', id).map((line) => line.id);
  return [];
}

const known = (id: RecordId | undefined): readonly RecordId[] => (id === undefined ? [] : [id]);

/** Why a binding act is refused, and what to do. `fields` as stored, at least one. */
export function undecidedMessage(record: RecordId, fields: readonly string[]): string {
  const type = typeOf(record);
  const labels = fields.map((field) => (type && declarationOf(type, field)?.label) ?? field);
  const [last, ...others] = labels.toReversed();
  if (others.length === 0)
    return t('{{last}} of the {{record}} is undecided: people set it without seeing each other. {{SETTLE}}', {
      last,
      record: nounOf(record),
      SETTLE,
    });
  const listed = t('{{join}} and {{last}}', { join: others.toReversed().join(', '), last });
  return t('{{listed}} of the {{record}} are undecided: people set them without seeing each other. {{SETTLE}}', {
    listed,
    record: nounOf(record),
    SETTLE,
  });
}

const SETTLE = t('Settle it in Review first.');

const HELD_UP: { readonly [T in RecordType]?: string } = {
  deal: t('signing and billing'),
  scopeLine: t('signing and sending'),
  proposal: t('sending and acceptance'),
  proposalLine: t('sending and acceptance'),
  changeOrder: t('submitting and billing'),
  concession: 'approval',
  invoice: 'billing',
  invoiceLine: 'billing',
  payment: 'billing',
  milestone: 'billing',
};

/** What waits while a field of such a record is undecided: `signing and billing`. */
export const heldUpBy = (type: RecordType): string => HELD_UP[type] ?? t('what rests on it');

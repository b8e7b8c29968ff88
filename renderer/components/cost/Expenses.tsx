import { ActionIcon, Button, Group, Select, TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { TableFile } from '#shared/exchange/table-file';
import { addExpense, correctExpense, removeExpense, type Spent } from '#shared/invoicing/expense';
import type { Id, MoneyValue } from '#shared/records/define-record';
import type { Deal, Expense } from '#shared/records/registry';
import { totalsByCurrency } from '#shared/values/money';
import { useCommit, useLive, useWorkspace } from '../../data/live';
import { AskDialog } from '../AskDialog';
import { DateText } from '../DateText';
import { DayInput } from '../DayInput';
import { ExportTableMenu } from '../export-table/ExportTableMenu';
import { FormProblem } from '../FormProblem';
import { MoneyInput } from '../MoneyInput';
import { MoneyText } from '../MoneyText';
import { RecordLink } from '../RecordLink';
import { SectionCard } from '../SectionCard';
import { moneyText } from '../text-of';
import { useMayWrite } from '../use-may-write';
import { useToday } from '../use-today';
import classes from './DealCosts.module.css';
import { t } from '#shared/values/texts';

/** External cost of a deal, and what was given up of its bills. */
export function Expenses({ deal }: { readonly deal: Deal }) {
  const expenses = useLive((records) => records.of('expense', 'deal', deal.id).toSorted((a, b) => (a.date < b.date ? 1 : -1)), [deal.id]);
  const mayWrite = useMayWrite('expense');
  const [edited, setEdited] = useState<Expense | 'new'>();
  return (
    <SectionCard
      flush
      title={t('External cost')}
      actions={
        <Group gap={6} wrap="nowrap">
          {expenses.length > 0 ? (
            <ExportTableMenu label={t('External cost')} variant="icon" table={() => costTable(deal, expenses)} />
          ) : null}
          {mayWrite ? (
            <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setEdited('new')}>
              {t('Note a cost')}
            </Button>
          ) : null}
        </Group>
      }
    >
      {expenses.length === 0 ? (
        <p className={classes.none}>
          {t('None yet. Travel, licences and subcontractors belong here, net of tax; only those who read costs see them.')}
        </p>
      ) : (
        <table className={classes.table} aria-label={t('External cost')}>
          <tbody>
            {expenses.map((expense) => (
              <ExpenseRow key={expense.id} expense={expense} mayWrite={mayWrite} onEdit={() => setEdited(expense)} />
            ))}
            <tr className={classes.total}>
              <td colSpan={3}>{t('Total')}</td>
              <td className={classes.end}>
                {totalsByCurrency(expenses.map(({ cost }) => cost))
                  .map((sum) => moneyText(sum))
                  .join(' · ')}
              </td>
              <td className={classes.tools} aria-hidden />
            </tr>
          </tbody>
        </table>
      )}
      {edited ? <ExpenseDialog deal={deal} expense={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} /> : null}
    </SectionCard>
  );
}

const costTable = (deal: Deal, expenses: readonly Expense[]): TableFile => ({
  name: t('{{name}} external cost', { name: deal.name }),
  headers: [t('Day'), t('What for'), t('Kind'), t('Cost')],
  rows: expenses.map(({ date, text, kind, cost }) => [{ date }, text, kind, cost]),
});

interface ExpenseRowProps {
  readonly expense: Expense;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
}

function ExpenseRow({ expense, mayWrite, onEdit }: ExpenseRowProps) {
  const commit = useCommit();
  const { date, text, kind, cost, invoice, scopeLine, changeOrder } = expense;
  return (
    <tr>
      <td>
        <DateText value={date} />
      </td>
      <td>{text}</td>
      <td className={classes.quiet}>
        {kind === 'write-off' ? t('Write-off ') : ''}
        <RecordLink type="invoice" id={invoice} />
        <RecordLink type="scopeLine" id={scopeLine} />
        <RecordLink type="changeOrder" id={changeOrder} />
      </td>
      <td className={classes.end}>
        <MoneyText value={cost} />
      </td>
      <td className={classes.tools}>
        {mayWrite ? (
          <>
            {kind === 'write-off' ? null : (
              <ActionIcon variant="subtle" color="gray" aria-label={t('Correct {{text}}', { text })} onClick={onEdit}>
                <IconPencil size={15} />
              </ActionIcon>
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('Remove {{text}}', { text })}
              onClick={() => void commit(removeExpense(expense))}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </>
        ) : (
          ' '
        )}
      </td>
    </tr>
  );
}

interface ExpenseDialogProps {
  readonly deal: Deal;
  readonly expense: Expense | undefined;
  readonly onClose: () => void;
}

function ExpenseDialog({ deal, expense, onClose }: ExpenseDialogProps) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  const [text, setText] = useState(expense?.text ?? '');
  const [date, setDate] = useState(expense?.date ?? today);
  const [cost, setCost] = useState<MoneyValue | null>(expense?.cost ?? null);
  const [scopeLine, setScopeLine] = useState<string | null>(expense?.scopeLine ?? null);
  const [problem, setProblem] = useState<string>();
  const lines = useLive(
    (records) => records.of('scopeLine', 'deal', deal.id).map(({ id, title }) => ({ value: id, label: title })),
    [deal.id],
  );
  const save = async (): Promise<boolean> => {
    const spent: Spent = {
      text,
      date,
      cost: cost ?? undefined,
      scopeLine: (scopeLine ?? undefined) as Id<'scopeLine'> | undefined,
      changeOrder: expense?.changeOrder,
    };
    const command = expense ? correctExpense(expense, spent) : addExpense(workspace.newId('expense'), deal.id, spent);
    setProblem(command.ok ? undefined : command.error.message);
    return command.ok && commit(command);
  };
  return (
    <AskDialog
      title={expense ? t('Correct the cost') : t('Note a cost')}
      text={t('What somebody outside of the firm is paid, net of tax.')}
      submitLabel={expense ? t('Save') : t('Note it')}
      onClose={onClose}
      onSubmit={save}
    >
      <TextInput label={t('What for')} data-autofocus value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <MoneyInput label={t('Cost')} value={cost ?? undefined} onChange={setCost} />
      <DayInput label={t('Day')} value={date} onChange={(day) => setDate(day ?? '')} />
      <Select
        label={t('Scope line')}
        placeholder={t('The deal as a whole')}
        clearable
        searchable
        data={lines}
        value={scopeLine}
        onChange={setScopeLine}
      />
      <FormProblem message={problem} />
    </AskDialog>
  );
}

import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { creditableLines, creditInvoice, type CreditableLine } from '#shared/invoicing/credit';
import { nextInvoiceNumber } from '#shared/invoicing/number';
import type { MoneyValue } from '#shared/records/define-record';
import type { Invoice } from '#shared/records/registry';
import { DayInput } from '../../components/DayInput';
import { FormProblem } from '../../components/FormProblem';
import { MoneyInput } from '../../components/MoneyInput';
import { recordPath } from '../../components/record-path';
import { moneyText } from '../../components/text-of';
import { useUndecided } from '../../components/ticket/use-undecided';
import { useToday } from '../../components/use-today';
import { useCommit, useWorkspace } from '../../data/live';
import classes from './InvoiceScreen.module.css';
import { t } from '#shared/values/texts';

interface CreditDialogProps {
  readonly invoice: Invoice;
  readonly onClose: () => void;
}

/** Takes back a bill: whole as it is offered, or less of some lines. */
export function CreditDialog({ invoice, onClose }: CreditDialogProps) {
  const credit = useCredit(invoice);
  const navigate = useNavigate();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const id = await credit.issue();
    if (!id) return;
    onClose();
    void navigate(recordPath(id) ?? '');
  };
  return (
    <Modal opened onClose={onClose} title={t('Credit note for {{number}}', { number: invoice.number })} size="lg">
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <p className={classes.hint}>
            {t(
              'Say how much of each line is taken back, net; its tax goes with it. What is taken back can be billed again, and so can the hours of a line that is taken back whole.',
            )}
          </p>
          <div className={classes.creditHead}>
            <TextInput label={t('Number')} value={credit.number} onChange={(event) => credit.setNumber(event.currentTarget.value)} />
            <DayInput label={t('Issued')} value={credit.issuedAt} onChange={(day) => credit.setIssuedAt(day ?? '')} />
          </div>
          {credit.lines.map(({ line, net }) => (
            <MoneyInput
              key={line.id}
              label={line.text ?? t('Line without text')}
              description={t('{{net}} left to take back', { net: moneyText(net) })}
              value={credit.sums[line.id] ?? undefined}
              onChange={(sum) => credit.setSum(line.id, sum)}
            />
          ))}
          <Textarea
            label={t('Why')}
            autosize
            minRows={2}
            value={credit.why}
            onChange={(event) => credit.setWhy(event.currentTarget.value)}
          />
          <FormProblem message={credit.problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button type="submit">{t('Issue the credit note')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function useCredit(invoice: Invoice) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  const undecided = useUndecided();
  const [lines] = useState<readonly CreditableLine[]>(() =>
    creditableLines(workspace.records, invoice).filter(({ net }) => net.amount > 0),
  );
  const [number, setNumber] = useState(() => nextInvoiceNumber(workspace.records, 'credit note', today));
  const [issuedAt, setIssuedAt] = useState(today);
  const [why, setWhy] = useState('');
  const [sums, setSums] = useState<Readonly<Record<string, MoneyValue | null>>>(() =>
    Object.fromEntries(lines.map(({ line, net }) => [line.id, net])),
  );
  const [problem, setProblem] = useState<string>();
  const issue = async () => {
    const id = workspace.newId('invoice');
    const credits = lines.flatMap(({ line }) => {
      const net = sums[line.id];
      return net ? [{ id: workspace.newId('invoiceLine'), line: line.id, net }] : [];
    });
    const command = creditInvoice(workspace.records, invoice, { id, number, issuedAt, credits, why }, undecided);
    setProblem(command.ok || command.error.kind ? undefined : command.error.message);
    if (!command.ok && !command.error.kind) return undefined;
    return (await commit(command)) ? id : undefined;
  };
  const setSum = (line: string, sum: MoneyValue | null): void => setSums((was) => ({ ...was, [line]: sum }));
  return { lines, number, setNumber, issuedAt, setIssuedAt, why, setWhy, sums, setSum, problem, issue };
}

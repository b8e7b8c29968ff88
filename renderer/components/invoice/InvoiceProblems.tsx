import { Alert, Button, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { renumber } from '#shared/invoicing/issue';
import { nextInvoiceNumber } from '#shared/invoicing/number';
import type { InvoiceProblem } from '#shared/invoicing/problems';
import type { Id } from '#shared/records/define-record';
import type { Invoice } from '#shared/records/registry';
import { useCommit, useLive, useWorkspace } from '../../data/live';
import { problemsWithInvoices } from '../../data/reads/invoices';
import { AskDialog } from '../AskDialog';
import { recordPath } from '../record-path';
import { dateText } from '../text-of';
import { useMayWrite } from '../use-may-write';
import { useToday } from '../use-today';
import classes from './Invoice.module.css';
import { t } from '#shared/values/texts';

/** Numbers that two bills carry and fees that stand on two: what offline work brought about, and the way out of it. */
export function InvoiceProblems({ deal }: { readonly deal?: Id<'deal'> }) {
  const problems = useLive((records) => problemsWithInvoices(records, deal), [deal]);
  const mayWrite = useMayWrite('invoice');
  const [renaming, setRenaming] = useState<Invoice>();
  return (
    <>
      {problems.map((problem) => (
        <Alert key={problem.key} color="orange" variant="light" icon={<IconAlertTriangle size={18} />} title={problem.message}>
          <ul className={classes.problemBills}>
            {problem.invoices.map((invoice) => (
              <ProblemBill
                key={invoice.id}
                invoice={invoice}
                kind={problem.kind}
                onRename={mayWrite ? () => setRenaming(invoice) : undefined}
              />
            ))}
          </ul>
        </Alert>
      ))}
      {renaming ? <NumberDialog invoice={renaming} onClose={() => setRenaming(undefined)} /> : null}
    </>
  );
}

interface ProblemBillProps {
  readonly invoice: Invoice;
  readonly kind: InvoiceProblem['kind'];
  readonly onRename: (() => void) | undefined;
}

function ProblemBill({ invoice, kind, onRename }: ProblemBillProps) {
  const deal = useLive((records) => records.get('deal', invoice.deal)?.name, [invoice.deal]);
  return (
    <li>
      <Link to={recordPath(invoice.id) ?? ''} className={classes.problemLink}>
        {invoice.number}
      </Link>
      <span>
        {deal}
        {invoice.issuedAt ? t(', issued {{issuedAt}}', { issuedAt: dateText(invoice.issuedAt) }) : ''}
      </span>
      {kind === 'same number' && onRename ? (
        <Button size="compact-xs" variant="default" onClick={onRename}>
          {t('Give it another number…')}
        </Button>
      ) : null}
    </li>
  );
}

function NumberDialog({ invoice, onClose }: { readonly invoice: Invoice; readonly onClose: () => void }) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  const [number, setNumber] = useState(() => nextInvoiceNumber(records, invoice.kind, today));
  return (
    <AskDialog
      title={t('Another number for {{number}}', { number: invoice.number })}
      text={t('What was sent to the client keeps the number that it was sent with: tell them of the new one.')}
      submitLabel={t('Give it this number')}
      onClose={onClose}
      onSubmit={() => commit(renumber(records, invoice, number))}
    >
      <TextInput label={t('Number')} data-autofocus value={number} onChange={(event) => setNumber(event.currentTarget.value)} />
    </AskDialog>
  );
}

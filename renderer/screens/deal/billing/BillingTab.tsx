import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconFileInvoice } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isSignedDeal } from '#shared/deal/phase';
import { readyToBill } from '#shared/invoicing/ready';
import type { Deal } from '#shared/records/registry';
import { totalsByCurrency } from '#shared/values/money';
import { DealCosts } from '../../../components/cost/DealCosts';
import { DataTable } from '../../../components/DataTable';
import { EmptyState } from '../../../components/EmptyState';
import { DEAL_INVOICE_COLUMNS } from '../../../components/invoice/invoice-columns';
import { InvoiceProblems } from '../../../components/invoice/InvoiceProblems';
import { NewInvoiceDialog } from '../../../components/invoice/NewInvoiceDialog';
import { MoneyTotals } from '../../../components/MoneyTotals';
import { recordPath } from '../../../components/record-path';
import { DealHoursTable } from '../../../components/time/DealHoursTable';
import { useAddressState } from '../../../components/use-address-state';
import { useMayWrite } from '../../../components/use-may-write';
import { useToday } from '../../../components/use-today';
import { useLive } from '../../../data/live';
import { invoicesOfDeal } from '../../../data/reads/invoices';
import classes from './BillingTab.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

const VIEWS = [
  { value: 'invoices', label: t('Invoices') },
  { value: 'hours', label: t('Hours') },
  { value: 'costs', label: t('Costs') },
];

/** What a deal was billed with, the hours on it, and, for those who read costs, what it costs. */
export function BillingTab({ deal }: { readonly deal: Deal }) {
  const [address, setAddress] = useAddressState();
  const asked = address.get('show');
  const shown = VIEWS.some(({ value }) => value === asked) ? asked : 'invoices';
  return (
    <div className={classes.billing}>
      <SegmentedControl
        className={classes.views ?? ''}
        size="xs"
        aria-label={t('What is shown')}
        value={shown ?? 'invoices'}
        onChange={(to) => setAddress({ show: to === 'invoices' ? null : to })}
        data={VIEWS}
      />
      {shown === 'hours' ? <DealHoursTable deal={deal} /> : shown === 'costs' ? <DealCosts deal={deal} /> : <DealInvoices deal={deal} />}
    </div>
  );
}

function DealInvoices({ deal }: { readonly deal: Deal }) {
  const today = useToday();
  const navigate = useNavigate();
  const mayWrite = useMayWrite('invoice');
  const rows = useLive((records) => invoicesOfDeal(records, deal.id, today), [deal.id, today]);
  const ready = useLive((records) => readyToBill(records, deal, today), [deal, today]);
  const [billing, setBilling] = useState(false);
  const sum = totalsByCurrency(ready.items.map(({ net }) => net));
  return (
    <>
      <InvoiceProblems deal={deal.id} />
      <Group gap="lg" className={classes.bar}>
        <span>
          {sum.length > 0 ? (
            <Sentence
              text={t('<sum/> ready to bill')}
              parts={{
                sum: (
                  <strong>
                    <MoneyTotals values={sum} />
                  </strong>
                ),
              }}
            />
          ) : (
            t('Nothing is ready to bill')
          )}
        </span>
        <span className={classes.spring} />
        {mayWrite ? (
          <Button size="xs" leftSection={<IconFileInvoice size={15} />} onClick={() => setBilling(true)}>
            {t('New invoice…')}
          </Button>
        ) : (
          <span>{t('Finance and partners bill.')}</span>
        )}
      </Group>
      <DataTable
        label={t('Invoices of {{name}}', { name: deal.name })}
        rows={rows}
        columns={DEAL_INVOICE_COLUMNS}
        rowId={({ invoice }) => invoice.id}
        onOpen={({ invoice }) => void navigate(recordPath(invoice.id) ?? '')}
        empty={
          <EmptyState
            icon={IconFileInvoice}
            title={t('No invoice yet')}
            text={
              isSignedDeal(deal)
                ? t('Reached milestones, approved hours, retainer periods and approved change orders come up here to be billed.')
                : t('Once the deal is signed, what it is billed with stands here.')
            }
          />
        }
      />
      {billing ? <NewInvoiceDialog deal={deal} onClose={() => setBilling(false)} /> : null}
    </>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { changeMargin, costPlansOf, planChangeCost } from '#shared/change-order/cost';
import { isUndecided } from '#shared/change-order/standing';
import type { MoneyValue } from '#shared/records/define-record';
import type { ChangeOrder } from '#shared/records/registry';
import { formatPercent } from '#shared/values/percent';
import { AskDialog } from '../../../components/AskDialog';
import { ClashMark } from '../../../components/ClashMark';
import { FieldEditor } from '../../../components/FieldEditor';
import { MoneyInput } from '../../../components/MoneyInput';
import { moneyText, numberText } from '../../../components/text-of';
import { useMayWrite } from '../../../components/use-may-write';
import { useToday } from '../../../components/use-today';
import { useCommit, useLive, useWorkspace } from '../../../data/live';
import { contractedWith } from '../../../data/reads/change-orders';
import classes from './ChangePanel.module.css';
import { spokenLocale } from '#shared/values/texts';
import { t } from '#shared/values/texts';

interface ChangeMoneyProps {
  readonly order: ChangeOrder;
  readonly readsMargin: boolean;
}

/** Price and hours, what it makes of the contract, and for readers of the finance ledger what it costs and leaves. */
export function ChangeMoney({ order, readsMargin }: ChangeMoneyProps) {
  const today = useToday();
  const contract = useLive((records) => contractedWith(records, order, today), [order, today]);
  return (
    <section className={classes.section} aria-label={t('Money')}>
      {order.status === 'requested' ? (
        <>
          <FieldEditor type="changeOrder" id={order.id} field="price" variant="row" />
          <FieldEditor type="changeOrder" id={order.id} field="hours" variant="row" />
        </>
      ) : null}
      <dl className={classes.sums}>
        {order.status === 'requested' ? null : (
          <>
            <Row
              label={t('Price, net')}
              value={order.price ? moneyText(order.price) : '–'}
              mark={<ClashMark record={order.id} field="price" />}
            />
            <Row label={t('Hours')} value={order.hours === undefined ? '–' : `${numberText(order.hours)} h`} />
          </>
        )}
        {readsMargin ? <Cost order={order} /> : null}
        {contract ? (
          <>
            <Row label={t('Contracted without it')} value={moneyText(contract.before)} />
            <Row
              label={isUndecided(order) ? t('Contracted if billed') : t('Contracted with it')}
              value={moneyText(contract.after)}
              strong
            />
          </>
        ) : null}
      </dl>
      {readsMargin ? null : <p className={classes.hint}>{t('What it costs us is for those who read the finance ledger.')}</p>}
    </section>
  );
}

interface RowProps {
  readonly label: string;
  readonly value: string;
  readonly mark?: React.ReactNode;
  readonly strong?: boolean;
}

function Row({ label, value, mark, strong = false }: RowProps) {
  return (
    <div data-strong={strong || undefined}>
      <dt>{label}</dt>
      <dd>
        {value} {mark}
      </dd>
    </div>
  );
}

function Cost({ order }: { readonly order: ChangeOrder }) {
  const mayPlan = useMayWrite('costPlan');
  const [asked, setAsked] = useState<'nothing' | 'cost'>('nothing');
  const planned = useLive((records) => costPlansOf(records, order)[0]?.planned, [order]);
  const margin = useLive((records) => changeMargin(records, order), [order]);
  return (
    <>
      <div>
        <dt>{t('Planned cost')}</dt>
        <dd>
          {planned ? moneyText(planned) : '–'}{' '}
          {mayPlan ? (
            <Button size="compact-xs" variant="subtle" onClick={() => setAsked('cost')}>
              {planned ? t('Change') : t('Plan it')}
            </Button>
          ) : null}
        </dd>
      </div>
      <Row
        label={t('Margin')}
        value={margin ? `${moneyText(margin.margin)} (${formatPercent(margin.share, spokenLocale(), 1)})` : 'n/a'}
        strong={margin !== undefined}
      />
      {asked === 'cost' ? <CostDialog order={order} planned={planned} onClose={() => setAsked('nothing')} /> : null}
    </>
  );
}

interface CostDialogProps {
  readonly order: ChangeOrder;
  readonly planned: MoneyValue | undefined;
  readonly onClose: () => void;
}

function CostDialog({ order, planned, onClose }: CostDialogProps) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const [cost, setCost] = useState<MoneyValue | null>(planned ?? null);
  const plan = (): Promise<boolean> => commit(planChangeCost(records, order, cost));
  return (
    <AskDialog
      title={t('Plan what it costs us')}
      text={t('Stands in the finance ledger: who does not read costs never has it.')}
      submitLabel={t('Plan it')}
      onClose={onClose}
      onSubmit={plan}
    >
      <MoneyInput label={t('Planned cost')} autoFocus value={cost ?? undefined} onChange={setCost} />
    </AskDialog>
  );
}

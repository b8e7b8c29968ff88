import { Alert, Loader, Text } from '@mantine/core';
import { IconCoins, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { isSignedDeal } from '#shared/deal/phase';
import type { Fees } from '#shared/money/fees';
import type { Deal } from '#shared/records/registry';
import { EmptyState } from '../../../components/EmptyState';
import { AsOfPicker, useAsOf } from '../../../components/money/AsOfPicker';
import { FeeStackCard } from '../../../components/money/FeeStackCard';
import { feeLines } from '../../../components/money/fee-lines';
import { FigureList } from '../../../components/money/FigureList';
import { NotCountedList } from '../../../components/money/NotCountedList';
import { WaterfallCard } from '../../../components/money/WaterfallCard';
import { DealFiguresCard } from '../../../components/reconciliation/DealFiguresCard';
import { type Drill, RecordsDrawer } from '../../../components/records-behind/RecordsDrawer';
import { SectionCard } from '../../../components/SectionCard';
import { dateText } from '../../../components/text-of';
import { useMarginReader } from '../../../components/use-margin-reader';
import { useToday } from '../../../components/use-today';
import { MarginCards } from './MarginCards';
import classes from './MoneyTab.module.css';
import { type ShownMoney, useShownMoney } from './use-shown-money';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

/** What the deal earns: fees for everybody; cost, margin and where it went for those who read the finance ledger. */
export function MoneyTab({ deal }: { readonly deal: Deal }) {
  const [day, setDay] = useAsOf();
  const today = useToday();
  const shown = useShownMoney(deal, day);
  const [drill, setDrill] = useState<Drill>();
  return (
    <div className={classes.tab}>
      <div className={classes.bar}>
        {day === today ? null : (
          <Text size="sm" className={classes.past}>
            <Sentence
              text={t('<iconHistory/> As the records said it on {{day}}')}
              parts={{ iconHistory: <IconHistory size={16} aria-hidden /> }}
              values={{ day: dateText(day) }}
            />
          </Text>
        )}
        <span className={classes.spring} />
        <AsOfPicker day={day} onDay={setDay} />
      </div>
      {shown.kind === 'reading' ? (
        <Loader size="sm" type="dots" aria-label={t('Reading the records of that day')} />
      ) : shown.fees && hasMoney(shown.deal, shown.fees) ? (
        <Money deal={shown.deal} shown={shown} fees={shown.fees} onDrill={setDrill} />
      ) : (
        <NoMoney isPast={day !== today} />
      )}
      {day === today ? <DealFiguresCard deal={deal.id} /> : null}
      <RecordsDrawer drill={drill} records={shown.kind === 'read' ? shown.records : undefined} onClose={() => setDrill(undefined)} />
    </div>
  );
}

const hasMoney = (deal: Deal, { bills, readyItems, undecided }: Fees): boolean =>
  isSignedDeal(deal) || bills.length + readyItems.length + undecided.records.length > 0;

interface MoneyProps {
  readonly deal: Deal;
  readonly shown: Extract<ShownMoney, { readonly kind: 'read' }>;
  readonly fees: Fees;
  readonly onDrill: (drill: Drill) => void;
}

function Money({ deal, shown, fees, onDrill }: MoneyProps) {
  const reads = useMarginReader();
  const { margin, waterfall } = shown;
  const lines = feeLines(fees);
  return (
    <>
      <div className={classes.columns}>
        <SectionCard title={t('Fees')}>
          <FigureList label={t('Fees')} lines={lines} onDrill={onDrill} />
          {fees.contracted.value === undefined ? <p className={classes.hint}>{whyNoContract(deal)}</p> : null}
        </SectionCard>
        {reads && margin ? <MarginCards margin={margin} onDrill={onDrill} /> : <CostElsewhere reads={reads} />}
      </div>
      {reads && waterfall ? (
        waterfall.ok ? (
          <WaterfallCard waterfall={waterfall.value} name={deal.name} onDrill={onDrill} />
        ) : (
          <SectionCard title={t('Where the margin went')}>
            <Text size="sm" c="dimmed">
              {waterfall.error.message}
            </Text>
          </SectionCard>
        )
      ) : null}
      <FeeStackCard
        title={t('How far the fees have come')}
        stacks={[
          {
            key: deal.id,
            name: '',
            paid: fees.paid.value,
            outstanding: fees.outstanding.value,
            ready: fees.ready.value,
            later: fees.notYetBillable.value,
          },
        ]}
        currency={fees.currency}
        fileName={t('{{name}} fees', { name: deal.name })}
        names={8}
        onOpen={(_, part) => onDrill(partDrill(fees, part))}
      />
      <NotCountedList items={[...fees.notCounted, ...(reads ? (margin?.notCounted ?? []) : [])]} onDrill={onDrill} />
    </>
  );
}

/** Each part of the stack is one of the numbers beside it. */
function partDrill(fees: Fees, part: 'paid' | 'outstanding' | 'ready' | 'later'): Drill {
  const names = { paid: t('Paid'), outstanding: t('Outstanding'), ready: t('Ready to bill'), later: t('Not yet billable') } as const;
  const line = feeLines(fees).find(({ name }) => name === names[part]);
  return line ? { title: line.name, value: line.value, about: line.about, records: line.records } : { title: names[part], records: [] };
}

function whyNoContract(deal: Deal): string {
  if (!isSignedDeal(deal)) return t('Nothing is contracted before the signature.');
  if (deal.billingModel === 'T&M') return t('Open T&M has no agreed total: what is contracted, pending and left at completion is n/a.');
  return t('The signed value is missing: fill in the amount of the deal.');
}

function CostElsewhere({ reads }: { readonly reads: boolean }) {
  return (
    <SectionCard title={t('Cost and margin')}>
      <Text size="sm" c="dimmed">
        {reads
          ? t('Nothing is known of cost yet. Cost rates stand in Settings; planned cost is written in the proposal.')
          : t('Cost and margin are not shown: they are for partners, finance and project managers.')}
      </Text>
    </SectionCard>
  );
}

function NoMoney({ isPast }: { readonly isPast: boolean }) {
  return isPast ? (
    <Alert color="gray" variant="light">
      {t('Nothing was signed or billed by that day.')}
    </Alert>
  ) : (
    <EmptyState
      icon={IconCoins}
      title={t('Nothing to bill yet')}
      text={t(
        'With the signature, what is contracted, billed and pending stands here. Until then the proposal says what it will be worth.',
      )}
    />
  );
}

import { useMemo } from 'react';
import { ChartFrame } from '../charts/ChartFrame';
import { FEE_PART_NAMES, FEE_PARTS, type FeePart, FeeStackChart } from '../charts/FeeStackChart';
import type { DataColumn } from '../data-column';
import { SectionCard } from '../SectionCard';
import type { Money } from '#shared/values/money';
import { amountText, axisText } from './money-words';
import { t } from '#shared/values/texts';

/** One contract, or a sum of contracts in one currency, in its four parts. `later` is n/a where no end is agreed. */
export interface FeeStack extends Readonly<Record<Exclude<FeePart, 'later'>, Money>> {
  readonly key: string;
  readonly name: string;
  readonly later: Money | undefined;
}

interface FeeStackCardProps {
  readonly title: string;
  /** All in one currency. */
  readonly stacks: readonly FeeStack[];
  readonly currency: string;
  readonly fileName: string;
  /** Without names where there is but one. */
  readonly names?: number;
  readonly onOpen: (key: string, part: FeePart) => void;
}

/** How far fees have come: paid, outstanding, ready to bill, not yet earned. */
export function FeeStackCard({ title, stacks, currency, fileName, names = 150, onOpen }: FeeStackCardProps) {
  const rows = useMemo(() => stacks.map((stack) => ({ key: stack.key, name: stack.name, ...partsOf(stack) })), [stacks]);
  return (
    <SectionCard>
      <ChartFrame
        title={title}
        about={aboutText(stacks)}
        rows={stacks}
        columns={COLUMNS}
        rowId={({ key }) => key}
        fileName={fileName}
        onOpen={({ key }) => onOpen(key, 'paid')}
      >
        <FeeStackChart rows={rows} amountText={axisText(currency)} names={names} onOpen={onOpen} />
      </ChartFrame>
    </SectionCard>
  );
}

/** A bar cannot be shorter than nothing: what is below zero is told in the table. */
function partsOf(stack: FeeStack): Readonly<Record<FeePart, number>> {
  const atLeastNothing = (value: Money | undefined): number => Math.max(0, value?.amount ?? 0);
  return {
    paid: atLeastNothing(stack.paid),
    outstanding: atLeastNothing(stack.outstanding),
    ready: atLeastNothing(stack.ready),
    later: atLeastNothing(stack.later),
  };
}

function aboutText(stacks: readonly FeeStack[]): string {
  const [only] = stacks;
  if (only && stacks.length === 1)
    return FEE_PARTS.map((part) => `${FEE_PART_NAMES[part]} ${amountText(only[part])}`)
      .join(', ')
      .concat(t('. Net of tax.'));
  return t('Paid, outstanding, ready to bill and not yet earned add up to what is contracted. Net of tax.');
}

const COLUMNS: readonly DataColumn<FeeStack>[] = [
  { id: 'name', header: t('Name'), width: 180, grow: 2, cell: ({ name }) => name, sortBy: ({ name }) => name },
  ...FEE_PARTS.map((part): DataColumn<FeeStack> => ({
    id: part,
    header: FEE_PART_NAMES[part],
    width: 120,
    align: 'end',
    cell: (stack) => amountText(stack[part]),
    data: (stack) => stack[part],
    sortBy: (stack) => stack[part]?.amount,
  })),
];

import { useMemo } from 'react';
import type { NotCounted } from '#shared/money/figure';
import { FigureButton } from '../FigureButton';
import type { Drill } from '../records-behind/RecordsDrawer';
import { SectionCard } from '../SectionCard';
import { countText } from '../text-of';
import classes from './FigureList.module.css';
import { t } from '#shared/values/texts';

interface NotCountedListProps {
  readonly items: readonly NotCounted[];
  readonly onDrill: (drill: Drill) => void;
}

/** What stands on the deal and is in none of its numbers, with the reason. Nothing where there is nothing. */
export function NotCountedList({ items, onDrill }: NotCountedListProps) {
  const byReason = useMemo(() => {
    const groups = new Map<string, Set<string>>();
    for (const { record, reason } of items) groups.set(reason, (groups.get(reason) ?? new Set()).add(record));
    return [...groups].map(([reason, records]) => ({ reason, records: [...records] }));
  }, [items]);
  if (byReason.length === 0) return null;
  return (
    <SectionCard title={t('In none of these numbers')}>
      <dl className={classes.list}>
        {byReason.map(({ reason, records }) => (
          <div key={reason} className={classes.line}>
            <dt>{reason.charAt(0).toUpperCase() + reason.slice(1)}</dt>
            <dd>
              <FigureButton name={reason} onOpen={() => onDrill({ title: t('Not counted: {{reason}}', { reason }), records })}>
                {countText(records.length, 'record', 'records')}
              </FigureButton>
            </dd>
          </div>
        ))}
      </dl>
    </SectionCard>
  );
}

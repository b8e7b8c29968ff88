import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { isOpenDeal } from '#shared/deal/phase';
import type { Id } from '#shared/records/define-record';
import { usualActivity, type Activity } from '#shared/time/activity';
import type { WorkedOn } from '#shared/time/entry';
import { QuietButton } from '../../components/QuietButton';
import { RefPicker } from '../../components/RefPicker';
import { ActivitySelect } from '../../components/time/ActivitySelect';
import { useLive, useRecord, useWorkspace } from '../../data/live';
import { partsOfDeal } from '../../data/reads/time';
import { useWeekRows } from '../../ui-state/week-rows';
import classes from './WeekGrid.module.css';
import { t } from '#shared/values/texts';

interface AddRowProps {
  readonly weekKey: string;
  readonly isFirst: boolean;
}

/** The last line of the week: a way to a new row. */
export function AddRow({ weekKey, isFirst }: AddRowProps) {
  const [adding, setAdding] = useState(false);
  const open = useWeekRows((state) => state.open);
  const add = (row: WorkedOn): void => {
    open(weekKey, [row]);
    setAdding(false);
  };
  return (
    <tr>
      <td colSpan={9} className={classes.adding}>
        {adding ? (
          <NewRowForm onAdd={add} onCancel={() => setAdding(false)} />
        ) : (
          <span className={classes.addLine}>
            <QuietButton leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
              {t('Add a row')}
            </QuietButton>
            {isFirst ? <span>{t('Nothing is written in this week yet. Add a row, copy last week’s, or type a line above.')}</span> : null}
          </span>
        )}
      </td>
    </tr>
  );
}

interface NewRowFormProps {
  readonly onAdd: (row: WorkedOn) => void;
  readonly onCancel: () => void;
}

/** The deal, what of it, and the activity. */
function NewRowForm({ onAdd, onCancel }: NewRowFormProps) {
  const [deal, setDeal] = useState<Id<'deal'>>();
  const [part, setPart] = useState<string | null>(null);
  const [activity, setActivity] = useState<Activity>();
  const { records } = useWorkspace();
  const chosen = useRecord('deal', deal);
  const parts = useLive((live) => (deal ? partsOfDeal(live, deal) : []), [deal]);
  const within = useCallback(
    ({ id }: { readonly id: string }) => {
      const offered = records.get('deal', id);
      return offered !== undefined && isOpenDeal(offered);
    },
    [records],
  );
  const kind = activity ?? (chosen ? usualActivity(chosen, records.get('ticket', part ?? undefined)) : undefined);
  const pick = (id: string | null): void => {
    setDeal((id ?? undefined) as Id<'deal'> | undefined);
    setPart(null);
  };
  return (
    <div className={classes.addForm} role="group" aria-label={t('New row')}>
      <RefPicker to="deal" aria-label={t('Deal')} placeholder={t('Deal')} autoFocus value={deal} within={within} onChange={pick} />
      <Select
        aria-label={t('Scope line or ticket')}
        placeholder={t('The deal as a whole')}
        searchable
        clearable
        disabled={!deal}
        data={parts.map(({ id, title }) => ({ value: id, label: title }))}
        value={part}
        onChange={setPart}
      />
      <ActivitySelect label={t('Activity')} disabled={!deal} value={kind} onChange={setActivity} />
      <Button disabled={!deal} onClick={() => deal && kind && onAdd({ deal, activity: kind, ...partOf(part) })}>
        {t('Add')}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {t('Cancel')}
      </Button>
    </div>
  );
}

function partOf(part: string | null): Pick<WorkedOn, 'ticket' | 'scopeLine'> {
  if (part === null) return {};
  return part.startsWith('ticket:') ? { ticket: part as Id<'ticket'> } : { scopeLine: part as Id<'scopeLine'> };
}

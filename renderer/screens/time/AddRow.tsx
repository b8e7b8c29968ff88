import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { isOpenDeal } from '#shared/deal/phase';
import type { Id } from '#shared/records/define-record';
import { ACTIVITIES } from '#shared/records/time-entry';
import { ACTIVITY_WORDS, usualActivity, type Activity } from '#shared/time/activity';
import { sentence } from '../../components/FieldValue';
import { RefPicker } from '../../components/RefPicker';
import { QuietButton } from '../../components/QuietButton';
import { useLive, useRecord, useWorkspace } from '../../data/live';
import { partsOfDeal } from '../../data/reads/time';
import { useWeekRows } from '../../ui-state/week-rows';
import classes from './WeekGrid.module.css';

interface AddRowProps {
  readonly weekKey: string;
  readonly isFirst: boolean;
}

/** A new row: the deal, what of it, and the activity. */
export function AddRow({ weekKey, isFirst }: AddRowProps) {
  const [adding, setAdding] = useState(false);
  const [deal, setDeal] = useState<Id<'deal'>>();
  const [part, setPart] = useState<string | null>(null);
  const [activity, setActivity] = useState<Activity>();
  const open = useWeekRows((state) => state.open);
  const { records } = useWorkspace();
  const chosen = useRecord('deal', deal);
  const parts = useLive((live) => (deal ? partsOfDeal(live, deal) : []), [deal]);
  const isOpen = useCallback((record: { readonly id: string }) => isOpenId(records.get('deal', record.id)), [records]);
  const usual = chosen ? usualActivity(chosen, records.get('ticket', part ?? undefined)) : undefined;
  const done = (): void => {
    setAdding(false);
    setDeal(undefined);
    setPart(null);
    setActivity(undefined);
  };
  const add = (): void => {
    const kind = activity ?? usual;
    if (!deal || !kind) return;
    const on = part === null ? {} : part.startsWith('ticket:') ? { ticket: part as Id<'ticket'> } : { scopeLine: part as Id<'scopeLine'> };
    open(weekKey, [{ deal, activity: kind, ...on }]);
    done();
  };
  return (
    <tr>
      <td colSpan={9} className={classes.adding}>
        {adding ? (
          <div className={classes.addForm} role="group" aria-label="New row">
            <RefPicker
              to="deal"
              aria-label="Deal"
              placeholder="Deal"
              autoFocus
              value={deal}
              within={isOpen}
              onChange={(id) => {
                setDeal((id ?? undefined) as Id<'deal'> | undefined);
                setPart(null);
              }}
            />
            <Select
              aria-label="Scope line or ticket"
              placeholder="The deal as a whole"
              searchable
              clearable
              disabled={!deal}
              data={parts.map(({ id, title }) => ({ value: id, label: title }))}
              value={part}
              onChange={setPart}
            />
            <Select
              aria-label="Activity"
              allowDeselect={false}
              data={ACTIVITIES.map((one) => ({ value: one, label: sentence(one) }))}
              renderOption={({ option }) => (
                <span>
                  {option.label}
                  <span className={classes.optionHint}>{ACTIVITY_WORDS[option.value as Activity]}</span>
                </span>
              )}
              comboboxProps={{ width: 300, position: 'bottom-end' }}
              value={activity ?? usual ?? null}
              onChange={(next) => setActivity(next as Activity)}
            />
            <Button disabled={!deal} onClick={add}>
              Add
            </Button>
            <Button variant="default" onClick={done}>
              Cancel
            </Button>
          </div>
        ) : (
          <span className={classes.addLine}>
            <QuietButton leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
              Add a row
            </QuietButton>
            {isFirst ? <span>Nothing is written in this week yet. Add a row, copy last week’s, or type a line above.</span> : null}
          </span>
        )}
      </td>
    </tr>
  );
}

const isOpenId = (deal: Parameters<typeof isOpenDeal>[0] | undefined): boolean => deal !== undefined && isOpenDeal(deal);

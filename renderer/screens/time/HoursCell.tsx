import { useState, type KeyboardEvent } from 'react';
import { readCell } from '#shared/time/typed-hours';
import { typeCell, type WeekCell } from '#shared/time/week';
import { dateText, numberText } from '../../components/text-of';
import { useToday } from '../../components/use-today';
import { useCommit, useMe, useWorkspace } from '../../data/live';
import type { ShownRow } from '../../data/reads/time';
import classes from './WeekGrid.module.css';
import { t } from '#shared/values/texts';

interface HoursCellProps {
  readonly row: ShownRow;
  readonly cell: WeekCell;
  /** Where it stands: `row:day`. */
  readonly at: string;
  readonly mayWrite: boolean;
  readonly onPlace: () => void;
}

/** The hours of one day on one row. What is typed is written when one leaves it. */
export function HoursCell({ row, cell, at, mayWrite, onPlace }: HoursCellProps) {
  const [draft, setDraft] = useState<string>();
  const today = useToday();
  const write = useWriteCell(row, cell);
  const shown = cell.hours > 0 ? numberText(cell.hours) : '';
  const hours = draft === undefined ? cell.hours : readCell(draft);
  const isLocked = cell.locked > 0 && cell.locked === cell.hours;
  const finish = (): void => {
    setDraft(undefined);
    if (draft !== undefined && hours !== undefined) void write(hours);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') setDraft(undefined);
    if (event.key === 'Delete' && draft === undefined && mayWrite) {
      event.preventDefault();
      void write(0);
    }
  };
  return (
    <input
      className={classes.hours}
      data-at={at}
      data-locked={isLocked || undefined}
      data-noted={cell.entries.some(({ note }) => note) || undefined}
      aria-label={`${row.deal?.name ?? ''}${row.part ? `, ${row.part}` : ''}, ${row.of.activity}, ${dateText(cell.date)}`}
      aria-invalid={hours === undefined}
      title={isLocked ? t('Approved') : undefined}
      inputMode="decimal"
      autoComplete="off"
      disabled={cell.date > today && cell.hours === 0}
      readOnly={!mayWrite}
      value={draft ?? shown}
      onFocus={(event) => {
        event.currentTarget.select();
        onPlace();
      }}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={onKeyDown}
    />
  );
}

function useWriteCell({ of }: ShownRow, { date }: WeekCell): (hours: number) => Promise<boolean> {
  const workspace = useWorkspace();
  const commit = useCommit();
  const person = useMe();
  const today = useToday();
  return (hours) => commit(typeCell(workspace.records, { person, of, date, hours, today, newId: () => workspace.newId('timeEntry') }));
}

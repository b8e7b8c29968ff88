import { ActionIcon, Switch, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { TimeEntry } from '#shared/records/registry';
import { isBilledByHour, isUsuallyBillable, type Activity } from '#shared/time/activity';
import { correctTime, removeTime, standingOf, type Correction } from '#shared/time/entry';
import { billRateFor } from '#shared/time/rate-card';
import type { WeekCell } from '#shared/time/week';
import { MoneyInput } from '../../components/MoneyInput';
import { dateText, numberText } from '../../components/text-of';
import { ActivitySelect } from '../../components/time/ActivitySelect';
import { useToday } from '../../components/use-today';
import { useCommit, useWorkspace } from '../../data/live';
import type { ShownRow } from '../../data/reads/time';
import classes from './Time.module.css';
import { t } from '#shared/values/texts';

interface CellEntriesProps {
  readonly row: ShownRow;
  readonly cell: WeekCell;
  readonly mayWrite: boolean;
}

/** What stands behind a cell: each entry with its note, activity, and whether it is billed. */
export function CellEntries({ row, cell, mayWrite }: CellEntriesProps) {
  return (
    <section className={classes.entries} aria-label={t('Entries of the cell')}>
      <h3 className={classes.entriesHead}>
        {dateText(cell.date)} · {row.deal?.name}
        {row.part ? ` · ${row.part}` : ''}
      </h3>
      {cell.entries.length === 0 ? (
        <p className={classes.hint}>
          {t('No hours yet. Type them into the cell; a note and whether they are billed can be said here then.')}
        </p>
      ) : (
        cell.entries.map((entry) => <EntryLine key={entry.id} entry={entry} row={row} mayWrite={mayWrite} />)
      )}
    </section>
  );
}

interface EntryLineProps {
  readonly entry: TimeEntry;
  readonly row: ShownRow;
  readonly mayWrite: boolean;
}

const STANDINGS = { open: '', approved: t('Approved'), billed: t('On an invoice') } as const;

function EntryLine({ entry, row, mayWrite }: EntryLineProps) {
  const correct = useCorrect(entry);
  const commit = useCommit();
  const { records } = useWorkspace();
  const standing = standingOf(entry);
  const isLocked = standing !== 'open' || !mayWrite;
  const { deal } = row;
  const onActivity = (activity: Activity): void =>
    void correct({ activity, ...(deal ? { billable: isUsuallyBillable(activity, deal) } : {}) });
  const onBillable = (billable: boolean): void => {
    const usual = deal && billRateFor(records, { deal, person: entry.person, scopeLine: records.get('scopeLine', entry.scopeLine) });
    void correct({ billable, ...(billable && usual && !entry.billRate ? { billRate: usual } : {}) });
  };
  return (
    <div className={classes.entry}>
      <strong className={classes.entryHours}>{numberText(entry.hours)} h</strong>
      <NoteInput entry={entry} disabled={isLocked} onSave={(note) => void correct({ note })} />
      <ActivitySelect label={t('Activity of the entry')} size="xs" disabled={isLocked} value={entry.activity} onChange={onActivity} />
      <Switch
        size="xs"
        label={deal && !isBilledByHour(deal) ? t('Within the price') : t('Billable')}
        disabled={isLocked}
        checked={entry.billable}
        onChange={(event) => onBillable(event.currentTarget.checked)}
      />
      {entry.billable && deal && isBilledByHour(deal) ? <RateInput entry={entry} disabled={isLocked} onSave={correct} /> : null}
      <span className={classes.standing}>{STANDINGS[standing]}</span>
      {isLocked ? null : (
        <ActionIcon variant="subtle" color="gray" aria-label={t('Remove these hours')} onClick={() => void commit(removeTime(entry))}>
          <IconTrash size={15} />
        </ActionIcon>
      )}
    </div>
  );
}

function useCorrect(entry: TimeEntry): (correction: Correction) => Promise<boolean> {
  const { records } = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  return (correction) => commit(correctTime(records, entry, correction, today));
}

interface NoteInputProps {
  readonly entry: TimeEntry;
  readonly disabled: boolean;
  readonly onSave: (note: string | null) => void;
}

function NoteInput({ entry, disabled, onSave }: NoteInputProps) {
  const { note = '' } = entry;
  const [draft, setDraft] = useState(note);
  useEffect(() => setDraft(note), [note]);
  const save = (): void => {
    if (draft.trim() !== note) onSave(draft.trim() || null);
  };
  return (
    <TextInput
      aria-label={t('Note')}
      placeholder={t('What was done')}
      size="xs"
      className={classes.note ?? ''}
      disabled={disabled}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}

interface RateInputProps {
  readonly entry: TimeEntry;
  readonly disabled: boolean;
  readonly onSave: (correction: Correction) => Promise<boolean>;
}

function RateInput({ entry, disabled, onSave }: RateInputProps) {
  const [rate, setRate] = useState(entry.billRate);
  useEffect(() => setRate(entry.billRate), [entry.billRate]);
  const isChanged = rate?.amount !== entry.billRate?.amount || rate?.currency !== entry.billRate?.currency;
  const save = (): void => {
    if (isChanged) void onSave({ billRate: rate ?? null });
  };
  return (
    // Whoever leaves the two controls has said the rate.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset className={classes.rate} disabled={disabled} onBlur={save}>
      <MoneyInput aria-label={t('Rate an hour')} value={rate} onChange={(next) => setRate(next ?? undefined)} />
    </fieldset>
  );
}

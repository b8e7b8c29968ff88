import { Tooltip } from '@mantine/core';
import { ACTIVITY_WORDS } from '#shared/time/activity';
import { standingOf, type EntryStanding } from '#shared/time/entry';
import type { HoursRow } from '../../data/reads/time';
import { ClashMark } from '../ClashMark';
import type { DataColumn } from '../data-column';
import { DateText } from '../DateText';
import { sentence } from '../FieldValue';
import { moneyText, numberText } from '../text-of';
import { WithUnsentMark } from '../UnsentMark';
import { t } from '#shared/values/texts';

export const STANDING_WORDS: Readonly<Record<EntryStanding, string>> = {
  open: t('To approve'),
  approved: t('Approved'),
  billed: t('Billed'),
};

const money = ({ entry }: HoursRow): string => (entry.billRate ? moneyText(entry.billRate) : t('No rate'));

/** Columns of a table of hours. */
export const HOURS_COLUMNS: readonly DataColumn<HoursRow>[] = [
  {
    id: 'date',
    header: t('Day'),
    width: 105,
    grow: 0,
    cell: ({ entry, clashes }) => (
      <WithUnsentMark record={entry.id}>
        <DateText value={entry.date} />
        {clashes ? <ClashMark record={entry.id} variant="icon" /> : null}
      </WithUnsentMark>
    ),
    data: ({ entry }) => ({ date: entry.date }),
    sortBy: ({ entry }) => entry.date,
  },
  { id: 'person', header: t('Person'), width: 130, cell: ({ person }) => person, sortBy: ({ person }) => person },
  { id: 'part', header: t('Work'), width: 170, grow: 3, cell: ({ part }) => part ?? t('The deal as a whole'), sortBy: ({ part }) => part },
  {
    id: 'activity',
    header: t('Activity'),
    width: 120,
    grow: 0,
    cell: ({ entry }) => (
      <Tooltip label={ACTIVITY_WORDS[entry.activity]}>
        <span>{sentence(entry.activity)}</span>
      </Tooltip>
    ),
    data: ({ entry }) => entry.activity,
    sortBy: ({ entry }) => entry.activity,
  },
  {
    id: 'hours',
    header: t('Hours'),
    width: 80,
    grow: 0,
    align: 'end',
    cell: ({ entry }) => `${numberText(entry.hours)} h`,
    data: ({ entry }) => entry.hours,
    sortBy: ({ entry }) => entry.hours,
  },
  {
    id: 'billRate',
    header: t('Rate'),
    width: 110,
    grow: 0,
    align: 'end',
    shownFrom: 820,
    cell: (row) => (row.entry.billable ? money(row) : t('Not billable')),
    data: ({ entry }) => entry.billRate,
    sortBy: ({ entry }) => entry.billRate?.amount,
  },
  { id: 'note', header: t('Note'), width: 160, grow: 3, shownFrom: 1050, cell: ({ entry }) => entry.note, data: ({ entry }) => entry.note },
  {
    id: 'standing',
    header: t('Standing'),
    width: 104,
    grow: 0,
    cell: ({ entry }) => STANDING_WORDS[standingOf(entry)],
    data: ({ entry }) => STANDING_WORDS[standingOf(entry)],
    sortBy: ({ entry }) => standingOf(entry),
  },
];

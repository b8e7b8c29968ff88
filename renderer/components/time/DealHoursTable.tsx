import { Button, Group, Menu, Portal } from '@mantine/core';
import { IconChecks, IconClockHour4, IconLockOpen, IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Deal } from '#shared/records/registry';
import { definitionOf } from '#shared/records/registry';
import { approveTime, reopenTime } from '#shared/time/approval';
import { removeTime, standingOf } from '#shared/time/entry';
import { sumHours } from '#shared/ticket/hours';
import { useCommit, useLive } from '../../data/live';
import { hoursOfDeal, type HoursRow } from '../../data/reads/time';
import { DataTable } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { menuColumn } from '../menu-column';
import { numberText } from '../text-of';
import { useUndecided } from '../ticket/use-undecided';
import { useMayWrite } from '../use-may-write';
import { HOURS_COLUMNS } from './hours-columns';
import classes from './DealHoursTable.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../Sentence';

const APPROVED = definitionOf('timeEntry').fields['approved'];

interface Opened {
  readonly row: HoursRow;
  readonly at: { readonly x: number; readonly y: number };
}

/** Every hour on a deal: by whom, on what, approved and billed or not. */
export function DealHoursTable({ deal }: { readonly deal: Deal }) {
  const rows = useLive((records) => hoursOfDeal(records, deal.id), [deal.id]);
  const [opened, setOpened] = useState<Opened>();
  const mayApprove = useMayWrite('timeEntry', APPROVED);
  const mayWrite = useMayWrite('timeEntry');
  const columns = useMemo(() => {
    const open = (row: HoursRow, target: HTMLElement): void => {
      const { left, bottom } = target.getBoundingClientRect();
      setOpened({ row, at: { x: left, y: bottom } });
    };
    return mayWrite
      ? [...HOURS_COLUMNS, menuColumn<HoursRow>(({ entry }) => t('More for {{hours}} h', { hours: numberText(entry.hours) }), open)]
      : HOURS_COLUMNS;
  }, [mayWrite]);
  return (
    <div className={classes.hours}>
      <HoursBar rows={rows} mayApprove={mayApprove} />
      <DataTable
        label={t('Hours of {{name}}', { name: deal.name })}
        rows={rows}
        columns={columns}
        rowId={({ entry }) => entry.id}
        empty={
          <EmptyState
            icon={IconClockHour4}
            title={t('No hours yet')}
            text={t('Hours are logged in Time, week by week, or with the timer of a ticket.')}
          />
        }
      />
      {opened ? <EntryMenu opened={opened} mayApprove={mayApprove} onClose={() => setOpened(undefined)} /> : null}
    </div>
  );
}

/** What there is, and everything that waits approved at once. */
function HoursBar({ rows, mayApprove }: { readonly rows: readonly HoursRow[]; readonly mayApprove: boolean }) {
  const commit = useCommit();
  const undecided = useUndecided();
  const entries = rows.map(({ entry }) => entry);
  const open = entries.filter((entry) => standingOf(entry) === 'open');
  const toBill = entries.filter((entry) => entry.billable && standingOf(entry) === 'approved');
  if (entries.length === 0) return null;
  return (
    <Group gap="lg" className={classes.bar}>
      <span>
        <Sentence text={t('<strong/> logged')} parts={{ strong: <strong className="num">{numberText(sumHours(entries))} h</strong> }} />
      </span>
      <span>
        <Sentence text={t('<strong/> to approve')} parts={{ strong: <strong className="num">{numberText(sumHours(open))} h</strong> }} />
      </span>
      <span>
        <Sentence
          text={t('<strong/> approved and not billed')}
          parts={{ strong: <strong className="num">{numberText(sumHours(toBill))} h</strong> }}
        />
      </span>
      <span className={classes.spring} />
      {mayApprove && open.length > 0 ? (
        <Button size="xs" variant="light" leftSection={<IconChecks size={15} />} onClick={() => void commit(approveTime(open, undecided))}>
          {t('Approve all {{numberText}} h', { numberText: numberText(sumHours(open)) })}
        </Button>
      ) : null}
    </Group>
  );
}

interface EntryMenuProps {
  readonly opened: Opened;
  readonly mayApprove: boolean;
  readonly onClose: () => void;
}

function EntryMenu({ opened: { row, at }, mayApprove, onClose }: EntryMenuProps) {
  const commit = useCommit();
  const undecided = useUndecided();
  const { entry } = row;
  const standing = standingOf(entry);
  return (
    <Menu opened onChange={(isOpen) => isOpen || onClose()} position="bottom-end">
      <Portal>
        <Menu.Target>
          <span style={{ position: 'fixed', left: at.x, top: at.y }} />
        </Menu.Target>
      </Portal>
      <Menu.Dropdown>
        {standing === 'open' && mayApprove ? (
          <Menu.Item leftSection={<IconChecks size={16} />} onClick={() => void commit(approveTime([entry], undecided))}>
            {t('Approve')}
          </Menu.Item>
        ) : null}
        {standing === 'approved' && mayApprove ? (
          <Menu.Item leftSection={<IconLockOpen size={16} />} onClick={() => void commit(reopenTime([entry]))}>
            {t('Reopen')}
          </Menu.Item>
        ) : null}
        {standing === 'open' ? (
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => void commit(removeTime(entry))}>
            {t('Remove')}
          </Menu.Item>
        ) : (
          <Menu.Label>{standing === 'billed' ? t('Stands on an invoice') : t('Approved hours do not change')}</Menu.Label>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { rowsOfLastWeek, mondayOf } from '#shared/time/week';
import { addDays, isDate } from '#shared/values/calendar';
import { ExportTableMenu } from '../../components/export-table/ExportTableMenu';
import { notify } from '../../components/notify';
import { countText, dateText, numberText } from '../../components/text-of';
import { useAddressState } from '../../components/use-address-state';
import { useMayWrite } from '../../components/use-may-write';
import { useToday } from '../../components/use-today';
import { useLive, useMe, useWorkspace, useWorkspaceInfo } from '../../data/live';
import { shownWeek, type ShownWeek } from '../../data/reads/time';
import { useWeekRows } from '../../ui-state/week-rows';
import { CellEntries } from './CellEntries';
import { QuickEntry } from './QuickEntry';
import { weekTable } from './time-tables';
import classes from './Time.module.css';
import { WeekGrid, type CellPlace } from './WeekGrid';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

const NO_ROWS: readonly never[] = [];

/** One's own week: a line to type hours into, the days as a table, and what stands behind the cell one is at. */
export function MyWeek() {
  const me = useMe();
  const today = useToday();
  const { id } = useWorkspaceInfo();
  const [address] = useAddressState();
  const asked = address.get('week');
  const monday = mondayOf(asked && isDate(asked) ? asked : today);
  const weekKey = `${id}/${me}/${monday}`;
  const opened = useWeekRows((state) => state.opened[weekKey]) ?? NO_ROWS;
  const week = useLive((records) => shownWeek(records, me, monday, opened), [me, monday, opened]);
  const [place, setPlace] = useState<CellPlace>();
  const mayWrite = useMayWrite('timeEntry');
  const row = week.rows.find(({ key }) => key === place?.row);
  const cell = row?.cells[place?.day ?? 0];
  return (
    <div className={classes.week}>
      {mayWrite ? (
        <QuickEntry />
      ) : (
        <p className={classes.hint}>{t('Your role does not log hours. Those of your colleagues stand at their deals.')}</p>
      )}
      <WeekBar week={week} weekKey={weekKey} mayWrite={mayWrite} />
      <WeekGrid week={week} weekKey={weekKey} mayWrite={mayWrite} onPlace={setPlace} />
      {row && cell ? <CellEntries key={`${row.key} ${cell.date}`} row={row} cell={cell} mayWrite={mayWrite} /> : null}
    </div>
  );
}

interface WeekBarProps {
  readonly week: ShownWeek;
  readonly weekKey: string;
  readonly mayWrite: boolean;
}

/** Which week it is, the way to others, and what one worked on the week before. */
function WeekBar({ week: shown, weekKey, mayWrite }: WeekBarProps) {
  const { monday, hours, rows: shownRows } = shown;
  const [, setAddress] = useAddressState();
  const today = useToday();
  const me = useMe();
  const { records } = useWorkspace();
  const open = useWeekRows((state) => state.open);
  const go = (week: string): void => setAddress({ week: week === mondayOf(today) ? null : week });
  const copy = (): void => {
    const rows = rowsOfLastWeek(records, me, monday);
    open(weekKey, rows);
    notify.done(
      rows.length > 0
        ? t('{{length}} of last week copied', { length: countText(rows.length, 'row', 'rows') })
        : t('Last week has no other rows.'),
    );
  };
  return (
    <Group gap={8} className={classes.bar}>
      <Tooltip label={t('Week before')}>
        <ActionIcon variant="default" size={30} aria-label={t('Week before')} onClick={() => go(addDays(monday, -7))}>
          <IconChevronLeft size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('Week after')}>
        <ActionIcon variant="default" size={30} aria-label={t('Week after')} onClick={() => go(addDays(monday, 7))}>
          <IconChevronRight size={16} />
        </ActionIcon>
      </Tooltip>
      <h2 className={classes.weekName}>
        {dateText(monday)} – {dateText(addDays(monday, 6))}
      </h2>
      {monday === mondayOf(today) ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => go(mondayOf(today))}>
          {t('This week')}
        </Button>
      )}
      <span className={classes.spring} />
      <span className={classes.sum}>
        <Sentence text={t('<strong/> in this week')} parts={{ strong: <strong className="num">{numberText(hours)} h</strong> }} />
      </span>
      {shownRows.length > 0 ? <ExportTableMenu variant="icon" label={t('the week')} table={() => weekTable(shown)} /> : null}
      {mayWrite ? (
        <Button variant="default" size="xs" leftSection={<IconCopy size={14} />} onClick={copy}>
          {t('Copy last week’s rows')}
        </Button>
      ) : null}
    </Group>
  );
}

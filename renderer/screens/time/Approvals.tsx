import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconChecks, IconClockCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { TimeEntry } from '#shared/records/registry';
import { approveTime, reopenTime, type WeekToApprove } from '#shared/time/approval';
import { EmptyState } from '../../components/EmptyState';
import { ExportTableMenu } from '../../components/export-table/ExportTableMenu';
import { notify } from '../../components/notify';
import { numberText } from '../../components/text-of';
import { useUndecided } from '../../components/ticket/use-undecided';
import { useAddressState } from '../../components/use-address-state';
import { useCommit, useLive, useMe, useWorkspace } from '../../data/live';
import { dealsRunBy, waitingHours } from '../../data/reads/time';
import { ApprovalWeek } from './ApprovalWeek';
import classes from './Approvals.module.css';
import { waitingTable } from './time-tables';
import { t } from '#shared/values/texts';

/** Weeks that are shown before somebody asks for more. */
const SHOWN = 20;
const WHOSE = [
  { value: 'mine', label: t('Deals I run') },
  { value: 'all', label: t('All deals') },
];

/** Hours that wait for approval, week by week and person by person. */
export function Approvals() {
  const me = useMe();
  const [address, setAddress] = useAddressState();
  const runsSome = useLive((live) => dealsRunBy(live, me).length > 0, [me]);
  const whose = address.get('deals') === 'all' || !runsSome ? 'all' : 'mine';
  const weeks = useLive((live) => waitingHours(live, me, whose), [me, whose]);
  const [shown, setShown] = useState(SHOWN);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const approve = useApprove();
  const { records } = useWorkspace();
  const entries = useMemo(() => weeks.flatMap((week) => week.entries), [weeks]);
  const picked = entries.filter(({ id }) => chosen.has(id));
  const choose = (ids: readonly string[], isOn: boolean): void =>
    setChosen((was) => new Set(isOn ? [...was, ...ids] : [...was].filter((id) => !ids.includes(id))));
  return (
    <div className={classes.approvals}>
      <Group gap="sm">
        {runsSome ? (
          <SegmentedControl
            size="xs"
            aria-label={t('Of which deals')}
            value={whose}
            onChange={(deals) => setAddress({ deals: deals === 'all' ? deals : null })}
            data={WHOSE}
          />
        ) : null}
        <span className={classes.count}>
          {weeks.length > 0 ? t('{{numberText}} h wait for approval', { numberText: numberText(sum(weeks)) }) : null}
        </span>
        <span className={classes.spring} />
        {weeks.length > 0 ? (
          <ExportTableMenu variant="icon" label={t('the hours to approve')} table={() => waitingTable(weeks, records)} />
        ) : null}
        <Button
          size="xs"
          disabled={picked.length === 0}
          leftSection={<IconChecks size={15} />}
          onClick={() => void approve(picked).then((done) => done && setChosen(new Set()))}
        >
          {picked.length > 0
            ? t('Approve {{numberText}} h chosen', { numberText: numberText(sumOf(picked)) })
            : t('Approve what is chosen')}
        </Button>
      </Group>
      {weeks.length === 0 ? <Nothing whose={whose} /> : null}
      {weeks.slice(0, shown).map((week) => (
        <ApprovalWeek
          key={`${week.person} ${week.monday}`}
          week={week}
          chosen={chosen}
          onChoose={choose}
          onApprove={() => void approve(week.entries)}
        />
      ))}
      <MoreWeeks more={weeks.length - shown} onMore={() => setShown(shown + SHOWN)} />
    </div>
  );
}

function MoreWeeks({ more, onMore }: { readonly more: number; readonly onMore: () => void }) {
  if (more <= 0) return null;
  return (
    <Button variant="default" onClick={onMore}>
      {t('Show {{SHOWN}} more weeks', { SHOWN: Math.min(SHOWN, more) })}
    </Button>
  );
}

const sumOf = (entries: readonly TimeEntry[]): number => Math.round(entries.reduce((all, { hours }) => all + hours, 0) * 100) / 100;
const sum = (weeks: readonly WeekToApprove[]): number => sumOf(weeks.flatMap(({ entries }) => entries));

/** Approves, and offers the way back. */
function useApprove(): (entries: readonly TimeEntry[]) => Promise<boolean> {
  const { records } = useWorkspace();
  const commit = useCommit();
  const undecided = useUndecided();
  return async (entries) => {
    const done = await commit(approveTime(entries, undecided));
    if (done) {
      notify.undoable(t('{{numberText}} h approved', { numberText: numberText(sumOf(entries)) }), () => {
        const now = entries.flatMap(({ id }) => records.get('timeEntry', id) ?? []);
        void commit(reopenTime(now));
      });
    }
    return done;
  };
}

function Nothing({ whose }: { readonly whose: 'mine' | 'all' }) {
  return (
    <EmptyState
      icon={IconClockCheck}
      title={t('No hours wait for approval')}
      text={
        whose === 'mine'
          ? t('What your team logs on the deals that you run comes up here. What is approved can be reopened in the hours of its deal.')
          : t('What anybody logs comes up here. What is approved can be reopened in the hours of its deal.')
      }
    />
  );
}

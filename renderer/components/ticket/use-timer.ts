import { useCallback } from 'react';
import type { Ticket } from '#shared/records/registry';
import { archiveRecord } from '#shared/records/write';
import { activityOf, LONGEST_TIMER_HOURS, timerEntryId, timerHours } from '#shared/ticket/hours';
import { logTime } from '#shared/time/entry';
import { dateOfInstant, instantOf } from '#shared/values/calendar';
import { useCommit, useMe, useWorkspace, useWorkspaceInfo } from '../../data/live';
import { useTimers, type RunningTimer } from '../../ui-state/timers';
import { notify } from '../notify';
import { numberText } from '../text-of';
import { TIME_ZONE, todayOf } from '../use-today';
import { t } from '#shared/values/texts';

/** The timer of whoever sits here: at most one runs, and stopping it logs the hours. */
export function useTimer() {
  const { id } = useWorkspaceInfo();
  const me = useMe();
  const whose = `${id}/${me}`;
  const running = useTimers((state) => state.running[whose]);
  const { start: begin, stop: end } = useTimers();
  const log = useLogTimer();
  const workspace = useWorkspace();
  const discard = useCallback(() => end(whose), [end, whose]);

  const stop = useCallback(async (): Promise<boolean> => {
    const timer = useTimers.getState().running[whose];
    if (!timer || !(await log(timer))) return !timer;
    end(whose);
    return true;
  }, [whose, log, end]);

  /** What runs on another ticket is stopped and logged first. */
  const start = useCallback(
    async (ticket: Ticket): Promise<void> => {
      if (await stop()) begin(whose, { ticket: ticket.id, startedAt: workspace.now() });
    },
    [stop, begin, whose, workspace],
  );
  return { running, start, stop, discard };
}

/** True for a timer that somebody more likely forgot than worked with. */
export const isForgotten = ({ startedAt }: RunningTimer, now: number): boolean => timerHours(startedAt, now) > LONGEST_TIMER_HOURS;

function useLogTimer(): (timer: RunningTimer) => Promise<boolean> {
  const workspace = useWorkspace();
  const commit = useCommit();
  const me = useMe();
  return useCallback(
    async (timer: RunningTimer) => {
      const { records } = workspace;
      const entry = timerEntryId(me, timer.ticket, timer.startedAt);
      const ticket = records.get('ticket', timer.ticket);
      const deal = records.get('deal', ticket?.deal);
      if (!ticket || !deal || records.get('timeEntry', entry)) return true;
      if (isForgotten(timer, workspace.now())) {
        notify.problem(
          t('The timer on “{{title}}” has run for more than {{LONGEST_TIMER_HOURS}} hours. Say how long it was.', {
            title: ticket.title,
            LONGEST_TIMER_HOURS,
          }),
        );
        return false;
      }
      const hours = timerHours(timer.startedAt, workspace.now());
      const date = dateOfInstant(instantOf(timer.startedAt), TIME_ZONE);
      const worked = { deal: deal.id, ticket: ticket.id, activity: activityOf(ticket, deal), person: me, date, hours };
      const done = await commit(logTime(records, entry, worked, todayOf(workspace)));
      if (done) {
        notify.undoable(t('{{hours}} h logged on “{{title}}”', { hours: numberText(hours), title: ticket.title }), () => {
          const logged = records.get('timeEntry', entry);
          if (logged) void commit(archiveRecord(logged));
        });
      }
      return done;
    },
    [workspace, commit, me],
  );
}

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef, type KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { ACTIVITY_WORDS } from '#shared/time/activity';
import { sentence } from '../../components/FieldValue';
import { recordPath } from '../../components/record-path';
import { numberText } from '../../components/text-of';
import { TimerButton } from '../../components/ticket/TimerButton';
import { useToday } from '../../components/use-today';
import type { ShownRow, ShownWeek } from '../../data/reads/time';
import { useWeekRows } from '../../ui-state/week-rows';
import { AddRow } from './AddRow';
import { HoursCell } from './HoursCell';
import classes from './WeekGrid.module.css';
import { spokenLocale } from '#shared/values/texts';
import { t } from '#shared/values/texts';

/** The cell one is at: its row by key, its day by place. */
export interface CellPlace {
  readonly row: string;
  readonly day: number;
}

interface WeekGridProps {
  readonly week: ShownWeek;
  readonly weekKey: string;
  readonly mayWrite: boolean;
  readonly onPlace: (place: CellPlace) => void;
}

/**
 * The days of a week as a table that is written like a spreadsheet: arrow keys, Tab and Enter move, typing replaces, Delete
 * empties, Escape takes back.
 */
export function WeekGrid({ week, weekKey, mayWrite, onPlace }: WeekGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const today = useToday();
  const move = (event: KeyboardEvent): void => moveFrom(event, table.current);
  return (
    <div className={classes.frame}>
      {/* Keys of its cells move between them. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table ref={table} className={classes.table} aria-label={t('Hours of the week')} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col" className={classes.what}>
              {t('Work')}
            </th>
            {week.days.map((day) => (
              <th key={day} scope="col" className={classes.day} data-today={day === today || undefined}>
                <DayName day={day} />
              </th>
            ))}
            <th scope="col" className={classes.total}>
              {t('Total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {week.rows.map((row, at) => (
            <tr key={row.key}>
              <RowName row={row} weekKey={weekKey} />
              {row.cells.map((cell, day) => (
                <td key={cell.date} className={classes.cell} data-weekend={day > 4 || undefined}>
                  <HoursCell row={row} cell={cell} at={`${at}:${day}`} mayWrite={mayWrite} onPlace={() => onPlace({ row: row.key, day })} />
                </td>
              ))}
              <td className={classes.total}>{row.hours > 0 ? numberText(row.hours) : ''}</td>
            </tr>
          ))}
          {mayWrite ? <AddRow weekKey={weekKey} isFirst={week.rows.length === 0} /> : null}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={classes.what}>
              {t('Total')}
            </th>
            {week.totals.map((hours, day) => (
              <td key={week.days[day]} className={classes.sum}>
                {hours > 0 ? numberText(hours) : ''}
              </td>
            ))}
            <td className={classes.total}>{numberText(week.hours)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const WEEKDAY = new Intl.DateTimeFormat(spokenLocale(), { weekday: 'short', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat(spokenLocale(), { day: 'numeric', month: 'short', timeZone: 'UTC' });

function DayName({ day }: { readonly day: string }) {
  const at = Date.parse(`${day}T00:00:00Z`);
  return (
    <>
      <span className={classes.weekday}>{WEEKDAY.format(at)}</span> {DAY.format(at)}
    </>
  );
}

function RowName({ row, weekKey }: { readonly row: ShownRow; readonly weekKey: string }) {
  const close = useWeekRows((state) => state.close);
  const { deal, part, ticket, of } = row;
  return (
    <th scope="row" className={classes.what}>
      <div className={classes.row}>
        <div className={classes.names}>
          {deal ? (
            <Link to={recordPath(deal.id) ?? ''} className={classes.deal} title={deal.name}>
              {deal.name}
            </Link>
          ) : (
            <span className={classes.deal}>{t('A deal that is not here')}</span>
          )}
          <span className={classes.part} title={part}>
            {part ?? t('The deal as a whole')}
          </span>
        </div>
        <Tooltip label={ACTIVITY_WORDS[of.activity]}>
          <span className={classes.activity} data-activity={of.activity}>
            {sentence(of.activity)}
          </span>
        </Tooltip>
        {ticket ? <TimerButton ticket={ticket} /> : null}
        {row.hours === 0 ? (
          <ActionIcon size={24} variant="subtle" color="gray" aria-label={t('Close the empty row')} onClick={() => close(weekKey, row.key)}>
            <IconX size={14} />
          </ActionIcon>
        ) : null}
      </div>
    </th>
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Goes to the neighbour of the cell that a key was pressed in. Within a number that is being written, left and right stay in it. */
function moveFrom(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const input = event.target instanceof HTMLInputElement ? event.target : undefined;
  const step = STEPS[event.key];
  const [row, day] = (input?.dataset['at'] ?? '').split(':').map(Number);
  if (!input || !step || row === undefined || day === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  if (step[1] !== 0 && !isAtEdge(input, step[1])) return;
  const back = event.key === 'Enter' && event.shiftKey ? -1 : 1;
  const next = table?.querySelector<HTMLInputElement>(`input[data-at="${row + step[0] * back}:${day + step[1]}"]`);
  event.preventDefault();
  if (next) next.focus();
  else if (event.key === 'Enter') input.blur();
}

/** Everything is chosen, or the caret stands at the end that the key leads over. */
function isAtEdge({ selectionStart, selectionEnd, value }: HTMLInputElement, step: number): boolean {
  const isWhole = selectionStart === 0 && selectionEnd === value.length;
  return isWhole || (selectionStart === selectionEnd && selectionStart === (step < 0 ? 0 : value.length));
}

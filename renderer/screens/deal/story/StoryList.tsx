import { Button } from '@mantine/core';
import { IconFilterOff, IconTimeline } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef, type KeyboardEvent } from 'react';
import { EmptyState } from '../../../components/EmptyState';
import classes from './StoryList.module.css';
import { StoryRowView } from './StoryRow';
import type { StoryRow } from './story-rows';
import { t } from '#shared/values/texts';

interface StoryListProps {
  readonly rows: readonly StoryRow[];
  /** How many items the story has without the filter. */
  readonly everything: number;
  /** Nobody has said or sent anything yet. */
  readonly silent: boolean;
  /** The moment that is open beside the list. */
  readonly reading: string | undefined;
  readonly onOpen: (moment: string) => void;
  readonly onLog: () => void;
  readonly onAll: () => void;
}

/** The timeline: only what is in view exists. Arrow keys walk from item to item, Enter opens one. */
export function StoryList({ rows, everything, silent, reading, onOpen, onLog, onAll }: StoryListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: (index) => (rows[index]?.kind === 'day' ? 34 : 76),
    overscan: 8,
  });
  const reveal = useEffectEvent(() => {
    const index = rows.findIndex((row) => row.id === reading);
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
  });
  // Only when another moment is opened: a row that arrives must not move the list under the reader.
  useEffect(() => reveal(), [reading]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = nextItem(event, rows);
    if (next === undefined) return;
    event.preventDefault();
    virtualizer.scrollToIndex(next);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] [data-main]`)?.focus());
  };
  if (rows.length === 0 && everything > 0) return <NothingFits onAll={onAll} />;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys bubble up from the items, which have the focus
    <div ref={scroller} className={classes.list} role="feed" aria-label={t('What was said, sent and done')} onKeyDown={onKeyDown}>
      <div className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row ? (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={classes.row}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <StoryRowView row={row} reading={row.id === reading} onOpen={onOpen} />
            </div>
          ) : null;
        })}
      </div>
      {silent ? <NothingSaid onLog={onLog} /> : null}
    </div>
  );
}

/** The item to which an arrow key leads from the one that has the focus. */
function nextItem(event: KeyboardEvent<HTMLDivElement>, rows: readonly StoryRow[]): number | undefined {
  const focused = event.target instanceof Element ? event.target.closest('[data-index]') : null;
  const from = Number(focused?.getAttribute('data-index'));
  if (!focused || !(event.target instanceof HTMLElement) || event.target.dataset['main'] === undefined) return undefined;
  if (event.key === 'ArrowDown') return after(rows, from);
  if (event.key === 'ArrowUp') return before(rows, from);
  return undefined;
}

function after(rows: readonly StoryRow[], from: number): number | undefined {
  const found = rows.findIndex((row, index) => index > from && row.kind === 'item');
  return found < 0 ? undefined : found;
}

function before(rows: readonly StoryRow[], from: number): number | undefined {
  const found = rows.findLastIndex((row, index) => index < from && row.kind === 'item');
  return found < 0 ? undefined : found;
}

function NothingFits({ onAll }: Pick<StoryListProps, 'onAll'>) {
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t('Nothing in this story fits the filter')}
      text={t('Take away a word, a kind or a person.')}
      action={<Button onClick={onAll}>{t('Show everything')}</Button>}
    />
  );
}

function NothingSaid({ onLog }: Pick<StoryListProps, 'onLog'>) {
  return (
    <EmptyState
      icon={IconTimeline}
      title={t('The story begins here')}
      text={t(
        'Log the first call, paste a chat, or import the mail that has been exchanged. From its words you make commitments, objections and scope.',
      )}
      action={<Button onClick={onLog}>{t('Log a call')}</Button>}
    />
  );
}

import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { Kbd } from '../../components/Kbd';
import { notify } from '../../components/notify';
import type { ReviewGroup } from '../../data/review';
import type { BulkPick, Settlement } from '../../data/review-settle';
import { BulkBar } from './BulkBar';
import classes from './Review.module.css';
import { ReviewList } from './ReviewList';
import { ReviewPanel } from './ReviewPanel';
import { useChoice, useCurrent } from './use-choice';
import { useReviewKeys } from './use-review-keys';
import { useBulk, useSelection } from './use-selection';
import { useSettle } from './use-settle';
import { useSources } from './use-sources';
import { t } from '#shared/values/texts';

/** The inbox: what waits on the left, the choice on the right, and everything by keys. */
export function ReviewInbox({ groups }: { readonly groups: readonly ReviewGroup[] }) {
  const inbox = useInbox(groups);
  const { current, selection, bulk } = inbox;
  return (
    <>
      <p className="sr-only" role="status">
        {inbox.told}
      </p>
      {current ? (
        <div className={classes.inbox}>
          <div className={classes.side}>
            {selection.items.length > 0 ? (
              <BulkBar
                count={selection.items.length}
                me={bulk.me}
                people={bulk.people}
                onPick={(pick) => void inbox.settleSelected(pick)}
                onClear={selection.clear}
              />
            ) : null}
            <ReviewList
              groups={groups}
              current={current.key}
              selected={selection.keys}
              list={inbox.list}
              onCurrent={inbox.go}
              onSelect={selection.toggle}
            />
            <KeyHints />
          </div>
          <ReviewPanel key={current.key} item={current} {...inbox.choice} onSettle={() => void inbox.settleCurrent()} />
        </div>
      ) : (
        <AllAgreed />
      )}
    </>
  );
}

function useInbox(groups: readonly ReviewGroup[]) {
  const items = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const sources = useSources(useMemo(() => items.map(({ clash }) => clash), [items]));
  const { current, move, go } = useCurrent(items);
  const choice = useChoice(current, sources);
  const selection = useSelection(items);
  const bulk = useBulk(selection.items, sources);
  const { settle, undo } = useSettle();
  const list = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState('');
  // Whoever came by a link goes on by keys: from now on Enter settles, and does not follow the link again.
  useEffect(() => list.current?.focus({ preventScroll: true }), []);

  // A second press before the first is written would choose against the first.
  const { isBusy, whileBusy } = useBusy();
  const settleAll = async (settlements: readonly Settlement[], what: string): Promise<boolean> => {
    if (!(await whileBusy(() => settle(settlements, what)))) return false;
    setTold(t('{{what}} {{items}} left.', { what, items: items.length - settlements.length }));
    list.current?.focus({ preventScroll: true });
    return true;
  };
  const settleCurrent = async (): Promise<void> => {
    const settlement = choice.decide();
    if (!settlement || !current) return;
    // Taken back, it is what one stands on again.
    go(current.key);
    await settleAll([settlement], t('Settled {{label}} of {{title}}.', { label: current.label, title: current.title }));
  };
  const settleSelected = async (pick: BulkPick): Promise<void> => {
    const { settlements, left } = bulk.settlementsFor(pick);
    const rest =
      left > 0
        ? t(' {{value}}: no such value, or not yours to change.', { value: left === 1 ? t('One stays') : t('{{left}} stay', { left }) })
        : '';
    if (settlements.length === 0) return notify.problem(t('Nothing can be settled in this way.{{rest}}', { rest }));
    const what = settlements.length === 1 ? t('one value') : t('{{settlements}} values', { settlements: settlements.length });
    if (await settleAll(settlements, t('Settled {{what}}.{{rest}}', { what, rest }))) selection.clear();
  };
  useReviewKeys(
    {
      move,
      pick: choice.pick,
      other: choice.other,
      select: () => current && selection.toggle(current.key),
      selectAll: selection.all,
      settle: () => void settleCurrent(),
      undo: () => void whileBusy(undo),
      clear: selection.clear,
    },
    isBusy ? 'busy' : current && !choice.detail ? 'untold' : 'ready',
  );
  return { current, go, choice, selection, bulk, list, told, settleCurrent, settleSelected };
}

/** One writing at a time: what is asked for meanwhile is not done. */
function useBusy() {
  const busy = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const whileBusy = async <T,>(write: () => Promise<T>): Promise<T | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    setBusy(true);
    return write().finally(() => {
      busy.current = false;
      setBusy(false);
    });
  };
  return { isBusy, whileBusy };
}

function AllAgreed() {
  return (
    <EmptyState
      icon={IconCircleCheck}
      title={t('All is in agreement')}
      text={t(
        'Where people change the same thing without seeing each other, both values wait here, side by side, until somebody chooses. Nothing waits now.',
      )}
    />
  );
}

const HINTS: readonly (readonly [readonly string[], string])[] = [
  [['j', 'k'], t('move')],
  [['1', '2'], t('pick')],
  [['e'], t('else')],
  [['enter'], t('settle')],
  [['z'], t('undo')],
  [['?'], t('all keys')],
];

function KeyHints() {
  return (
    <p className={classes.keys} aria-hidden>
      {HINTS.map(([keys, does]) => (
        <span key={does}>
          {keys.map((key) => (
            <Kbd key={key} keys={key} />
          ))}{' '}
          {does}
        </span>
      ))}
    </p>
  );
}

import { Button } from '@mantine/core';
import { sendAfter } from '#shared/deal/split-after';
import type { Deal } from '#shared/records/registry';
import { RecordLink } from '../../../components/RecordLink';
import { countText } from '../../../components/text-of';
import { useMayWrite } from '../../../components/use-may-write';
import { useCommit, useLive } from '../../../data/live';
import { splitStanding } from '../../../data/reads/split';
import classes from './SplitScreen.module.css';

/** In the line above a deal's name: what it was part of, and what was part of it. */
export function SplitCrumb({ deal }: { readonly deal: Deal }) {
  const { from, parts } = useLive((records) => splitStanding(records, deal), [deal]);
  return (
    <>
      {from ? (
        <>
          {' · was part of '}
          <RecordLink type="deal" id={from.id} />
        </>
      ) : null}
      {parts.length > 0 ? ' · split: ' : null}
      {parts.map((part, at) => (
        <span key={part.id}>
          {at > 0 ? ', ' : ''}
          <RecordLink type="deal" id={part.id} />
        </span>
      ))}
    </>
  );
}

/** What stands on a deal although its line went to another one: somebody added it without having seen the split. */
export function LeftBehindNotice({ deal }: { readonly deal: Deal }) {
  const commit = useCommit();
  const mayMove = useMayWrite('deal');
  const { left } = useLive((records) => splitStanding(records, deal), [deal]);
  if (left.length === 0) return null;
  const send = async (): Promise<void> => {
    const { team, finance } = sendAfter(deal, left);
    if (team && !(await commit(team))) return;
    if (finance) await commit(finance);
  };
  return (
    <div className={classes.notice} role="status">
      <span>
        {countText(left.length, 'record stands', 'records stand')} here and {left.length === 1 ? 'belongs' : 'belong'} to a line that is in
        another deal since the split.
      </span>
      {mayMove ? (
        <Button size="compact-sm" variant="default" onClick={() => void send()}>
          Send {left.length === 1 ? 'it' : 'them'} after
        </Button>
      ) : null}
    </div>
  );
}

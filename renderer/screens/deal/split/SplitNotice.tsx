import { Button } from '@mantine/core';
import { sendAfter } from '#shared/deal/split-after';
import type { Deal } from '#shared/records/registry';
import { RecordLink } from '../../../components/RecordLink';
import { countText } from '../../../components/text-of';
import { useMayWrite } from '../../../components/use-may-write';
import { useCommit, useLive } from '../../../data/live';
import { splitStanding } from '../../../data/reads/split';
import classes from './SplitScreen.module.css';
import { t } from '#shared/values/texts';

/** In the line above a deal's name: what it was part of, and what was part of it. */
export function SplitCrumb({ deal }: { readonly deal: Deal }) {
  const { from, parts } = useLive((records) => splitStanding(records, deal), [deal]);
  return (
    <>
      {from ? (
        <>
          {t(' · was part of ')}
          <RecordLink type="deal" id={from.id} />
        </>
      ) : null}
      {parts.length > 0 ? t(' · split: ') : null}
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
        {t('{{length}} here and {{value}} to a line that is in another deal since the split.', {
          length: countText(left.length, t('record stands'), t('records stand')),
          value: left.length === 1 ? t('belongs') : t('belong'),
        })}
      </span>
      {mayMove ? (
        <Button size="compact-sm" variant="default" onClick={() => void send()}>
          {t('Send {{value}} after', { value: left.length === 1 ? t('it') : t('them') })}
        </Button>
      ) : null}
    </div>
  );
}

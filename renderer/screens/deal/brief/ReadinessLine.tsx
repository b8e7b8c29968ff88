import { IconCircleCheck, IconListCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { gapTitle, isBeforeHandover } from '#shared/handover/readiness';
import type { Deal } from '#shared/records/registry';
import { bodyOf } from '../../../components/record-path';
import { countText } from '../../../components/text-of';
import { useLive } from '../../../data/live';
import { gapsByKind } from '../../../data/reads/handover';
import classes from './ReadinessLine.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

/** What is missing before the hand-over, in a line, while the hand-over is ahead. */
export function ReadinessLine({ deal }: { readonly deal: Deal }) {
  return isBeforeHandover(deal) ? <Missing deal={deal} /> : null;
}

function Missing({ deal }: { readonly deal: Deal }) {
  const kinds = useLive((records) => gapsByKind(records, deal), [deal]);
  const count = kinds.reduce((sum, { gaps }) => sum + gaps.length, 0);
  if (count === 0) {
    return (
      <p className={classes.line} data-ready>
        <Sentence
          text={t('<iconCircleCheck/> Nothing is missing for the hand-over')}
          parts={{ iconCircleCheck: <IconCircleCheck size={15} aria-hidden /> }}
        />
      </p>
    );
  }
  return (
    <p className={classes.line}>
      <IconListCheck size={15} aria-hidden />
      <Link to={`/deals/${bodyOf(deal.id)}/brief`} className={classes.count}>
        {t('{{number}} missing before the hand-over', { number: countText(count, 'thing', 'things') })}
      </Link>
      <span className={classes.kinds}>{kinds.map(({ kind, gaps }) => gapTitle(kind, gaps.length)).join(' · ')}</span>
    </p>
  );
}

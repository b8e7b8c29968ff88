import { Anchor, Checkbox } from '@mantine/core';
import { Link } from 'react-router';
import type { OnlyTheyKnow, SweepLine } from '#shared/handover/leaving';
import { recordAbout } from '#shared/handover/questions';
import type { Id } from '#shared/records/define-record';
import { nounOf } from '#shared/records/title';
import { QuestionLine } from '../../components/QuestionLine';
import { RecordLink } from '../../components/RecordLink';
import { recordPath } from '../../components/record-path';
import { SectionCard } from '../../components/SectionCard';
import { useLive } from '../../data/live';
import classes from './LeavingScreen.module.css';
import { t } from '#shared/values/texts';

interface LeavingDealProps {
  readonly deal: Id<'deal'>;
  readonly lines: readonly SweepLine[];
  /** Keys of what is not to be asked. */
  readonly leftOut: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}

/** What somebody takes with them of one deal: asked, answered and still to ask. */
export function LeavingDeal({ deal, lines, leftOut, onToggle }: LeavingDealProps) {
  return (
    <SectionCard flush title={<RecordLink type="deal" id={deal} />}>
      <ul className={classes.lines}>
        {lines.map((line) =>
          line.state === 'to ask' ? (
            <ToAsk key={line.item.key} item={line.item} chosen={leftOut.has(line.item.key) ? 'no' : 'yes'} onToggle={onToggle} />
          ) : (
            <QuestionLine key={line.question.id} question={line.question} />
          ),
        )}
      </ul>
    </SectionCard>
  );
}

interface ToAskProps {
  readonly item: OnlyTheyKnow;
  readonly chosen: 'yes' | 'no';
  readonly onToggle: (key: string) => void;
}

function ToAsk({ item, chosen, onToggle }: ToAskProps) {
  const about = useLive((records) => recordAbout(records, item), [item]);
  const path = about && about.id !== item.deal ? recordPath(about.id, item.deal) : undefined;
  return (
    <li className={classes.line}>
      <Checkbox size="xs" label={item.question} checked={chosen === 'yes'} onChange={() => onToggle(item.key)} />
      {about && path ? (
        <Anchor component={Link} to={path} size="xs" className={classes.about}>
          {t('Open the {{id}}', { id: nounOf(about.id) })}
        </Anchor>
      ) : null}
    </li>
  );
}

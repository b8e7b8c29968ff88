import { Button } from '@mantine/core';
import { IconArrowsExchange, IconCircleCheck, IconCircleX, IconMessageCircle, IconSearchOff, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import { overrulings, VERDICT_NAMES } from '#shared/evidence/overrule';
import { reasonOf } from '#shared/evidence/reason';
import { RULES } from '#shared/evidence/rules';
import type { Verdict } from '#shared/evidence/verdict';
import { useMayWrite } from '../../components/use-may-write';
import { dateText } from '../../components/text-of';
import { useWording } from '../../components/use-wording';
import { useLive } from '../../data/live';
import { withinOf } from '../../data/reads/evidence';
import classes from './EvidenceScreen.module.css';
import { EvidenceReportSlot } from './EvidenceReportSlot';
import { OverruleDialog } from './OverruleDialog';
import { Overruled } from './Overruled';
import type { WeighedAnswer } from './use-evidence';
import { t } from '#shared/values/texts';
import { Sentence } from '../../components/Sentence';

const VERDICT_ICONS: Readonly<Record<Verdict, Icon>> = {
  promised: IconCircleCheck,
  discussed: IconMessageCircle,
  'no record': IconSearchOff,
  contradicted: IconCircleX,
};

interface VerdictCardProps {
  readonly weighed: WeighedAnswer;
  readonly onAsk: (claim: string, within: string) => void;
}

/** The verdict, its reason in a sentence, the rule behind it; and what people decided instead. */
export function VerdictCard({ weighed, onAsk }: VerdictCardProps) {
  const { answer } = weighed;
  const { claim, terms, verdict, rule, question } = answer;
  const [overruling, setOverruling] = useState(false);
  const wording = useWording();
  const mayWrite = useMayWrite('decision');
  const decided = useLive((records) => overrulings(question.claim, question.scope, records), [question]);
  const Symbol = VERDICT_ICONS[verdict];
  const isStanding = decided.length === 0;
  return (
    <section className={classes.verdict} data-verdict={verdict} aria-label={t('Verdict')}>
      <div className={classes.verdictHead}>
        <h2 className={classes.verdictName} data-overruled={!isStanding || undefined}>
          <Symbol size={22} stroke={1.75} aria-hidden />
          {VERDICT_NAMES[verdict]}
        </h2>
        <div className={classes.verdictActs}>
          <EvidenceReportSlot weighed={weighed} />
          {mayWrite ? (
            <Button variant="default" size="xs" leftSection={<IconArrowsExchange size={14} />} onClick={() => setOverruling(true)}>
              {t('Overrule…')}
            </Button>
          ) : null}
        </div>
      </div>
      <p className={classes.reason}>{reasonOf(claim, terms, answer, wording)}</p>
      {rule ? <p className={classes.rule}>{t('Rule: {{rule}}', { rule: RULES[rule] })}</p> : null}
      <Named weighed={weighed} onAsk={onAsk} />
      {decided.map((decision) => (
        <Overruled key={decision.id} decision={decision} />
      ))}
      {overruling ? <OverruleDialog answer={answer} onClose={() => setOverruling(false)} /> : null}
    </section>
  );
}

/** A time or a name that the claim was read to have: without it the question is another one. */
function Named({ weighed: { answer }, onAsk }: VerdictCardProps) {
  const { claim, question } = answer;
  const { period } = claim;
  if (!period) return null;
  const without = question.claim.replace(period.said, '').replace(/\s+/gu, ' ').trim();
  return (
    <p className={classes.rule}>
      <Sentence
        text={t('“{{said}}” is read as {{from}}{{value}}. <button/>')}
        parts={{
          button: (
            <button type="button" className={classes.plainLink} onClick={() => onAsk(without, withinOf(question.scope))}>
              {t('Ask for any time')}
            </button>
          ),
        }}
        values={{
          said: period.said,
          from: dateText(period.from),
          value: period.from === period.to ? '' : t(' to {{to}}', { to: dateText(period.to) }),
        }}
      />
    </p>
  );
}

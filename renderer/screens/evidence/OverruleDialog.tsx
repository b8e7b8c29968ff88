import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { overruleVerdict, VERDICT_NAMES } from '#shared/evidence/overrule';
import type { Verdict } from '#shared/evidence/verdict';
import { VERDICTS } from '#shared/records/decision';
import type { Id } from '#shared/records/define-record';
import { AskDialog } from '../../components/AskDialog';
import { RefPicker } from '../../components/RefPicker';
import { todayOf } from '../../components/use-today';
import type { EvidenceAnswer } from '../../data/evidence-answer';
import { useCommit, useMe, useRecord, useWorkspace } from '../../data/live';
import { t } from '#shared/values/texts';

interface OverruleDialogProps {
  readonly answer: EvidenceAnswer;
  readonly onClose: () => void;
}

const comesTo = (verdict: Verdict): string =>
  t('The rules come to “{{verdict}}”. Your decision is kept with the deal and shown whenever somebody asks this again.', {
    verdict: VERDICT_NAMES[verdict],
  });

/** A person decides otherwise than the rules, and says why. */
export function OverruleDialog({ answer, onClose }: OverruleDialogProps) {
  const { question, deciding, hits, closest } = answer;
  const witness = (deciding[0] ?? hits[0] ?? closest)?.witness;
  const workspace = useWorkspace();
  const commit = useCommit();
  const me = useRecord('person', useMe());
  const [verdict, setVerdict] = useState<Verdict>();
  const [deal, setDeal] = useState(question.scope.kind === 'deal' ? question.scope.deal : witness?.deal);
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = async (): Promise<boolean> => {
    if (verdict === undefined) return refuse(t('Choose what it counts as.'));
    const decided = overruleVerdict(workspace.newId('decision'), {
      claim: question.claim,
      deal,
      found: answer.verdict,
      verdict,
      why,
      decidedBy: me?.name ?? '',
      decidedAt: todayOf(workspace),
      sourceMoment: witness?.moment,
    });
    return decided.ok ? commit(decided) : refuse(decided.error.message);
  };
  const refuse = (message: string): false => {
    setProblem(message);
    return false;
  };
  return (
    <AskDialog
      title={t('Overrule the verdict')}
      text={comesTo(answer.verdict)}
      submitLabel={t('Record the decision')}
      onClose={onClose}
      onSubmit={submit}
    >
      <Select
        label={t('It counts as')}
        data-autofocus
        placeholder={t('Choose')}
        data={VERDICTS.filter((other) => other !== answer.verdict).map((value) => ({ value, label: VERDICT_NAMES[value] }))}
        value={verdict ?? null}
        onChange={(value) => setVerdict(VERDICTS.find((known) => known === value))}
      />
      {question.scope.kind === 'deal' ? null : (
        <RefPicker
          label={t('Deal')}
          to="deal"
          value={deal}
          onChange={(id) => setDeal((id ?? undefined) as Id<'deal'> | undefined)}
          placeholder={t('Which deal is it about?')}
        />
      )}
      <Textarea label={t('Why?')} autosize minRows={2} value={why} error={problem} onChange={(event) => setWhy(event.target.value)} />
    </AskDialog>
  );
}

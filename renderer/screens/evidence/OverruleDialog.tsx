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

interface OverruleDialogProps {
  readonly answer: EvidenceAnswer;
  readonly onClose: () => void;
}

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
    if (verdict === undefined) return refuse('Choose what it counts as.');
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
      title="Overrule the verdict"
      text={`The rules come to “${VERDICT_NAMES[answer.verdict]}”. Your decision is kept with the deal and shown whenever somebody asks this again.`}
      submitLabel="Record the decision"
      onClose={onClose}
      onSubmit={submit}
    >
      <Select
        label="It counts as"
        data-autofocus
        placeholder="Choose"
        data={VERDICTS.filter((other) => other !== answer.verdict).map((value) => ({ value, label: VERDICT_NAMES[value] }))}
        value={verdict ?? null}
        onChange={(value) => setVerdict(VERDICTS.find((known) => known === value))}
      />
      {question.scope.kind === 'deal' ? null : (
        <RefPicker
          label="Deal"
          to="deal"
          value={deal}
          onChange={(id) => setDeal((id ?? undefined) as Id<'deal'> | undefined)}
          placeholder="Which deal is it about?"
        />
      )}
      <Textarea label="Why?" autosize minRows={2} value={why} error={problem} onChange={(event) => setWhy(event.currentTarget.value)} />
    </AskDialog>
  );
}

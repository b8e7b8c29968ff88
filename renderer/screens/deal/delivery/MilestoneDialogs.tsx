import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { acceptMilestone, addMilestone, moveMilestone, reachMilestone, unreachMilestone } from '#shared/delivery/milestone';
import type { Id } from '#shared/records/define-record';
import type { Values } from '#shared/records/parse';
import type { Deal, Milestone } from '#shared/records/registry';
import { editRecord } from '#shared/records/write';
import { AskDialog, ReasonDialog } from '../../../components/AskDialog';
import { DayInput } from '../../../components/DayInput';
import { FormProblem } from '../../../components/FormProblem';
import { RecordDialog } from '../../../components/RecordDialog';
import { RefPicker } from '../../../components/RefPicker';
import { dateText } from '../../../components/text-of';
import { useToday } from '../../../components/use-today';
import { useCommit, useWorkspace } from '../../../data/live';
import { PARTY_CHOICES, partyOf } from '../../../components/party-choices';
import { t } from '#shared/values/texts';

export type MilestoneAct = 'reach' | 'accept' | 'move' | 'unreach' | 'edit';

interface MilestoneDialogProps {
  readonly act: MilestoneAct;
  readonly milestone: Milestone;
  readonly deal: Deal;
  readonly onClose: () => void;
}

/** Asks what an act on a milestone needs to know. */
export function MilestoneDialog({ act, ...props }: MilestoneDialogProps) {
  switch (act) {
    case 'reach':
      return <ReachDialog {...props} />;
    case 'accept':
      return <AcceptDialog {...props} />;
    case 'move':
      return <MoveDialog {...props} />;
    case 'unreach':
      return <UnreachDialog {...props} />;
    case 'edit':
      return <EditDialog {...props} />;
  }
}

type ActProps = Omit<MilestoneDialogProps, 'act'>;

/** Commits what a rule decided, or keeps why it refused. */
function useDecided() {
  const commit = useCommit();
  const [problem, setProblem] = useState<string>();
  const decide = async (decided: ReturnType<typeof reachMilestone>): Promise<boolean> => {
    setProblem(decided.ok ? undefined : decided.error.message);
    return decided.ok && commit(decided);
  };
  return { problem, decide };
}

function useView(milestone: Milestone) {
  const { records } = useWorkspace();
  return { records, view: () => ({ undecided: records.undecided(milestone.id) }) };
}

function ReachDialog({ milestone, onClose }: ActProps) {
  const today = useToday();
  const { view } = useView(milestone);
  const { problem, decide } = useDecided();
  const [on, setOn] = useState<string | null>(today);
  return (
    <AskDialog
      title={t('Reached: {{title}}', { title: milestone.title })}
      text={t('That we have reached it. The client has still to accept it; its fee can be billed from now on.')}
      submitLabel={t('It is reached')}
      onClose={onClose}
      onSubmit={() => decide(reachMilestone(milestone, { on: on ?? '', today }, view()))}
    >
      <DayInput label={t('Reached on')} data-autofocus value={on} maxDate={today} onChange={setOn} />
      <FormProblem message={problem} />
    </AskDialog>
  );
}

function AcceptDialog({ milestone, deal, onClose }: ActProps) {
  const today = useToday();
  const { records, view } = useView(milestone);
  const { problem, decide } = useDecided();
  const [by, setBy] = useState<string | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const [source, setSource] = useState<string | null>(null);
  const accept = (): Promise<boolean> =>
    decide(
      acceptMilestone(
        milestone,
        {
          by: (by ?? undefined) as Id<'contact'> | undefined,
          on: on ?? '',
          today,
          ...(source ? { source: source as Id<'moment'> } : {}),
        },
        view(),
      ),
    );
  return (
    <AskDialog
      title={t('Accepted: {{title}}', { title: milestone.title })}
      text={
        milestone.reachedAt
          ? t('Reached on {{reachedAt}}.', { reachedAt: dateText(milestone.reachedAt) })
          : t('By this it is reached as well.')
      }
      submitLabel={t('It is accepted')}
      onClose={onClose}
      onSubmit={accept}
    >
      <RefPicker
        to="contact"
        label={t('Accepted by')}
        withAsterisk
        autoFocus
        value={by ?? undefined}
        onChange={setBy}
        within={({ id }) => records.get('contact', id)?.account === deal.account}
        seeds={deal.account ? { account: deal.account } : {}}
      />
      <DayInput label={t('Accepted on')} value={on} maxDate={today} onChange={setOn} />
      <RefPicker
        to="moment"
        label={t('Where they said so')}
        description={t('The mail, call or meeting in which it was accepted.')}
        value={source ?? undefined}
        onChange={setSource}
        within={({ id }) => records.get('moment', id)?.deal === deal.id}
      />
      <FormProblem message={problem} />
    </AskDialog>
  );
}

function MoveDialog({ milestone, onClose }: ActProps) {
  const { records, view } = useView(milestone);
  const { problem, decide } = useDecided();
  const [to, setTo] = useState<string | null>(milestone.due ?? null);
  const [cause, setCause] = useState('');
  const [party, setParty] = useState<string | null>(null);
  const isFirst = milestone.due === undefined;
  return (
    <AskDialog
      title={`${isFirst ? t('Plan') : t('Move')}: ${milestone.title}`}
      text={
        isFirst
          ? t('It has no date yet.')
          : t('It is due on {{dateText}}. The move is kept with its cause.', { dateText: dateText(milestone.due ?? '') })
      }
      submitLabel={isFirst ? t('Set the date') : t('Move it')}
      onClose={onClose}
      onSubmit={() => decide(moveMilestone(milestone, { to: to ?? '', cause, party: partyOf(party) }, records, view()))}
    >
      <DayInput label={t('New date')} data-autofocus value={to} onChange={setTo} />
      {isFirst ? null : (
        <>
          <Textarea
            label={t('Cause')}
            withAsterisk
            autosize
            minRows={2}
            value={cause}
            onChange={(event) => setCause(event.currentTarget.value)}
          />
          <Select label={t('Caused by')} withAsterisk data={PARTY_CHOICES} value={party} onChange={setParty} />
        </>
      )}
      <FormProblem message={problem} />
    </AskDialog>
  );
}

function UnreachDialog({ milestone, onClose }: ActProps) {
  const commit = useCommit();
  const { view } = useView(milestone);
  return (
    <ReasonDialog
      title={t('Not reached after all: {{title}}', { title: milestone.title })}
      text={t('That it was reached or accepted is taken back. Both stay in its history.')}
      label={t('Why?')}
      submitLabel={t('Take it back')}
      onClose={onClose}
      onSubmit={(why) => commit(unreachMilestone(milestone, { why }, view()))}
    />
  );
}

function EditDialog({ milestone, onClose }: ActProps) {
  const commit = useCommit();
  const change = ({ title, fee }: Values<'milestone'>): Promise<boolean> =>
    commit(editRecord('milestone', milestone, { ...(title ? { title } : {}), fee: fee ?? null }));
  return (
    <RecordDialog
      type="milestone"
      title={t('Change the milestone')}
      opened
      onClose={onClose}
      fields={['title', 'fee']}
      initial={{ title: milestone.title, ...(milestone.fee ? { fee: milestone.fee } : {}) }}
      onSubmit={change}
    />
  );
}

/** A date more that both sides look at. */
export function NewMilestoneDialog({ deal, onClose }: { readonly deal: Deal; readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const add = ({ title, due, fee }: Values<'milestone'>): Promise<boolean> =>
    commit(
      addMilestone(
        workspace.newId('milestone'),
        deal.id,
        { title: title ?? '', ...(due ? { due } : {}), ...(fee ? { fee } : {}) },
        workspace.records,
      ),
    );
  return (
    <RecordDialog
      type="milestone"
      title={t('Add a milestone')}
      opened
      onClose={onClose}
      fields={['title', 'due', 'fee']}
      submitLabel={t('Add it')}
      onSubmit={add}
    />
  );
}

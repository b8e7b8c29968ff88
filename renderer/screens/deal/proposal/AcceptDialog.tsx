import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { isSignedDeal } from '#shared/deal/phase';
import { acceptProposal } from '#shared/proposal/acceptance';
import { linesOf, offeredAs } from '#shared/proposal/offer-line';
import { offerValue } from '#shared/proposal/pricing';
import type { Id } from '#shared/records/define-record';
import type { Deal, Proposal } from '#shared/records/registry';
import { AskDialog } from '../../../components/AskDialog';
import { DayInput } from '../../../components/DayInput';
import { notify } from '../../../components/notify';
import { RefPicker } from '../../../components/RefPicker';
import { moneyText } from '../../../components/text-of';
import { useToday } from '../../../components/use-today';
import { useCommit, useLive, useWorkspace } from '../../../data/live';
import { readingOf } from '../../../data/reads/proposals';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

interface AcceptDialogProps {
  readonly deal: Deal;
  readonly proposal: Proposal;
  readonly onClose: () => void;
}

const CONFIRMS = t('The deal is signed already. This confirms the value that was recorded, and makes its lines the work packages.');
const SIGNS = t(
  'This is the signature. The deal goes to its kickoff, its lines become the work packages, and the project manager’s brief opens.',
);

const signedText = (name: string, value: string | undefined): string =>
  value === undefined
    ? t('{{name}} is signed. What was sold is what is delivered.', { name })
    : t('{{name}} is signed for {{value}}. What was sold is what is delivered.', { name, value });

/** Asks for the three things that the record cannot know: the day, who of the client signed, and which options they take. */
export function AcceptDialog({ deal, proposal, onClose }: AcceptDialogProps) {
  const { records } = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  const lines = useLive((read) => linesOf(read, proposal.id), [proposal.id]);
  const options = lines.filter((line) => offeredAs(line) === 'option' && !line.chosen);
  const [at, setAt] = useState<string | null>(today);
  const [by, setBy] = useState<string | null>(deal.buyers.length === 1 ? (deal.buyers[0] ?? null) : null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const value = offerValue(
    proposal,
    lines.map((line) => (chosen.includes(line.id) ? { ...line, chosen: true } : line)),
  );
  const accept = async (): Promise<boolean> => {
    const acceptance = { at: at ?? '', chosen: chosen as readonly Id<'proposalLine'>[], ...(by ? { by: by as Id<'contact'> } : {}) };
    const done = await commit(acceptProposal(proposal, readingOf(records, today), acceptance));
    if (done) notify.done(signedText(deal.name, value.ok ? moneyText(value.value) : undefined));
    return done;
  };
  return (
    <AskDialog
      title={t('Version {{version}} is accepted', { version: proposal.version })}
      text={isSignedDeal(deal) ? CONFIRMS : SIGNS}
      submitLabel={isSignedDeal(deal) ? t('Confirm the signature') : t('Sign the deal')}
      onClose={onClose}
      onSubmit={accept}
    >
      <DayInput label={t('Signed on')} value={at} onChange={setAt} error={at ? undefined : t('The day of the signature is needed')} />
      <RefPicker
        to="contact"
        label={t('Accepted by')}
        value={by ?? undefined}
        onChange={setBy}
        within={({ id }) => records.get('contact', id)?.account === deal.account}
        seeds={{ account: deal.account }}
      />
      {options.length > 0 ? (
        <Checkbox.Group label={t('Options that the client takes')} value={[...chosen]} onChange={setChosen}>
          <Stack gap={6} mt={6}>
            {options.map((line) => (
              <Checkbox key={line.id} value={line.id} label={`${line.text ?? ''}${line.price ? ` (${moneyText(line.price)})` : ''}`} />
            ))}
          </Stack>
        </Checkbox.Group>
      ) : null}
      <Text size="sm">
        <Sentence
          text={t('Signed value, net of tax: <strong/>')}
          parts={{ strong: <strong className="num">{value.ok ? moneyText(value.value) : value.error.message}</strong> }}
        />
      </Text>
    </AskDialog>
  );
}

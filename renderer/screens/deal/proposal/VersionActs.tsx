import { Button, Menu, ActionIcon } from '@mantine/core';
import { IconDots, IconPercentage, IconSend, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { discardDraft, sendProposal, declineProposal } from '#shared/proposal/lifecycle';
import { openDraft, takeOverScope } from '#shared/proposal/draft';
import { undecidedAtAcceptance, undecidedValues, type Reading } from '#shared/proposal/held-back';
import type { Id } from '#shared/records/define-record';
import type { Deal, Proposal } from '#shared/records/registry';
import { ReasonDialog } from '../../../components/AskDialog';
import { notify } from '../../../components/notify';
import { UndecidedDialog, type UndecidedValue } from '../../../components/UndecidedDialog';
import { useMayWrite } from '../../../components/use-may-write';
import { useToday } from '../../../components/use-today';
import { useCommit, useLive, useWorkspace } from '../../../data/live';
import { readingOf } from '../../../data/reads/proposals';
import { AcceptDialog } from './AcceptDialog';
import { ExportMenu } from './ExportMenu';
import { DiscountDialog } from './DiscountDialog';
import classes from './Proposal.module.css';
import { useDrafting } from './use-drafting';
import { t } from '#shared/values/texts';

type Asked = 'nothing' | 'accept' | 'decline' | 'discount' | 'send';

interface VersionActsProps {
  readonly deal: Deal;
  readonly proposal: Proposal;
  readonly onShow: (id: Id<'proposal'>) => void;
}

/** What can be done with a version as it stands; what cannot be undone by a key asks first. */
export function VersionActs({ deal, proposal, onShow }: VersionActsProps) {
  const [asked, setAsked] = useState<Asked>('nothing');
  const close = (): void => setAsked('nothing');
  return (
    <div className={classes.acts}>
      <Standing proposal={proposal} />
      <span className={classes.space} />
      <ExportMenu deal={deal} proposal={proposal} />
      {useMayWrite('proposal') ? <Buttons deal={deal} proposal={proposal} onShow={onShow} onAsk={setAsked} /> : null}
      <Question deal={deal} proposal={proposal} asked={asked} onClose={close} />
    </div>
  );
}

/** How it stands, in a sentence. */
function Standing({ proposal }: { readonly proposal: Proposal }) {
  const words: Readonly<Record<Proposal['status'], string>> = {
    draft: t('Being written. The client sees nothing until it is sent.'),
    sent: t('With the client, and frozen. A change makes the next version.'),
    accepted: t('Accepted and signed: these lines are the work packages.'),
    superseded: t('Replaced by a later version. It stays as it was sent.'),
    declined: proposal.declinedWhy
      ? t('Declined: {{declinedWhy}}', { declinedWhy: proposal.declinedWhy })
      : t('Declined by the client. It stays as it was sent.'),
  };
  return <p className={classes.words}>{words[proposal.status]}</p>;
}

interface ButtonsProps extends VersionActsProps {
  readonly onAsk: (asked: Asked) => void;
}

function Buttons({ deal, proposal, onShow, onAsk }: ButtonsProps) {
  const { next } = useDrafting(deal);
  const send = useSending(proposal, () => onAsk('send'));
  const draft = useLive((records) => openDraft(records, deal.id), [deal.id]);
  const nextVersion = async (): Promise<void> => {
    const id = draft?.id ?? (await next(proposal));
    if (id) onShow(id);
  };
  if (proposal.status === 'draft') {
    return (
      <>
        <Button size="xs" variant="default" leftSection={<IconPercentage size={14} />} onClick={() => onAsk('discount')}>
          {t('Give a discount')}
        </Button>
        <Button size="xs" leftSection={<IconSend size={14} />} onClick={send}>
          {t('Send')}
        </Button>
        <DraftMenu proposal={proposal} />
      </>
    );
  }
  return (
    <>
      <Button size="xs" variant="default" onClick={() => void nextVersion()}>
        {draft ? t('Go on with version {{version}}', { version: draft.version }) : t('New version')}
      </Button>
      {proposal.status === 'sent' ? (
        <>
          <Button size="xs" variant="default" onClick={() => onAsk('decline')}>
            {t('Decline')}
          </Button>
          <Button size="xs" leftSection={<IconSignature size={14} />} onClick={() => onAsk('accept')}>
            {t('Accept')}
          </Button>
        </>
      ) : null}
    </>
  );
}

function DraftMenu({ proposal }: { readonly proposal: Proposal }) {
  const { records } = useWorkspace();
  const commit = useCommit();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={30} variant="default" aria-label={t('More for version {{version}}', { version: proposal.version })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void commit(takeOverScope(records, proposal))}>{t('Take over what the scope says now')}</Menu.Item>
        <Menu.Item onClick={() => void commit(discardDraft(records, proposal))}>{t('Put this draft away')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Sends a draft; where values are undecided, leads to Review instead of refusing in words. */
function useSending(proposal: Proposal, onUndecided: () => void): () => void {
  const { records } = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  return () => {
    const reading = readingOf(records, today);
    if (undecidedValues(proposal, reading).length > 0) return onUndecided();
    void commit(sendProposal(proposal, reading)).then(
      (done) => done && notify.done(t('Version {{version}} is sent and frozen', { version: proposal.version })),
    );
    return undefined;
  };
}

interface QuestionProps {
  readonly deal: Deal;
  readonly proposal: Proposal;
  readonly asked: Asked;
  readonly onClose: () => void;
}

function Question({ deal, proposal, asked, onClose }: QuestionProps) {
  const commit = useCommit();
  const today = useToday();
  const open = useLive((records) => undecidedFor(asked, proposal, readingOf(records, today)), [asked, proposal, today]);
  if (asked === 'nothing') return null;
  if (asked === 'discount') return <DiscountDialog proposal={proposal} onClose={onClose} />;
  if (asked === 'decline') {
    return (
      <ReasonDialog
        title={t('Version {{version}} is declined', { version: proposal.version })}
        text={t('The deal goes on: the next version begins as a copy of this one.')}
        label={t('Why did the client decline?')}
        submitLabel={t('Record it')}
        onClose={onClose}
        onSubmit={(why) => commit(declineProposal(proposal, { why }))}
      />
    );
  }
  if (open.length > 0) {
    const verb = asked === 'send' ? 'sent' : 'accepted';
    return (
      <UndecidedDialog
        title={t('Version {{version}} cannot be {{verb}} yet', { version: proposal.version, verb })}
        undecided={open}
        onClose={onClose}
      />
    );
  }
  if (asked === 'send') return null;
  return <AcceptDialog deal={deal} proposal={proposal} onClose={onClose} />;
}

function undecidedFor(asked: Asked, proposal: Proposal, reading: Reading): readonly UndecidedValue[] {
  if (asked === 'accept') return undecidedAtAcceptance(proposal, reading);
  if (asked !== 'send') return [];
  return undecidedValues(proposal, reading).map(({ record, field = '' }) => ({ record, field }));
}

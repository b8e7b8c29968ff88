import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconEye } from '@tabler/icons-react';
import { Link } from 'react-router';
import { discountStanding } from '#shared/proposal/discount';
import { takeOverScope } from '#shared/proposal/draft';
import { heldBack, type HeldBack } from '#shared/proposal/held-back';
import type { Proposal } from '#shared/records/registry';
import { recordPath } from '../../../components/record-path';
import { reviewPath } from '../../../components/review-path';
import { useMayWrite } from '../../../components/use-may-write';
import { useToday } from '../../../components/use-today';
import { useCommit, useLive, useWorkspace } from '../../../data/live';
import { readingOf } from '../../../data/reads/proposals';
import { useApproval } from './DiscountMark';
import classes from './OfferSide.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

/** What holds a draft back: each with the way to put it right. */
export function HeldBackCard({ proposal }: { readonly proposal: Proposal }) {
  const today = useToday();
  const found = useLive((records) => heldBack(proposal, readingOf(records, today)), [proposal, today]);
  const blocking = found.filter(({ weight }) => weight === 'blocks').length;
  return (
    <section className={classes.card} aria-label={t('What holds it back')}>
      <h2 className={classes.heading}>
        <Sentence
          text={t('What holds it back <value/>')}
          parts={{ value: blocking > 0 ? <span className={classes.count}>{blocking}</span> : null }}
        />
      </h2>
      {blocking === 0 ? (
        <p className={classes.clear}>
          <Sentence
            text={t('<iconCircleCheck/> Nothing. It can be sent.')}
            parts={{ iconCircleCheck: <IconCircleCheck size={16} aria-hidden /> }}
          />
        </p>
      ) : null}
      <ul className={classes.list}>
        {found.map((one) => (
          <li key={`${one.kind} ${one.record} ${one.message}`} className={classes.held} data-weight={one.weight}>
            {one.weight === 'blocks' ? <IconAlertTriangle size={16} aria-hidden /> : <IconEye size={16} aria-hidden />}
            <span>
              {one.message} <WayOut proposal={proposal} one={one} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WayOutProps {
  readonly proposal: Proposal;
  readonly one: HeldBack;
}

/** The one thing to press for it. */
function WayOut({ proposal, one }: WayOutProps) {
  const mayWrite = useMayWrite('proposal');
  switch (one.kind) {
    case 'undecided':
      return <Link to={reviewPath(one.record, one.field)}>{t('Settle it')}</Link>;
    case 'breach':
      return <Link to={recordPath(one.record, proposal.deal) ?? ''}>{t('Open the line')}</Link>;
    case 'discount':
      return <ApproveIt proposal={proposal} one={one} />;
    case 'scope':
      return mayWrite ? <TakeOver proposal={proposal} /> : null;
    case 'price':
    case 'lines':
    case 'currencies':
      return <Show id={one.record} />;
    case 'validity':
    case 'billing':
    case 'milestones':
    case 'terms':
      return <Show id={`terms-${proposal.id}`} />;
  }
}

function TakeOver({ proposal }: { readonly proposal: Proposal }) {
  const { records } = useWorkspace();
  const commit = useCommit();
  return (
    <button type="button" className={classes.way} onClick={() => void commit(takeOverScope(records, proposal))}>
      {t('Take it over')}
    </button>
  );
}

function ApproveIt({ one }: WayOutProps) {
  const approve = useApproval();
  const line = useLive((records) => records.get('proposalLine', one.record), [one.record]);
  const standing = useLive((records) => line && discountStanding(records, line), [line]);
  if (!approve || standing?.kind !== 'unapproved') return <Show id={one.record} />;
  return (
    <Button size="compact-xs" variant="default" onClick={() => approve(standing.concession)}>
      {t('Approve it')}
    </Button>
  );
}

/** Brings the place into view where it is put right, and the keyboard with it. */
function Show({ id }: { readonly id: string }) {
  const show = (): void => {
    const place = document.getElementById(id);
    place?.scrollIntoView({ block: 'center' });
    place?.querySelector<HTMLElement>('button, input, a')?.focus();
  };
  return (
    <button type="button" className={classes.way} onClick={show}>
      {t('Show me')}
    </button>
  );
}

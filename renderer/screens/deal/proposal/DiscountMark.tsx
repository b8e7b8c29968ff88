import { Button } from '@mantine/core';
import { approveDiscount, discountStanding } from '#shared/proposal/discount';
import type { Concession, Proposal, ProposalLine } from '#shared/records/registry';
import { PersonName } from '../../../components/PersonName';
import { useMayWrite } from '../../../components/use-may-write';
import { useToday } from '../../../components/use-today';
import { definitionOf } from '#shared/records/registry';
import { useCommit, useLive, useMe, useRecord, useWorkspace } from '../../../data/live';
import classes from './Offer.module.css';
import { t } from '#shared/values/texts';
import { Sentence } from '../../../components/Sentence';

/** How a discount stands: approved by whom, or whom it waits for; approved here by those who may. */
export function DiscountMark({ proposal, line }: { readonly proposal: Proposal; readonly line: ProposalLine }) {
  const standing = useLive((records) => discountStanding(records, line), [line]);
  const approve = useApproval();
  switch (standing.kind) {
    case 'approved':
      return (
        <span className={classes.chip} data-tone="good">
          <Sentence text={t('Approved by <personName/>')} parts={{ personName: <PersonName id={standing.concession.approvedBy} /> }} />
        </span>
      );
    case 'unapproved':
      return (
        <span className={classes.mark}>
          <span className={classes.chip} data-tone="open">
            <Sentence text={t('Waits for approval <askedOf/>')} parts={{ askedOf: <AskedOf concession={standing.concession} /> }} />
          </span>
          {approve && proposal.status === 'draft' ? (
            <Button size="compact-xs" variant="default" onClick={() => approve(standing.concession)}>
              {t('Approve')}
            </Button>
          ) : null}
        </span>
      );
    default:
      return (
        <span className={classes.chip} data-tone="bad">
          {standing.kind === 'another sum' ? t('Another sum was approved') : t('Nothing stands behind it')}
        </span>
      );
  }
}

function AskedOf({ concession }: { readonly concession: Concession }) {
  const asked = useLive((records) => records.of('question', 'about', concession.id).find(({ answer }) => !answer), [concession.id]);
  return asked ? (
    <>
      <Sentence text={t('· asked <personName/>')} parts={{ personName: <PersonName id={asked.to} /> }} />
    </>
  ) : null;
}

/** The way to approve, for those who may. */
export function useApproval(): ((concession: Concession) => void) | undefined {
  const { records } = useWorkspace();
  const commit = useCommit();
  const today = useToday();
  const me = useRecord('person', useMe());
  const mayApprove = useMayWrite('concession', definitionOf('concession').fields.approvedBy);
  if (!me || !mayApprove) return undefined;
  return (concession) =>
    void commit(approveDiscount(records, concession, { by: me, on: today, undecided: records.undecided(concession.id) }));
}

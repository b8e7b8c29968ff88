import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Deal, Proposal } from '#shared/records/registry';
import { EmptyState } from '../../../components/EmptyState';
import { bodyOf } from '../../../components/record-path';
import { useAddressState } from '../../../components/use-address-state';
import { useMayWrite } from '../../../components/use-may-write';
import { useLive } from '../../../data/live';
import { proposalsOf } from '../../../data/reads/proposals';
import { ListAndPanel } from '../ListAndPanel';
import { CompareVersions } from './CompareVersions';
import { Offer } from './Offer';
import { OfferSide } from './OfferSide';
import { useDrafting } from './use-drafting';
import { VersionActs } from './VersionActs';
import { VersionRail } from './VersionRail';
import { t } from '#shared/values/texts';

/** What is offered to the client: its versions, the draft that is written now, and what became of those that were sent. */
export function ProposalTab({ deal }: { readonly deal: Deal }) {
  const [address, change] = useAddressState();
  const versions = useLive((records) => proposalsOf(records, deal.id), [deal.id]);
  const shown = versions.find(({ id }) => bodyOf(id) === address.get('version')) ?? versions[0];
  const against = versions.find(({ id }) => bodyOf(id) === address.get('against'));
  if (!shown) return <NoProposal deal={deal} />;
  const show = (proposal: Proposal): void => change({ version: bodyOf(proposal.id), against: null });
  const rail = (
    <VersionRail
      versions={versions}
      shown={shown}
      against={against}
      onShow={show}
      onCompare={(other) => change({ version: bodyOf(shown.id), against: other ? bodyOf(other.id) : null })}
    />
  );
  if (against && against.id !== shown.id) return <CompareVersions rail={rail} one={against} other={shown} />;
  return (
    <ListAndPanel label={t('Proposal')} panel={<OfferSide key={shown.id} proposal={shown} />} onClose={undefined}>
      {rail}
      <VersionActs deal={deal} proposal={shown} onShow={(id) => change({ version: bodyOf(id), against: null })} />
      <Offer key={shown.id} proposal={shown} />
    </ListAndPanel>
  );
}

function NoProposal({ deal }: { readonly deal: Deal }) {
  const mayWrite = useMayWrite('proposal');
  const { draft } = useDrafting(deal);
  const hasScope = useLive((records) => records.of('scopeLine', 'deal', deal.id).length > 0, [deal.id]);
  return (
    <EmptyState
      icon={IconFileText}
      title={t('No proposal yet')}
      text={
        hasScope
          ? t(
              'The first version is made of what is here already: the lines of scope with their hours and prices, the billing terms and the blueprint. Nothing is typed twice.',
            )
          : t('A proposal is made of the lines of scope. Write those first, with hours and prices.')
      }
      action={
        hasScope && mayWrite ? (
          <Button onClick={() => void draft()}>{t('Draft it from the scope')}</Button>
        ) : (
          <Button component={Link} variant="default" to={`/deals/${bodyOf(deal.id)}/scope`}>
            {t('Open the scope')}
          </Button>
        )
      }
    />
  );
}

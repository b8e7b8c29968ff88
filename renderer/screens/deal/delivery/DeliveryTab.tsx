import { Button } from '@mantine/core';
import { IconAlertTriangle, IconMessageQuestion, IconSignature, IconSpeakerphone } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { isSignedDeal } from '#shared/deal/phase';
import type { Deal } from '#shared/records/registry';
import { EmptyState } from '../../../components/EmptyState';
import { useAddressState } from '../../../components/use-address-state';
import { usePhaseMove } from '../../../components/use-phase-move';
import classes from './DeliveryTab.module.css';
import { MilestonesCard } from './MilestonesCard';
import { NewTicketOfDelivery, type DeliveryKind } from './NewTicketOfDelivery';
import { PlanCard } from './PlanCard';
import { PulseCard } from './PulseCard';
import { TermsCard } from './TermsCard';
import { TroubleCard } from './TroubleCard';
import { WorkCard } from './WorkCard';
import { t } from '#shared/values/texts';

const KINDS: readonly DeliveryKind[] = ['incident', 'question', 'escalation'];

/** The work after the signature: what broke, what is due, what is left, and how the client is doing. */
export function DeliveryTab({ deal }: { readonly deal: Deal }) {
  return isSignedDeal(deal) ? <Delivery deal={deal} /> : <NotYet deal={deal} />;
}

function Delivery({ deal }: { readonly deal: Deal }) {
  const [address, change] = useAddressState();
  const asked = KINDS.find((kind) => kind === address.get('new'));
  const tab = useSectionInView(address.get('show'));
  return (
    <div ref={tab} className={classes.tab}>
      <div className={classes.tools} role="toolbar" aria-label={t('Report')}>
        <Button size="xs" leftSection={<IconAlertTriangle size={14} />} onClick={() => change({ new: 'incident' })}>
          {t('Report an incident')}
        </Button>
        <Button size="xs" variant="default" leftSection={<IconMessageQuestion size={14} />} onClick={() => change({ new: 'question' })}>
          {t('Raise a question')}
        </Button>
        <Button size="xs" variant="default" leftSection={<IconSpeakerphone size={14} />} onClick={() => change({ new: 'escalation' })}>
          {t('Escalate')}
        </Button>
      </div>
      <div className={classes.two}>
        <TroubleCard deal={deal} />
        <MilestonesCard deal={deal} chosen={address.get('milestone') ?? undefined} />
      </div>
      <WorkCard deal={deal} />
      <PlanCard deal={deal} />
      <div className={classes.two}>
        <PulseCard deal={deal} />
        <TermsCard deal={deal} />
      </div>
      {asked ? <NewTicketOfDelivery deal={deal} kind={asked} onClose={() => change({ new: null })} /> : null}
    </div>
  );
}

/** Brings the section that an address names into view. */
function useSectionInView(section: string | null) {
  const tab = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (section) tab.current?.querySelector(`[data-section="${CSS.escape(section)}"]`)?.scrollIntoView({ block: 'start' });
  }, [section]);
  return tab;
}

function NotYet({ deal }: { readonly deal: Deal }) {
  const { move, dialog } = usePhaseMove();
  const mayWin = deal.phase !== 'lost' && deal.phase !== 'on hold';
  return (
    <>
      <EmptyState
        icon={IconSignature}
        title={t('There is nothing to deliver before the signature')}
        text={t(
          'The lines of scope become the work packages here when the deal is signed: the same lines, not a copy. Milestones, incidents and what is left to do follow.',
        )}
        action={mayWin ? <Button onClick={() => move(deal, 'kickoff')}>{t('Sign the deal')}</Button> : undefined}
      />
      {dialog}
    </>
  );
}

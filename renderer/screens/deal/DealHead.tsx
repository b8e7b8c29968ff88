import { Tabs, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { isSignedDeal, roadPhase } from '#shared/deal/phase';
import type { Entry } from '#shared/ledger/entry';
import type { Deal } from '#shared/records/registry';
import { ReviewBadge } from '../../components/ClashMark';
import { FieldEditor } from '../../components/FieldEditor';
import { PhaseRail } from '../../components/PhaseRail';
import { bodyOf } from '../../components/record-path';
import { usePhaseMove } from '../../components/use-phase-move';
import { RecordLink } from '../../components/RecordLink';
import { useLive } from '../../data/live';
import { ReadinessLine } from './brief/ReadinessLine';
import { DealTiles } from './delivery/DealTiles';
import classes from './DealHead.module.css';
import { DEAL_TABS } from './deal-tabs';
import { phaseEntries } from './phase-entries';
import { SplitCrumb } from './split/SplitNotice';
import { t } from '#shared/values/texts';

/** Whom the deal is with. */
export function DealCrumb({ deal }: { readonly deal: Deal }) {
  return (
    <>
      <RecordLink type="account" id={deal.account} />
      {deal.department ? ` · ${deal.department}` : ''}
      <SplitCrumb deal={deal} /> <ReviewBadge home={deal.id} />
    </>
  );
}

/** Name of the deal, edited where it stands. The heading is the name alone; its tools stand beside it. */
export function DealTitle({ deal }: { readonly deal: Deal }) {
  return (
    <div className={classes.title}>
      <FieldEditor type="deal" id={deal.id} field="name" variant="bare">
        <Title order={1}>{deal.name}</Title>
      </FieldEditor>
    </div>
  );
}

interface DealHeadProps {
  readonly deal: Deal;
  readonly history: readonly Entry[] | undefined;
}

/** The road that the deal is on, and the ways of looking at it. */
export function DealHead({ deal, history }: DealHeadProps) {
  const { move, dialog } = usePhaseMove();
  const entered = useMemo(() => new Map(phaseEntries(history ?? [], deal.id).map(({ phase, date }) => [phase, date])), [history, deal.id]);
  return (
    <div className={classes.head}>
      <PhaseRail
        at={roadPhase(deal)}
        stopped={deal.phase === 'lost' || deal.phase === 'on hold'}
        signedOn={deal.signedAt}
        entered={entered}
        onPick={(phase) => move(deal, phase)}
      />
      <ReadinessLine deal={deal} />
      {isSignedDeal(deal) ? <DealTiles deal={deal} history={history} /> : null}
      <DealTabs deal={deal} />
      {dialog}
    </div>
  );
}

function DealTabs({ deal }: { readonly deal: Deal }) {
  const navigate = useNavigate();
  const tab = useLocation().pathname.split('/')[3] ?? 'story';
  const counts = useLive((records) => DEAL_TABS.map(({ count }) => count?.(records, deal)), [deal]);
  return (
    <Tabs value={tab} onChange={(next) => void navigate(`/deals/${bodyOf(deal.id)}/${next ?? t('story')}`)}>
      <Tabs.List>
        {DEAL_TABS.map(({ path, name }, at) => (
          <Tabs.Tab key={path} value={path} className={classes.tab}>
            {name} {counts[at] === undefined ? null : <span className={classes.count}>{counts[at]}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

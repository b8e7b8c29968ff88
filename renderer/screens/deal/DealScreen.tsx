import { Button, Center, Loader } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { Link, Navigate, Route, Routes, useParams } from 'react-router';
import type { Entry } from '#shared/ledger/entry';
import type { Deal } from '#shared/records/registry';
import { ArchivedNotice } from '../../components/Archiving';
import { EmptyState } from '../../components/EmptyState';
import { Page } from '../../components/Page';
import { UnsentMark } from '../../components/UnsentMark';
import { idOf } from '../../components/record-path';
import { useHistory } from '../../components/use-history';
import { useRecord } from '../../data/live';
import { DealActions } from './DealActions';
import { DealCrumb, DealHead, DealTitle } from './DealHead';
import { DEAL_TABS, type DealTab } from './deal-tabs';
import { LeftBehindNotice } from './split/SplitNotice';
import { SplitScreen } from './split/SplitScreen';
import { TraceView } from './trace/TraceView';
import { useNoteVisit } from './use-note-visit';
import { t } from '#shared/values/texts';

/** The deal: one record from the first call to the end of the warranty, and all that belongs to it. */
export function DealScreen() {
  const { dealId } = useParams();
  const deal = useRecord('deal', idOf('deal', dealId));
  if (!deal) return <NoSuchDeal />;
  return (
    <Routes>
      <Route path="split" element={<SplitScreen key={deal.id} deal={deal} />} />
      <Route path="*" element={<DealPage key={deal.id} deal={deal} />} />
    </Routes>
  );
}

function DealPage({ deal }: { readonly deal: Deal }) {
  const history = useHistory({ deal: deal.id });
  useNoteVisit(deal.id);
  return (
    <Page
      fill
      name={deal.name}
      crumb={<DealCrumb deal={deal} />}
      title={<DealTitle deal={deal} />}
      mark={<UnsentMark record={deal.id} />}
      actions={<DealActions deal={deal} />}
      toolbar={<DealHead deal={deal} history={history} />}
    >
      <ArchivedNotice record={deal} />
      <LeftBehindNotice deal={deal} />
      <Routes>
        {DEAL_TABS.map((tab) => (
          <Route key={tab.path} path={tab.path} element={<Shown tab={tab} deal={deal} history={history} />} />
        ))}
        <Route path="trace/:record?" element={<TraceView deal={deal} />} />
        <Route path="*" element={<Navigate to="story" replace />} />
      </Routes>
    </Page>
  );
}

interface ShownProps {
  readonly tab: DealTab;
  readonly deal: Deal;
  readonly history: readonly Entry[] | undefined;
}

function Shown({ tab, deal, history }: ShownProps) {
  if (tab.reads === 'records') return <tab.Tab deal={deal} />;
  return history ? <tab.Tab deal={deal} history={history} /> : <Reading />;
}

function Reading() {
  return (
    <Center h="40%" role="status" aria-label={t('Reading the history')}>
      <Loader size="sm" type="dots" />
    </Center>
  );
}

function NoSuchDeal() {
  return (
    <Page title={t('No such deal')}>
      <EmptyState
        icon={IconFileOff}
        title={t('This deal is not in the workspace')}
        text={t("It may belong to another workspace, or be on a colleague's laptop that has not handed over its changes yet.")}
        action={
          <Button component={Link} to="/pipeline">
            {t('Open the pipeline')}
          </Button>
        }
      />
    </Page>
  );
}

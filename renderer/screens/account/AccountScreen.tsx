import { Button, Menu, Text } from '@mantine/core';
import { IconArrowsSplit, IconBuilding, IconFileExport, IconPlus } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { isOpenDeal } from '#shared/deal/phase';
import type { Account } from '#shared/records/registry';
import { ArchivedNotice, ArchiveMenu } from '../../components/Archiving';
import { ReviewBadge } from '../../components/ClashMark';
import { EmptyState } from '../../components/EmptyState';
import { MomentList } from '../../components/MomentList';
import { Page } from '../../components/Page';
import { UnsentMark } from '../../components/UnsentMark';
import { SectionCard } from '../../components/SectionCard';
import { bodyOf, idOf, recordPath } from '../../components/record-path';
import { useLive, useRecord } from '../../data/live';
import { recentMoments } from '../../data/reads/accounts';
import { useOverlays } from '../../ui-state/overlays';
import { AccountDeals } from './AccountDeals';
import { AccountMoney } from './AccountMoney';
import { AccountFacts } from './AccountFacts';
import { AccountPeople } from './AccountPeople';
import classes from './AccountScreen.module.css';
import { AccountTotals } from './AccountTotals';
import { t } from '#shared/values/texts';

const RECENT = 40;

/** One client firm: its deals as lanes, its people, what was last said, and what it adds up to. */
export function AccountScreen() {
  const { accountId } = useParams();
  const account = useRecord('account', idOf('account', accountId));
  if (!account) return <NoSuchAccount />;
  return (
    <Page
      title={account.name}
      mark={<UnsentMark record={account.id} />}
      subtitle={<WhatItIs account={account} />}
      actions={<Actions account={account} />}
    >
      <div className={classes.account}>
        <ArchivedNotice record={account} />
        <AccountTotals account={account.id} />
        <AccountDeals account={account.id} />
        <AccountMoney account={account.id} />
        <div className={classes.columns}>
          <div className={classes.main}>
            <AccountPeople account={account.id} />
            <Recent account={account} />
          </div>
          <AccountFacts account={account} />
        </div>
      </div>
    </Page>
  );
}

function WhatItIs({ account }: { readonly account: Account }) {
  const parts = [account.industry, account.domain].filter(Boolean);
  return <>{parts.length > 0 ? parts.join(' · ') : t('Account')}</>;
}

function Actions({ account }: { readonly account: Account }) {
  const openHandOver = useOverlays((overlays) => overlays.openHandOver);
  return (
    <>
      <ReviewBadge home={account.id} />
      <Button variant="default" component={Link} to={`/pipeline?new=1&for=${bodyOf(account.id)}`} leftSection={<IconPlus size={16} />}>
        {t('New deal')}
      </Button>
      <ArchiveMenu record={account}>
        <SplitItems account={account} />
        <Menu.Item leftSection={<IconFileExport size={16} />} onClick={() => openHandOver({ kind: 'account', account: account.id })}>
          {t('Hand over by file')}
        </Menu.Item>
      </ArchiveMenu>
    </>
  );
}

/** Its deals, each as a way to split it. */
function SplitItems({ account }: { readonly account: Account }) {
  const deals = useLive((records) => records.of('deal', 'account', account.id).filter(isOpenDeal), [account.id]);
  if (deals.length === 0) return null;
  return (
    <>
      <Menu.Label>{t('Split a deal')}</Menu.Label>
      {deals.map((deal) => (
        <Menu.Item key={deal.id} component={Link} to={`${recordPath(deal.id) ?? ''}/split`} leftSection={<IconArrowsSplit size={16} />}>
          {deal.name}…
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}

function Recent({ account }: { readonly account: Account }) {
  const moments = useLive((records) => recentMoments(records, account.id, RECENT), [account.id]);
  return (
    <SectionCard title={t('Last said and sent')} flush={moments.length > 0}>
      {moments.length > 0 ? (
        <MomentList moments={moments} first={8} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('Nothing yet. Mail comes in with the import; calls, meetings and notes are logged in a deal.')}
        </Text>
      )}
    </SectionCard>
  );
}

function NoSuchAccount() {
  return (
    <Page title={t('Account')}>
      <EmptyState
        icon={IconBuilding}
        title={t('There is no such account here')}
        text={t('It may belong to another workspace, or the address is incomplete.')}
        action={
          <Button component={Link} to="/accounts">
            {t('All accounts')}
          </Button>
        }
      />
    </Page>
  );
}

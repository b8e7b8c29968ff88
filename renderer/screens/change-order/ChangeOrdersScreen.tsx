import { Select, SegmentedControl, Group } from '@mantine/core';
import { IconFileDiff, IconFilterOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { isUndecided } from '#shared/change-order/standing';
import { changeColumns } from '../../components/change-order/change-columns';
import { ChangeBoard } from '../../components/change-order/ChangeBoard';
import { DataTable } from '../../components/DataTable';
import { EmptyState } from '../../components/EmptyState';
import { Page } from '../../components/Page';
import { recordPath } from '../../components/record-path';
import { countText } from '../../components/text-of';
import { useAddressState } from '../../components/use-address-state';
import { useMarginReader } from '../../components/use-margin-reader';
import { useToday } from '../../components/use-today';
import { useLive, useWorkspace } from '../../data/live';
import { allChanges, type ChangeRow } from '../../data/reads/change-orders';
import { AbsorbRates } from './AbsorbRates';
import classes from './ChangeOrdersScreen.module.css';
import { t } from '#shared/values/texts';

/** Every change order of the firm, what waits longest first, and what part of their value each project manager gives away. */
export function ChangeOrdersScreen() {
  const today = useToday();
  const rows = useLive((records) => allChanges(records, today), [today]);
  const [address, change] = useAddressState();
  const navigate = useNavigate();
  const readsMargin = useMarginReader();
  const [pm, only, shape] = [address.get('pm'), address.get('only'), address.get('view') === 'board' ? 'board' : 'table'];
  const shown = useMemo(
    () => rows.filter(({ order, deal }) => (!pm || deal?.pm === pm) && (only !== 'waiting' || isUndecided(order))),
    [rows, pm, only],
  );
  const open = ({ order }: ChangeRow): void => void navigate(recordPath(order.id, order.deal) ?? '');
  const waiting = rows.filter(({ order }) => isUndecided(order)).length;
  return (
    <Page
      title={t('Change orders')}
      fill
      subtitle={
        rows.length > 0
          ? t('{{waiting}} for a decision, of {{length}}', {
              waiting: countText(waiting, 'waits', 'wait'),
              length: countText(rows.length, t('change order'), t('change orders')),
            })
          : undefined
      }
      toolbar={rows.length > 0 ? <Filters rows={rows} /> : undefined}
    >
      {rows.length === 0 ? (
        <EmptyState
          icon={IconFileDiff}
          title={t('No change orders yet')}
          text={t(
            'What a client asks for beyond what was sold is noted on the deal, in its Changes tab. Each request ends billed, absorbed or rejected.',
          )}
        />
      ) : (
        <div className={classes.columns}>
          <div className={classes.list}>
            {shape === 'board' ? (
              <ChangeBoard rows={shown} reading={undefined} onOpen={open} />
            ) : (
              <DataTable
                label={t('Change orders')}
                rows={shown}
                columns={changeColumns({ of: 'firm', cost: readsMargin ? 'shown' : 'hidden' })}
                rowId={({ order }) => order.id}
                onOpen={open}
                empty={<NonePasses />}
              />
            )}
          </div>
          <AbsorbRates rows={rows} chosen={pm} onChoose={(next) => change({ pm: next })} />
        </div>
      )}
    </Page>
  );
}

const NonePasses = () => (
  <EmptyState icon={IconFilterOff} title={t('No change order passes these filters')} text={t('Take one of them away to see more.')} />
);

function Filters({ rows }: { readonly rows: readonly ChangeRow[] }) {
  const [address, change] = useAddressState();
  const { records } = useWorkspace();
  const managers = useMemo(() => [...new Set(rows.flatMap(({ deal }) => deal?.pm ?? []))], [rows]);
  return (
    <Group gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={t('Show as')}
        value={address.get('view') === 'board' ? 'board' : 'table'}
        onChange={(next) => change({ view: next === 'board' ? 'board' : null })}
        data={[
          { value: 'table', label: t('Table') },
          { value: 'board', label: t('Board') },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('Which')}
        value={address.get('only') === 'waiting' ? 'waiting' : 'all'}
        onChange={(next) => change({ only: next === 'waiting' ? 'waiting' : null })}
        data={[
          { value: 'all', label: t('All') },
          { value: 'waiting', label: t('Waiting') },
        ]}
      />
      <Select
        size="xs"
        aria-label={t('Project manager')}
        placeholder={t('Any project manager')}
        clearable
        searchable
        w={210}
        data={managers.map((id) => ({ value: id, label: records.get('person', id)?.name ?? t('Unknown person') }))}
        value={address.get('pm')}
        onChange={(pm) => change({ pm })}
      />
    </Group>
  );
}

import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconFileDiff, IconPlus } from '@tabler/icons-react';
import type { Deal } from '#shared/records/registry';
import { changeColumns } from '../../../components/change-order/change-columns';
import { ChangeBoard } from '../../../components/change-order/ChangeBoard';
import { DataTable } from '../../../components/DataTable';
import { EmptyState } from '../../../components/EmptyState';
import { bodyOf, idOf } from '../../../components/record-path';
import { useAddressState } from '../../../components/use-address-state';
import { useMarginReader } from '../../../components/use-margin-reader';
import { useToday } from '../../../components/use-today';
import { useLive, useRecord } from '../../../data/live';
import { changesOfDeal, type ChangeRow } from '../../../data/reads/change-orders';
import { ListAndPanel } from '../ListAndPanel';
import { ChangePanel } from './ChangePanel';
import { ChangeSums } from './ChangeSums';
import { RequestDialog } from './RequestDialog';
import classes from './ChangesTab.module.css';
import { t } from '#shared/values/texts';

/** What was asked for beyond what was sold, and what became of it: each is billed, absorbed or rejected in the end. */
export function ChangesTab({ deal }: { readonly deal: Deal }) {
  const [address, change] = useAddressState();
  const today = useToday();
  const rows = useLive((records) => changesOfDeal(records, deal.id, today), [deal.id, today]);
  const reading = useRecord('changeOrder', idOf('changeOrder', address.get('change') ?? undefined));
  const close = (): void => change({ change: null });
  const request = (): void => change({ new: 'change' });
  const list =
    rows.length > 0 ? <ChangeList deal={deal} rows={rows} reading={reading?.id} onRequest={request} /> : <NoChanges onRequest={request} />;
  return (
    <>
      {reading ? (
        <ListAndPanel
          label={t('Change orders')}
          onClose={close}
          panel={<ChangePanel key={reading.id} order={reading} deal={deal} onClose={close} />}
        >
          {list}
        </ListAndPanel>
      ) : (
        <section className={classes.alone} aria-label={t('Change orders')}>
          {list}
        </section>
      )}
      {address.get('new') === 'change' ? (
        <RequestDialog
          deal={deal.id}
          asked={{ from: 'hand' }}
          onMade={(id) => change({ new: null, change: bodyOf(id) })}
          onClose={() => change({ new: null })}
        />
      ) : null}
    </>
  );
}

interface ChangeListProps {
  readonly deal: Deal;
  readonly rows: readonly ChangeRow[];
  readonly reading: string | undefined;
  readonly onRequest: () => void;
}

function ChangeList({ deal, rows, reading, onRequest }: ChangeListProps) {
  const [address, change] = useAddressState();
  const readsMargin = useMarginReader();
  const open = ({ order }: ChangeRow): void => change({ change: bodyOf(order.id) });
  const shape = address.get('view') === 'board' ? 'board' : 'table';
  return (
    <>
      <Group gap={12} mb={10} wrap="wrap">
        <SegmentedControl
          size="xs"
          aria-label={t('Show as')}
          value={shape}
          onChange={(next) => change({ view: next === 'board' ? 'board' : null })}
          data={[
            { value: 'table', label: t('Table') },
            { value: 'board', label: t('Board') },
          ]}
        />
        <ChangeSums deal={deal} rows={rows} />
        <span className={classes.spring} />
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={onRequest}>
          {t('Request a change')}
        </Button>
      </Group>
      {shape === 'board' ? (
        <ChangeBoard rows={rows} reading={reading} onOpen={open} />
      ) : (
        <DataTable
          label={t('Change orders')}
          rows={rows}
          columns={changeColumns({ of: 'deal', cost: readsMargin ? 'shown' : 'hidden' })}
          rowId={({ order }) => order.id}
          selected={reading}
          onOpen={open}
        />
      )}
    </>
  );
}

function NoChanges({ onRequest }: { readonly onRequest: () => void }) {
  return (
    <EmptyState
      icon={IconFileDiff}
      title={t('Nothing was asked for beyond what was sold')}
      text={t(
        'When the client asks for more, select the words in the mail or the call and make them a change order, or note the request here. Each is then billed, absorbed or rejected.',
      )}
      action={
        <Button leftSection={<IconPlus size={16} />} onClick={onRequest}>
          {t('Request a change')}
        </Button>
      }
    />
  );
}

import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconFileImport, IconFilterOff, IconLayoutKanban, IconPlus, IconTimeline } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../components/EmptyState';
import { Page } from '../../components/Page';
import { usePhaseMove } from '../../components/use-phase-move';
import { useLive } from '../../data/live';
import { dealRows } from '../../data/reads/deals';
import { Board } from './Board';
import { NewDealDialog } from './NewDealDialog';
import { filterRows, isFiltering, NO_FILTER } from './pipeline-filter';
import { PipelineFilters } from './PipelineFilters';
import { PipelineTable } from './PipelineTable';
import { PipelineTotalsLine } from './PipelineTotalsLine';
import { useMoveMenu } from './use-move-menu';
import { type PipelineShape, usePipelineQuery } from './use-pipeline-query';
import { t } from '#shared/values/texts';

/** Every deal from first call to warranty end, on one board or table; the signature is a line between two phases. */
export function PipelineScreen() {
  const rows = useLive(dealRows, []);
  const { filter, shape, order, setFilter, setShape, setOrder } = usePipelineQuery();
  const shown = useMemo(() => filterRows(rows, filter), [rows, filter]);
  const { move, dialog } = usePhaseMove();
  const { openMenu, menu } = useMoveMenu(move);
  const newDeal = useNewDealAddress();

  return (
    <Page
      fill
      title={t('Pipeline')}
      subtitle={rows.length > 0 ? <PipelineTotalsLine rows={shown} /> : null}
      actions={rows.length > 0 ? <ShapeSwitch shape={shape} onShape={setShape} /> : null}
      toolbar={rows.length > 0 ? <PipelineFilters rows={rows} filter={filter} onFilter={setFilter} /> : null}
    >
      {rows.length === 0 ? (
        <NoDeals onNew={newDeal.open} />
      ) : shown.length === 0 ? (
        <NothingPasses onClear={() => setFilter(NO_FILTER)} />
      ) : shape === 'board' ? (
        <Board rows={shown} onMove={move} onMenu={openMenu} />
      ) : (
        <PipelineTable rows={shown} order={order} onOrder={setOrder} onMenu={openMenu} />
      )}
      {menu}
      {dialog}
      <NewDealDialog opened={newDeal.isOpen} account={newDeal.account} onClose={newDeal.close} />
      {isFiltering(filter) ? (
        <Text component="div" className="sr-only" aria-live="polite">
          {t('{{shown}} of {{rows}} deals shown', { shown: shown.length, rows: rows.length })}
        </Text>
      ) : null}
    </Page>
  );
}

/** The dialog for a new deal is part of the address, so that any screen can ask for it: `?new=1&account=01J…`. */
function useNewDealAddress() {
  const [query, setQuery] = useSearchParams();
  const without = (was: URLSearchParams): URLSearchParams => {
    const next = new URLSearchParams(was);
    next.delete('new');
    next.delete('for');
    return next;
  };
  return {
    isOpen: query.has('new'),
    account: query.get('for') ?? undefined,
    open: () => setQuery((was) => new URLSearchParams([...was, ['new', '1']])),
    close: () => setQuery(without, { replace: true }),
  };
}

interface ShapeSwitchProps {
  readonly shape: PipelineShape;
  readonly onShape: (shape: PipelineShape) => void;
}

function ShapeSwitch({ shape, onShape }: ShapeSwitchProps) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('Show as')}
      value={shape}
      onChange={onShape}
      data={[
        { value: 'board', label: t('Board') },
        { value: 'table', label: t('Table') },
      ]}
    />
  );
}

function NoDeals({ onNew }: { readonly onNew: () => void }) {
  return (
    <EmptyState
      icon={IconTimeline}
      title={t('No deals yet')}
      text={t(
        'A deal is one record from the first call to the end of the warranty. Write down the first one, or bring in what your CRM has.',
      )}
      action={
        <Button.Group>
          <Button leftSection={<IconPlus size={16} />} onClick={onNew}>
            {t('New deal')}
          </Button>
          <Button variant="default" leftSection={<IconFileImport size={16} />} component={Link} to="/import">
            {t('Import')}
          </Button>
        </Button.Group>
      }
    />
  );
}

function NothingPasses({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t('No deal passes these filters')}
      text={t('Take one of them away, or start over.')}
      action={
        <Button variant="default" leftSection={<IconLayoutKanban size={16} />} onClick={onClear}>
          {t('Show every deal')}
        </Button>
      }
    />
  );
}

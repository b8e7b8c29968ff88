import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconPlus, IconScale } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Id } from '#shared/records/define-record';
import { EmptyState } from '../../components/EmptyState';
import { Page } from '../../components/Page';
import { bodyOf, idOf } from '../../components/record-path';
import { RefPicker } from '../../components/RefPicker';
import { countText } from '../../components/text-of';
import { useAddressState } from '../../components/use-address-state';
import { useLive } from '../../data/live';
import { type FigureRow, firmFigures } from '../../data/reads/reconciliation';
import { FigureDialog } from './FigureDialog';
import { FigurePanel } from './FigurePanel';
import { FiguresTable, rowIdOf } from './FiguresTable';
import classes from './ReconciliationScreen.module.css';
import { TolerancesButton } from './TolerancesButton';
import { t } from '#shared/values/texts';

/** What CRM, project tool and finance say of each deal beside our own record, and where they differ. */
export function ReconciliationScreen() {
  const rows = useLive(firmFigures, []);
  const [isAdding, setAdding] = useState(false);
  const differing = rows.filter(({ mismatches }) => mismatches.length > 0).length;
  return (
    <Page
      title={t('Reconciliation')}
      subtitle={t('What CRM, project tool and finance say, beside our own record. Nothing is overwritten.')}
      fill
      actions={
        <Group gap="xs" wrap="nowrap">
          <TolerancesButton />
          <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            {t('Enter a figure')}
          </Button>
        </Group>
      }
    >
      {rows.length === 0 ? <NothingYet /> : <Figures rows={rows} differing={differing} />}
      {isAdding ? <FigureDialog onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

interface FiguresProps {
  readonly rows: readonly FigureRow[];
  readonly differing: number;
}

function Figures({ rows, differing }: FiguresProps) {
  const [address, change] = useAddressState();
  const [picked, setPicked] = useState<string>();
  const deal = idOf('deal', address.get('deal') ?? undefined);
  const view = address.get('show') ?? (differing > 0 && deal === undefined ? 'differences' : 'all');
  const shown = useMemo(() => chosen(rows, view, deal), [rows, view, deal]);
  const row = shown.find((one) => rowIdOf(one) === picked) ?? shown[0];
  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t('Which figures')}
          value={view}
          onChange={(show) => change({ show })}
          data={[
            { value: 'differences', label: t('Differences ({{differing}})', { differing }) },
            { value: 'all', label: t('All figures ({{rows}})', { rows: rows.length }) },
          ]}
        />
        <div className={classes.deal}>
          <RefPicker
            to="deal"
            aria-label={t('Only this deal')}
            placeholder={t('All deals')}
            value={deal}
            onChange={(id) => change({ deal: id === null ? null : bodyOf(id) })}
          />
        </div>
        <span className={classes.count} role="status">
          {countText(shown.length, 'figure', 'figures')}
        </span>
      </div>
      <div className={classes.split}>
        <FiguresTable rows={shown} picked={row && rowIdOf(row)} onPick={(next) => setPicked(rowIdOf(next))} />
        {row ? <FigurePanel key={rowIdOf(row)} row={row} /> : null}
      </div>
    </div>
  );
}

const chosen = (rows: readonly FigureRow[], view: string, deal: Id<'deal'> | undefined): readonly FigureRow[] =>
  rows.filter((row) => (view === 'all' || row.mismatches.length > 0) && (deal === undefined || row.deal === deal));

function NothingYet() {
  return (
    <EmptyState
      icon={IconScale}
      title={t('No figures of other systems yet')}
      text={t(
        'Every import of deals, hours or invoices keeps what that system says of a deal: signed value, hours, billed, paid. Import an export of each, or enter a figure by hand, and what differs stands here.',
      )}
      action={
        <Button variant="default" component={Link} to="/import">
          {t('Import an export')}
        </Button>
      }
    />
  );
}

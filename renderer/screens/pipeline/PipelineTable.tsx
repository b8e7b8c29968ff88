import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Deal } from '#shared/records/registry';
import { sideOf } from '../../components/phase-side';
import { DataTable } from '../../components/DataTable';
import type { SortOrder } from '../../components/sort-rows';
import { menuColumn } from '../../components/menu-column';
import { recordPath } from '../../components/record-path';
import { usePhaseNames } from '../../components/phase-names';
import type { DealRow } from '../../data/reads/deals';
import { dealColumns } from './deal-columns';
import { t } from '#shared/values/texts';

interface PipelineTableProps {
  readonly rows: readonly DealRow[];
  readonly order: SortOrder | undefined;
  readonly onOrder: (order: SortOrder | undefined) => void;
  readonly onMenu: (deal: Deal, target: HTMLElement) => void;
}

/** The pipeline as a table: in the order of a deal's life the signature is a line between two rows. */
export function PipelineTable({ rows, order, onOrder, onMenu }: PipelineTableProps) {
  const navigate = useNavigate();
  const nameOf = usePhaseNames();
  const columns = useMemo(
    () => [
      ...dealColumns(nameOf),
      menuColumn<DealRow>(
        ({ deal }) => t('Move {{name}}', { name: deal.name }),
        ({ deal }, target) => onMenu(deal, target),
      ),
    ],
    [nameOf, onMenu],
  );
  const inOrderOfLife = order === undefined || order.by === 'phase';
  return (
    <div style={{ flex: 1, minHeight: 0, paddingBottom: 20 }}>
      <DataTable
        label={t('Deals')}
        rows={rows}
        columns={columns}
        rowId={dealId}
        order={order}
        onOrder={onOrder}
        onOpen={({ deal }) => void navigate(recordPath(deal.id) ?? '')}
        {...(inOrderOfLife ? { lineBelow: signatureBelow } : {})}
      />
    </div>
  );
}

const dealId = ({ deal }: DealRow): string => deal.id;

/** The signature lies between the last deal that is not signed and the first one that is, whichever way they run. */
function signatureBelow(row: DealRow, next: DealRow | undefined): boolean {
  if (!next) return false;
  const sides = new Set([sideOf(row.deal.phase), sideOf(next.deal.phase)]);
  return sides.has('pre-sale') && sides.has('delivery');
}

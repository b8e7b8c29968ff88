import { IconSignature } from '@tabler/icons-react';
import { Fragment, useMemo } from 'react';
import { PHASES, type Phase } from '#shared/records/deal';
import { DELIVERY } from '#shared/deal/phase';
import type { Deal } from '#shared/records/registry';
import { walkCards } from '../../components/board-keys';
import { useCardDrag } from '../../components/card-drag';
import { usePhaseNames } from '../../components/phase-names';
import { sideOf } from '../../components/phase-side';
import type { DealRow } from '../../data/reads/deals';
import { usePipelineView } from '../../ui-state/pipeline-view';
import classes from './Board.module.css';
import { BoardColumn } from './BoardColumn';
import { columnsOf } from './pipeline-totals';
import { useFirstTotals } from './first-totals';
import { t } from '#shared/values/texts';

interface BoardProps {
  readonly rows: readonly DealRow[];
  readonly onMove: (deal: Deal, to: Phase) => void;
  readonly onMenu: (deal: Deal, target: HTMLElement) => void;
}

/** One column per phase; the signature is the line that a card crosses on its way from selling to doing. */
export function Board({ rows, onMove, onMenu }: BoardProps) {
  const first = useFirstTotals();
  const columns = useMemo(() => columnsOf(rows, first), [rows, first]);
  const { folded, toggle } = usePipelineView();
  const nameOf = usePhaseNames();
  const dealOf = (id: string | undefined): Deal | undefined => rows.find(({ deal }) => deal.id === id)?.deal;
  const drag = useCardDrag(PHASES, (id, to) => {
    const deal = dealOf(id);
    if (deal && deal.phase !== to) onMove(deal, to);
  });
  const dragged = dealOf(drag?.card);
  const crossing = dragged !== undefined && drag?.over !== undefined && crosses(dragged.phase, drag.over);
  const said =
    dragged && drag?.over
      ? t('{{name}} over {{over}}{{value}}', {
          name: dragged.name,
          over: nameOf(drag.over),
          value: crossing ? t(', across the signature') : '',
        })
      : '';

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble up from the cards, which have the focus */}
      <div
        className={classes.board}
        role="group"
        aria-label={t('Deals by phase')}
        data-dragging={drag !== undefined || undefined}
        onKeyDown={(event) =>
          walkCards(event, (id, target) => {
            const deal = dealOf(id);
            if (deal) onMenu(deal, target);
          })
        }
      >
        {columns.map((column) => (
          <Fragment key={column.phase}>
            {column.phase === DELIVERY[0] ? <SignatureLine crossing={crossing} /> : null}
            <BoardColumn
              column={column}
              name={nameOf(column.phase)}
              folded={folded.includes(column.phase)}
              over={drag?.over === column.phase && dragged?.phase !== column.phase}
              onFold={toggle}
              onMenu={onMenu}
            />
          </Fragment>
        ))}
      </div>
      <div className="sr-only" aria-live="assertive">
        {said}
      </div>
    </>
  );
}

function SignatureLine({ crossing }: { readonly crossing: boolean }) {
  return (
    <div
      className={classes.signature}
      data-crossing={crossing || undefined}
      role="separator"
      aria-orientation="vertical"
      aria-label={t('Signature')}
    >
      <span className={classes.signatureSign}>
        <IconSignature size={16} stroke={1.75} aria-hidden />
      </span>
      <span className={classes.signatureName}>{t('Signature')}</span>
    </div>
  );
}

/** True where a card goes from selling to doing, or back. */
function crosses(from: Phase, to: Phase): boolean {
  const sides = new Set([sideOf(from), sideOf(to)]);
  return sides.has('pre-sale') && sides.has('delivery');
}

import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArrowRight,
  IconArrowsSplit,
  IconDots,
  IconFileExport,
  IconLink,
  IconPlayerPause,
  IconPlayerPlay,
  IconRoute,
  IconQuote,
  IconSignature,
  IconX,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { DELIVERY, isSigned, PRE_SALE, roadPhase } from '#shared/deal/phase';
import type { Phase } from '#shared/records/deal';
import type { Deal } from '#shared/records/registry';
import { ClashMark } from '../../components/ClashMark';
import { copyLink } from '../../components/copy-link';
import { HealthDot } from '../../components/HealthDot';
import { MoneyText } from '../../components/MoneyText';
import { recordPath, tracePath } from '../../components/record-path';
import { PhaseBadge } from '../../components/PhaseBadge';
import { usePhaseNames } from '../../components/phase-names';
import { valueMark } from '../../components/value-mark';
import { useArchive } from '../../components/use-archive';
import { usePhaseMove } from '../../components/use-phase-move';
import { useOverlays } from '../../ui-state/overlays';
import classes from './DealActions.module.css';
import { t } from '#shared/values/texts';

const ROAD: readonly Phase[] = [...PRE_SALE, ...DELIVERY];

/** What the deal is worth and where it stands, the next step on its road, and the steps beside it. */
export function DealActions({ deal }: { readonly deal: Deal }) {
  const { move, dialog } = usePhaseMove();
  const stopped = deal.phase === 'lost' || deal.phase === 'on hold';
  return (
    <>
      <span className={classes.standing}>
        {deal.health ? <HealthDot health={deal.health} label /> : null}
        <span className={classes.amount} {...valueMark(deal.id, 'amount')}>
          <MoneyText value={deal.amount} whole />
        </span>
        <ClashMark record={deal.id} field="amount" />
        <ClashMark record={deal.id} field="phase" label={t('Phase')} />
        {stopped ? <PhaseBadge phase={deal.phase} /> : null}
      </span>
      <NextStep deal={deal} move={move} />
      <MoreActions deal={deal} move={move} />
      {dialog}
    </>
  );
}

interface StepProps {
  readonly deal: Deal;
  readonly move: (deal: Deal, to: Phase) => void;
}

function NextStep({ deal, move }: StepProps) {
  const nameOf = usePhaseNames();
  if (deal.phase === 'on hold' || deal.phase === 'lost') {
    return (
      <Button leftSection={<IconPlayerPlay size={16} />} onClick={() => move(deal, roadPhase(deal))}>
        {deal.phase === 'lost' ? t('Reopen') : t('Resume')}
      </Button>
    );
  }
  const next = ROAD[ROAD.indexOf(deal.phase) + 1];
  if (!next) return null;
  const signs = isSigned(next) && !isSigned(deal.phase);
  return (
    <Button rightSection={signs ? <IconSignature size={16} /> : <IconArrowRight size={16} />} onClick={() => move(deal, next)}>
      {signs ? t('Sign') : t('Move to {{next}}', { next: nameOf(next) })}
    </Button>
  );
}

function MoreActions({ deal, move }: StepProps) {
  const { archive } = useArchive();
  const openHandOver = useOverlays((overlays) => overlays.openHandOver);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('More actions')}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconQuote size={16} />} component={Link} to={`/evidence?in=${deal.id}`}>
          {t('Was this promised?')}
        </Menu.Item>
        {deal.phase === 'lost' || deal.phase === 'on hold' ? null : (
          <Menu.Item leftSection={<IconPlayerPause size={16} />} onClick={() => move(deal, 'on hold')}>
            {t('Put on hold')}
          </Menu.Item>
        )}
        {deal.phase === 'lost' ? null : (
          <Menu.Item leftSection={<IconX size={16} />} onClick={() => move(deal, 'lost')}>
            {t('Mark as lost…')}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to={tracePath(deal.id)} leftSection={<IconRoute size={16} />}>
          {t('Trace…')}
        </Menu.Item>
        {deal.archived ? null : (
          <Menu.Item component={Link} to={`${recordPath(deal.id) ?? ''}/split`} leftSection={<IconArrowsSplit size={16} />}>
            {t('Split…')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLink size={16} />} onClick={() => void copyLink(deal.id)}>
          {t('Copy link')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileExport size={16} />} onClick={() => openHandOver({ kind: 'deal', deal: deal.id })}>
          {t('Hand over by file')}
        </Menu.Item>
        {deal.archived ? null : (
          <Menu.Item leftSection={<IconArchive size={16} />} onClick={() => void archive(deal)}>
            {t('Archive')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

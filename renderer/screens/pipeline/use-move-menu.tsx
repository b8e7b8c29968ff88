import { Menu } from '@mantine/core';
import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Phase } from '#shared/records/deal';
import { DELIVERY, PAUSES, PRE_SALE } from '#shared/deal/phase';
import type { Deal } from '#shared/records/registry';
import { CardMenu, useCardMenu, type OpenedMenu } from '../../components/CardMenu';
import { usePhaseNames } from '../../components/phase-names';
import { recordPath } from '../../components/record-path';
import { t } from '#shared/values/texts';

const SIDES = [
  [t('Before signature'), PRE_SALE],
  ['Signed', DELIVERY],
  [t('Paused or lost'), PAUSES],
] as const;

/** One menu for all cards and rows: opens the deal, or moves it to any phase. */
export function useMoveMenu(move: (deal: Deal, to: Phase) => void): {
  readonly openMenu: (deal: Deal, target: HTMLElement) => void;
  readonly menu: ReactNode;
} {
  const { open, opened } = useCardMenu<Deal>();
  return { openMenu: open, menu: opened ? <MoveMenu key={opened.of.id} {...opened} move={move} /> : null };
}

interface MoveMenuProps extends OpenedMenu<Deal> {
  readonly move: (deal: Deal, to: Phase) => void;
}

function MoveMenu({ of: deal, target, close, move }: MoveMenuProps) {
  const nameOf = usePhaseNames();
  const navigate = useNavigate();
  return (
    <CardMenu label={t('Move {{name}}', { name: deal.name })} target={target} onClose={close}>
      <Menu.Item leftSection={<IconArrowRight size={15} />} onClick={() => void navigate(recordPath(deal.id) ?? '')}>
        {t('Open')}
      </Menu.Item>
      {SIDES.map(([side, phases]) => (
        <div key={side}>
          <Menu.Divider />
          <Menu.Label>{side}</Menu.Label>
          {phases.map((phase) => (
            <Menu.Item
              key={phase}
              disabled={phase === deal.phase}
              rightSection={phase === deal.phase ? <IconCheck size={14} aria-label={t('is here')} /> : null}
              onClick={() => move(deal, phase)}
            >
              {nameOf(phase)}
            </Menu.Item>
          ))}
        </div>
      ))}
    </CardMenu>
  );
}

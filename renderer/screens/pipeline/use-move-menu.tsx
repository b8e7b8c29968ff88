import { Menu } from '@mantine/core';
import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useCallback, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Phase } from '#shared/records/deal';
import { DELIVERY, PAUSES, PRE_SALE } from '#shared/deal/phase';
import type { Deal } from '#shared/records/registry';
import { usePhaseNames } from '../../components/phase-names';
import { recordPath } from '../../components/record-path';

interface Opened {
  readonly deal: Deal;
  readonly target: HTMLElement;
}

const SIDES = [
  ['Before signature', PRE_SALE],
  ['Signed', DELIVERY],
  ['Paused or lost', PAUSES],
] as const;

/** One menu for all cards and rows: opens the deal, or moves it to any phase. */
export function useMoveMenu(move: (deal: Deal, to: Phase) => void): {
  readonly openMenu: (deal: Deal, target: HTMLElement) => void;
  readonly menu: ReactNode;
} {
  const [opened, setOpened] = useState<Opened>();
  const openMenu = useCallback((deal: Deal, target: HTMLElement) => setOpened({ deal, target }), []);
  const close = (): void => {
    const { target } = opened ?? {};
    (target?.matches('[data-card]') ? target.querySelector('a') : target)?.focus();
    setOpened(undefined);
  };
  return { openMenu, menu: opened ? <MoveMenu key={opened.deal.id} {...opened} move={move} onClose={close} /> : null };
}

/** Without keys: the press of `m` that opens the menu would count as one outside of it. Esc closes it all the same. */
const OUTSIDE = ['mousedown', 'touchstart'];

interface MoveMenuProps extends Opened {
  readonly move: (deal: Deal, to: Phase) => void;
  readonly onClose: () => void;
}

function MoveMenu({ deal, target, move, onClose }: MoveMenuProps) {
  const nameOf = usePhaseNames();
  const navigate = useNavigate();
  const { left, top, width, height } = target.getBoundingClientRect();
  return (
    <Menu
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      position="bottom-end"
      width={210}
      returnFocus={false}
      clickOutsideEvents={OUTSIDE}
      middlewares={{ flip: false, shift: { crossAxis: true, padding: 8 } }}
    >
      <Menu.Target>
        <span style={{ position: 'fixed', left, top, width, height, pointerEvents: 'none' }} />
      </Menu.Target>
      <Menu.Dropdown mah="90dvh" style={{ overflowY: 'auto' }} aria-label={`Move ${deal.name}`}>
        <Menu.Item leftSection={<IconArrowRight size={15} />} onClick={() => void navigate(recordPath(deal.id) ?? '')}>
          Open
        </Menu.Item>
        {SIDES.map(([side, phases]) => (
          <div key={side}>
            <Menu.Divider />
            <Menu.Label>{side}</Menu.Label>
            {phases.map((phase) => (
              <Menu.Item
                key={phase}
                disabled={phase === deal.phase}
                rightSection={phase === deal.phase ? <IconCheck size={14} aria-label="is here" /> : null}
                onClick={() => move(deal, phase)}
              >
                {nameOf(phase)}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconClipboard,
  IconCopy,
  IconGridDots,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconPlus,
  IconSitemap,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import { ALIGNMENTS, type Alignment } from '#shared/blueprint/alignment';
import { useBlueprintView } from '../../../ui-state/blueprint-view';
import classes from './BlueprintDesk.module.css';
import { KINDS } from './kinds';
import type { Drawing } from './use-drawing';
import { t } from '#shared/values/texts';

const ALIGN_ICONS: Readonly<Record<Alignment, Icon>> = {
  left: IconLayoutAlignLeft,
  centre: IconLayoutAlignCenter,
  right: IconLayoutAlignRight,
  top: IconLayoutAlignTop,
  middle: IconLayoutAlignMiddle,
  bottom: IconLayoutAlignBottom,
  'spread across': IconLayoutDistributeVertical,
  'spread down': IconLayoutDistributeHorizontal,
};

interface DrawingToolsProps {
  readonly drawing: Drawing;
  readonly clipboard: { readonly copy: () => void; readonly paste: () => void };
  readonly onLaidOut: () => void;
}

/** What can be done with the drawing, whichever of its two views is used. */
export function DrawingTools({ drawing, clipboard, onLaidOut }: DrawingToolsProps) {
  const { parts, chosen, acts } = drawing;
  const { snaps, toggleSnap } = useBlueprintView();
  const count = parts.nodes.filter(({ id }) => chosen.has(id)).length;
  const layOut = async (): Promise<void> => {
    if (await acts.layOut()) onLaidOut();
  };
  return (
    <div className={classes.tools} role="toolbar" aria-label={t('Drawing tools')}>
      <AddMenu drawing={drawing} />
      <AlignMenu drawing={drawing} count={count} />
      <Tool label={t('Lay out automatically')} icon={IconSitemap} off={parts.nodes.length === 0} onClick={() => void layOut()} />
      <Tool label={t('Copy')} icon={IconCopy} off={count === 0} onClick={clipboard.copy} />
      <Tool label={t('Paste')} icon={IconClipboard} onClick={clipboard.paste} />
      <Tool label={t('Remove')} icon={IconTrash} off={chosen.size === 0} onClick={() => void acts.remove()} />
      <Tool label={t('Snap to the grid')} icon={IconGridDots} pressed={snaps} onClick={toggleSnap} />
    </div>
  );
}

function AddMenu({ drawing }: { readonly drawing: Drawing }) {
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <Button size="compact-sm" h={28} leftSection={<IconPlus size={14} />}>
          {t('Add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map(({ kind, name, icon: Symbol, help }) => (
          <Menu.Item key={kind} leftSection={<Symbol size={16} />} onClick={() => drawing.name({ kind })}>
            {name} <span className={classes.help}>{help}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function AlignMenu({ drawing, count }: { readonly drawing: Drawing; readonly count: number }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Tooltip label={count < 2 ? t('Choose two nodes or more to align them') : t('Align')}>
          <ActionIcon variant="default" size={28} aria-label={t('Align')} data-disabled={count < 2 || undefined} disabled={count < 2}>
            <IconArrowAutofitWidth size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {ALIGNMENTS.map((how) => {
          const Symbol = ALIGN_ICONS[how];
          return (
            <Menu.Item
              key={how}
              leftSection={<Symbol size={16} />}
              disabled={count < (how.startsWith('spread') ? 3 : 2)}
              onClick={() => void drawing.acts.align(how)}
            >
              {how.startsWith('spread') ? `${how.charAt(0).toUpperCase()}${how.slice(1)}` : t('Align {{how}}', { how })}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: Icon;
  readonly off?: boolean;
  /** For what stays switched on. */
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

function Tool({ label, icon: Symbol, off = false, pressed, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={pressed ? 'light' : 'default'}
        size={28}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        disabled={off}
        onClick={onClick}
      >
        <Symbol size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

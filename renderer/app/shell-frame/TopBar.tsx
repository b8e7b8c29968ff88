import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconPlus, IconSearch } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { Kbd, spokenKeys } from '../../components/Kbd';
import { useUndoState } from '../../data/live';
import { SyncPill } from '../../screens/sync/SyncPill';
import { useOverlays } from '../../ui-state/overlays';
import { useUndoActs } from '../use-undo-acts';
import classes from './ShellFrame.module.css';
import { TimerPill } from './TimerPill';
import { t } from '#shared/values/texts';

/** Search, how sync stands, what can be taken back, and the act that is wanted most. */
export function TopBar() {
  const openPalette = useOverlays((state) => state.openPalette);
  const navigate = useNavigate();
  return (
    <header className={classes.top}>
      <button type="button" className={classes.search} onClick={() => openPalette()}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <span className={classes.searchText}>{t('Search or do anything')}</span>
        <Kbd keys="mod+K" />
      </button>
      <span className={classes.spring} />
      <TimerPill />
      <SyncPill />
      <UndoButtons />
      <Button
        size="xs"
        h={32}
        style={{ flex: 'none' }}
        leftSection={<IconPlus size={16} />}
        onClick={() => void navigate('/pipeline?new=1')}
      >
        <span className={classes.newDeal}>{t('New deal')}</span>
      </Button>
    </header>
  );
}

function UndoButtons() {
  const { undo, redo } = useUndoState();
  const acts = useUndoActs();
  return (
    <>
      <Tooltip
        label={undo ? t('Undo: {{label}} ({{spokenKeys}})', { label: undo.label, spokenKeys: spokenKeys('mod+Z') }) : t('Nothing to undo')}
      >
        <ActionIcon
          size={32}
          className={classes.quiet ?? ''}
          variant="subtle"
          color="gray"
          aria-label={undo ? t('Undo: {{label}}', { label: undo.label }) : t('Undo')}
          aria-disabled={!undo}
          data-disabled={!undo || undefined}
          onClick={() => void acts.undo()}
        >
          <IconArrowBackUp size={18} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <Tooltip
        label={
          redo ? t('Redo: {{label}} ({{spokenKeys}})', { label: redo.label, spokenKeys: spokenKeys('mod+shift+Z') }) : t('Nothing to redo')
        }
      >
        <ActionIcon
          size={32}
          className={classes.quiet ?? ''}
          variant="subtle"
          color="gray"
          aria-label={redo ? t('Redo: {{label}}', { label: redo.label }) : t('Redo')}
          aria-disabled={!redo}
          data-disabled={!redo || undefined}
          onClick={() => void acts.redo()}
        >
          <IconArrowForwardUp size={18} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

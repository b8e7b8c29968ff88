import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AppAction } from '../../ui-state/app-action';
import { type PaletteQuestion, useOverlays } from '../../ui-state/overlays';
import classes from './CommandPalette.module.css';
import { PaletteList } from './PaletteList';
import { actionItems, type PaletteItem } from './palette-items';
import { usePaletteItems } from './use-palette-items';
import { t } from '#shared/values/texts';

/** Go anywhere, do anything, find any word: one box over every screen. */
export function CommandPalette({ actions }: { readonly actions: readonly AppAction[] }) {
  const { overlay, close } = useOverlays();
  return (
    <Modal
      opened={overlay.kind === 'palette'}
      onClose={close}
      withCloseButton={false}
      centered={false}
      yOffset="12dvh"
      size={640}
      padding={0}
      // Keys typed right after the shortcut belong into the box: no moment without it.
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('Search or do anything') } }}
    >
      {overlay.kind === 'palette' ? <Palette key={overlay.asks} actions={actions} asks={overlay.asks} onClose={close} /> : null}
    </Modal>
  );
}

interface PaletteProps {
  readonly actions: readonly AppAction[];
  readonly asks: PaletteQuestion;
  readonly onClose: () => void;
}

const PLACEHOLDERS: Readonly<Record<PaletteQuestion, string>> = {
  anything: t('Search, go somewhere or do something'),
  'log call': t('Log a call on which deal?'),
  'log meeting': t('Log a meeting on which deal?'),
  'log note': t('Write a note on which deal?'),
  'paste chat': t('Paste a chat into which deal?'),
  'new ticket': t('Open a ticket on which deal?'),
};

/** Where on the deal it is done. */
const PLACES: Readonly<Record<Exclude<PaletteQuestion, 'anything'>, string>> = {
  'log call': 'story?log=call',
  'log meeting': 'story?log=meeting',
  'log note': 'story?log=note',
  'paste chat': 'story?log=chat',
  'new ticket': 'tickets?new=ticket',
};

function Palette({ actions, asks, onClose }: PaletteProps) {
  const [query, setQuery] = useState('');
  const navigate = useNavigate();
  const { items, state } = usePaletteItems(query, asks, asks === 'anything' ? actionItems(actions, query) : []);

  const choose = (item: PaletteItem): void => {
    onClose();
    if (item.kind === 'action') item.action.run();
    else void navigate(asks === 'anything' ? item.path : `${item.path}/${PLACES[asks]}`);
  };

  return (
    <div className={classes.palette}>
      <PaletteList query={query} onQuery={setQuery} placeholder={PLACEHOLDERS[asks]} items={items} state={state} onChoose={choose} />
    </div>
  );
}

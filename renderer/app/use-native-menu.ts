import { useEffect } from 'react';
import { APP_COMMANDS } from '#shared/ipc/app-command';
import { menuLabels } from '#shared/ipc/menu-entries';
import { notify } from '../components/notify';
import { platform } from '../platform/current-platform';
import type { AppAction } from '../ui-state/app-action';

/** Tells the native menu its words, and which of its commands can be run now: none once the screens are gone. */
export function useNativeMenu(actions: readonly AppAction[]): void {
  const available = actions.map(({ id }) => id).join(' ');
  useEffect(() => word(available), [available]);
  useEffect(() => () => word(''), []);
}

function word(available: string): void {
  const isAvailable = new Set(APP_COMMANDS.filter((command) => available.split(' ').includes(command)));
  platform
    .wordMenu?.({ labels: menuLabels(), available: isAvailable })
    .catch((cause: unknown) => notify.problem(cause instanceof Error ? cause.message : String(cause)));
}

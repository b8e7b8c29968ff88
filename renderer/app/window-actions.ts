import { IconAppWindow, IconPrinter, IconZoomIn, IconZoomOut, IconZoomReset } from '@tabler/icons-react';
import { t } from '#shared/values/texts';
import type { WindowAct } from '#shared/ipc/menu-messages';
import { notify } from '../components/notify';
import { platform } from '../platform/current-platform';
import type { AppAction } from '../ui-state/app-action';

/** What the window itself can do. A browser zooms and opens windows by its own menu. */
export function windowActions(): readonly AppAction[] {
  const print: AppAction = {
    id: 'page.print',
    title: t('Print'),
    group: 'Data',
    icon: IconPrinter,
    keys: 'mod+P',
    words: t('paper pdf'),
    run: () => window.print(),
  };
  const { act } = platform;
  if (!act) return [print];
  const does = (what: WindowAct) => () =>
    void act(what).catch((cause: unknown) => notify.problem(cause instanceof Error ? cause.message : String(cause)));
  return [
    print,
    {
      id: 'window.new',
      title: t('New window'),
      group: 'Create',
      icon: IconAppWindow,
      keys: 'mod+shift+N',
      words: t('second beside'),
      run: does('window.new'),
    },
    {
      id: 'zoom.in',
      title: t('Larger'),
      group: 'Appearance',
      icon: IconZoomIn,
      keys: 'mod++',
      words: t('zoom size'),
      run: does('zoom.in'),
    },
    {
      id: 'zoom.out',
      title: t('Smaller'),
      group: 'Appearance',
      icon: IconZoomOut,
      keys: 'mod+-',
      words: t('zoom size'),
      run: does('zoom.out'),
    },
    {
      id: 'zoom.reset',
      title: t('Actual size'),
      group: 'Appearance',
      icon: IconZoomReset,
      keys: 'mod+0',
      words: t('zoom size'),
      run: does('zoom.reset'),
    },
  ];
}

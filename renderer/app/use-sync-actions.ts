import { IconCloudPause, IconCloudUp, IconFileExport, IconLogin2, IconPlayerPlay, IconShare2 } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { idOf } from '../components/record-path';
import { useSync, useWorkspace } from '../data/live';
import type { SyncFacts } from '../data/sync-state';
import type { AppAction } from '../ui-state/app-action';
import { type HandOver, useOverlays } from '../ui-state/overlays';
import { t } from '#shared/values/texts';

/** Sync and the file in its place, from anywhere. On a deal or an account, the file is about that one at first. */
export function useSyncActions(): readonly AppAction[] {
  const { sync } = useWorkspace();
  const { state, link } = useSync();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const { openHandOver, openSignIn } = useOverlays();
  const paused = isPausedByPerson(state);
  const linked = link !== undefined;
  return useMemo(() => {
    const handOver: AppAction = {
      id: 'handOver.open',
      title: t('Hand over by file'),
      group: 'Data',
      icon: IconFileExport,
      keys: 'mod+shift+E',
      words: t('export deal account colleague usb share'),
      run: () => openHandOver(subjectAt(pathname)),
    };
    if (!linked) {
      const share = {
        id: 'sync.share',
        title: t('Share this workspace'),
        icon: IconShare2,
        words: t('server sync team colleagues join'),
      } as const;
      return [handOver, { ...share, group: 'Data', run: () => void navigate('/settings/server') }];
    }
    return [
      {
        id: 'sync.now',
        title: t('Sync now'),
        group: 'Data',
        icon: IconCloudUp,
        keys: 'mod+shift+S',
        words: t('send fetch server'),
        run: () => void sync.now(),
      },
      paused
        ? { id: 'sync.resume', title: t('Resume sync'), group: 'Data', icon: IconPlayerPlay, words: 'server', run: () => sync.resume() }
        : {
            id: 'sync.pause',
            title: t('Pause sync'),
            group: 'Data',
            icon: IconCloudPause,
            words: t('server offline stop'),
            run: () => sync.pause(),
          },
      { id: 'sync.signIn', title: t('Sign in again'), group: 'Data', icon: IconLogin2, words: t('server password'), run: openSignIn },
      handOver,
    ];
  }, [sync, linked, paused, pathname, navigate, openHandOver, openSignIn]);
}

const isPausedByPerson = (state: SyncFacts['state']): boolean => state.kind === 'waiting' && state.paused === 'by-you';

/** What the screen at an address is about. */
function subjectAt(pathname: string): HandOver {
  const [, screen, body] = pathname.split('/');
  if (screen === 'deals' && body) return { kind: 'deal', deal: idOf('deal', body) };
  if (screen === 'accounts' && body) return { kind: 'account', account: idOf('account', body) };
  return { kind: 'everything' };
}

import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { FromOutside } from '#shared/ipc/outside-messages';
import { t } from '#shared/values/texts';
import { notify } from '../components/notify';
import { recordPath } from '../components/record-path';
import { platform } from '../platform/current-platform';
import { isWorkspaceFile } from '../screens/import/dropped';
import { useFromOutside } from '../ui-state/from-outside';
import { useOverlays } from '../ui-state/overlays';

/** Takes what was opened outside of the app. A link is followed as soon as `isOpen`; a file waits for the person. */
export function useOutside(isOpen: boolean): void {
  const path = useFromOutside((state) => state.path);
  const navigate = useNavigate();
  useEffect(() => {
    void takeAll();
    return platform.onCommand((command) => {
      if (command === 'outside.arrived') void takeAll();
    });
  }, []);
  useEffect(() => {
    if (!isOpen || path === undefined) return;
    useFromOutside.getState().pathTaken();
    useOverlays.getState().close();
    void navigate(path);
  }, [isOpen, path, navigate]);
}

async function takeAll(): Promise<void> {
  if (!platform.takeFromOutside) return;
  try {
    for (let opened = await platform.takeFromOutside(); opened.kind !== 'nothing'; opened = await platform.takeFromOutside()) offer(opened);
  } catch (cause) {
    notify.problem(cause instanceof Error ? cause.message : String(cause));
  }
}

function offer(opened: FromOutside): void {
  const { offer: keep } = useFromOutside.getState();
  switch (opened.kind) {
    case 'link': {
      const path = recordPath(opened.record);
      if (path !== undefined) keep({ path });
      return;
    }
    case 'no-link':
      return notify.problem(
        t('Links lead to a deal, an account, a contact or an invoice. This one does not.'),
        t('The link leads nowhere'),
      );
    case 'file':
      if (isWorkspaceFile(opened)) return keep({ file: { name: opened.name, bytes: opened.bytes } });
      return notify.problem(t('Throughline did not write it, or it is damaged.'), t('{{name}} was not opened', { name: opened.name }));
    case 'unreadable':
      return notify.problem(WHY[opened.why], t('{{name}} was not opened', { name: opened.name }));
    case 'nothing':
  }
}

const WHY: Readonly<Record<(FromOutside & { kind: 'unreadable' })['why'], string>> = {
  gone: t('There is no such file any more.'),
  'no file': t('It is not a file.'),
  'too large': t('It is larger than 512 MB. Ask for a smaller part of it.'),
  refused: t('The system does not let Throughline read it.'),
};

import { IconLock } from '@tabler/icons-react';
import { t } from '#shared/values/texts';
import type { AppAction } from '../ui-state/app-action';
import { lockNow } from './lock';

/** Closes the data of all windows until somebody unlocks it. */
export const lockAction: AppAction = {
  id: 'app.lock',
  title: t('Lock now'),
  group: 'Data',
  icon: IconLock,
  keys: 'mod+shift+L',
  words: t('protect passphrase leave'),
  run: lockNow,
};

import { IconFileDiff } from '@tabler/icons-react';
import type { NavigateFunction } from 'react-router';
import type { AppAction } from '../ui-state/app-action';
import { t } from '#shared/values/texts';

/** From anywhere to what was asked for beyond what was sold. */
export const changeOrders = (navigate: NavigateFunction): AppAction => ({
  id: 'go.changes',
  title: t('Change orders'),
  group: 'Go to',
  icon: IconFileDiff,
  words: t('requests bill absorb reject decide'),
  run: () => void navigate('/change-orders'),
});

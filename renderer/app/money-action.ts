import { IconCoins } from '@tabler/icons-react';
import type { NavigateFunction } from 'react-router';
import type { AppAction } from '../ui-state/app-action';
import { t } from '#shared/values/texts';

/** The way to the firm's money from anywhere. */
export const goToMoney = (navigate: NavigateFunction): AppAction => ({
  id: 'go.money',
  title: t('Money'),
  group: 'Go to',
  icon: IconCoins,
  keys: 'g m',
  words: t('margin fees billed outstanding ageing friction finance'),
  run: () => void navigate('/money'),
});

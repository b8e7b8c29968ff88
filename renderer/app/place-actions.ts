import {
  IconAddressBook,
  IconArrowsSplit2,
  IconBuilding,
  IconClockHour4,
  IconFileImport,
  IconFileInvoice,
  IconLayoutKanban,
  IconSettings,
  IconUserQuestion,
  IconUsers,
} from '@tabler/icons-react';
import type { NavigateFunction } from 'react-router';
import { t } from '#shared/values/texts';
import type { AppAction } from '../ui-state/app-action';

/** Every screen that one can go to from anywhere. */
export function going(navigate: NavigateFunction): AppAction[] {
  const go = (to: string) => () => void navigate(to);
  return [
    {
      id: 'go.pipeline',
      title: t('Pipeline'),
      group: 'Go to',
      icon: IconLayoutKanban,
      keys: 'g p',
      words: t('deals board table'),
      run: go('/pipeline'),
    },
    {
      id: 'go.accounts',
      title: t('Accounts'),
      group: 'Go to',
      icon: IconBuilding,
      keys: 'g a',
      words: t('clients companies'),
      run: go('/accounts'),
    },
    {
      id: 'go.contacts',
      title: t('Contacts'),
      group: 'Go to',
      icon: IconAddressBook,
      keys: 'g c',
      words: t('people buyers'),
      run: go('/contacts'),
    },
    {
      id: 'go.review',
      title: t('Review'),
      group: 'Go to',
      icon: IconArrowsSplit2,
      keys: 'g r',
      words: t('merge clash conflict settle undecided'),
      run: go('/review'),
    },
    {
      id: 'import.open',
      title: t('Import'),
      group: 'Go to',
      icon: IconFileImport,
      keys: 'g i',
      words: t('hubspot csv eml mail'),
      run: go('/import'),
    },
    {
      id: 'settings.open',
      title: t('Settings'),
      group: 'Go to',
      icon: IconSettings,
      keys: 'g s',
      words: t('preferences options'),
      run: go('/settings'),
    },
  ];
}

/** Hours and bills. */
export function books(navigate: NavigateFunction): AppAction[] {
  const go = (to: string) => () => void navigate(to);
  return [
    {
      id: 'go.time',
      title: t('Time'),
      group: 'Go to',
      icon: IconClockHour4,
      keys: 'g h',
      words: t('hours log week timesheet'),
      run: go('/time'),
    },
    {
      id: 'time.approve',
      title: t('Hours to approve'),
      group: 'Go to',
      icon: IconClockHour4,
      words: t('timesheet approval'),
      run: go('/time?view=approve'),
    },
    {
      id: 'go.invoices',
      title: t('Invoices'),
      group: 'Go to',
      icon: IconFileInvoice,
      words: t('bill billing credit note payment overdue'),
      run: go('/invoices'),
    },
  ];
}

export function people(navigate: NavigateFunction): AppAction[] {
  const go = (to: string) => () => void navigate(to);
  return [
    {
      id: 'settings.people',
      title: t('People'),
      group: 'Go to',
      icon: IconUsers,
      words: t('team roles settings'),
      run: go('/settings/people'),
    },
    {
      id: 'person.leaving',
      title: t('Before somebody leaves'),
      group: 'Go to',
      icon: IconUserQuestion,
      words: t('leaving resign quit hand over sweep what only they know'),
      run: go('/leaving'),
    },
  ];
}

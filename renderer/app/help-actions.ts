import { IconBuildingFortress, IconRefresh, IconStethoscope } from '@tabler/icons-react';
import { t } from '#shared/values/texts';
import type { AppAction } from '../ui-state/app-action';

/** What the program tells of itself. `go` gives the way to an address of the app. */
export const helpActions = (go: (to: string) => () => void): readonly AppAction[] => [
  {
    id: 'help.updates',
    title: t('Check for updates'),
    group: 'Help',
    icon: IconRefresh,
    words: t('new version release'),
    run: go('/settings/updates'),
  },
  {
    id: 'help.diagnostics',
    title: t('Diagnostics'),
    group: 'Help',
    icon: IconStethoscope,
    words: t('log support bundle fault'),
    run: go('/settings/diagnostics'),
  },
  {
    id: 'help.organisation',
    title: t('What your organisation has set'),
    group: 'Help',
    icon: IconBuildingFortress,
    words: t('policy managed administrator'),
    run: go('/settings/organisation'),
  },
];

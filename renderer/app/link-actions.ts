import { IconLink } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useLocation } from 'react-router';
import { t } from '#shared/values/texts';
import { copyLink } from '../components/copy-link';
import type { AppAction } from '../ui-state/app-action';

/** The first part of an address → the kind of record that stands behind it. */
const TYPES: Readonly<Record<string, string>> = { deals: 'deal', accounts: 'account', contacts: 'contact', invoices: 'invoice' };

/** The link to what is on the screen, where a link can lead to it. */
export function useLinkActions(): readonly AppAction[] {
  const { pathname } = useLocation();
  const [, place = '', body] = pathname.split('/');
  const type = TYPES[place];
  return useMemo(
    () =>
      type && body
        ? [
            {
              id: 'record.copyLink',
              title: t('Copy link'),
              group: 'Edit',
              icon: IconLink,
              words: t('address share url'),
              run: () => void copyLink(`${type}:${body}`),
            },
          ]
        : [],
    [type, body],
  );
}

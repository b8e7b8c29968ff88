import { Menu } from '@mantine/core';
import {
  IconActivity,
  IconAddressBook,
  IconArrowsSplit2,
  IconBuilding,
  IconChevronDown,
  IconClockHour4,
  IconCloud,
  IconCoins,
  IconFileExport,
  type Icon,
  IconFileImport,
  IconFileInvoice,
  IconLayoutKanban,
  IconQuote,
  IconScale,
  IconSettings,
  IconSun,
  IconSwitchHorizontal,
} from '@tabler/icons-react';
import { NavLink, useNavigate } from 'react-router';
import { PersonMark } from '../../components/PersonName';
import { useLive, useMe, useRecord, useWorkspaceInfo } from '../../data/live';
import { Mark } from '../../components/Mark';
import { useOverlays } from '../../ui-state/overlays';
import { useSession } from '../session';
import classes from './ShellFrame.module.css';
import { t } from '#shared/values/texts';

const PLACES: readonly { readonly to: string; readonly name: string; readonly icon: Icon }[] = [
  { to: '/today', name: t('Today'), icon: IconSun },
  { to: '/pipeline', name: t('Pipeline'), icon: IconLayoutKanban },
  { to: '/accounts', name: t('Accounts'), icon: IconBuilding },
  { to: '/contacts', name: t('Contacts'), icon: IconAddressBook },
  { to: '/time', name: t('Time'), icon: IconClockHour4 },
  { to: '/invoices', name: t('Invoices'), icon: IconFileInvoice },
  { to: '/money', name: t('Money'), icon: IconCoins },
  { to: '/evidence', name: t('Evidence'), icon: IconQuote },
  { to: '/signals', name: t('Signals'), icon: IconActivity },
  { to: '/reconciliation', name: t('Reconciliation'), icon: IconScale },
  { to: '/import', name: t('Import'), icon: IconFileImport },
];

/** Where one can go, which firm this is, and who sits here. */
export function Sidebar() {
  return (
    <nav className={classes.side} aria-label={t('Main')}>
      <FirmMenu />
      {PLACES.map(({ to, name, icon: Symbol }) => (
        <NavLink key={to} to={to} className={classes.link ?? ''} aria-label={name} title={name}>
          <Symbol size={18} stroke={1.75} aria-hidden />
          <span className={classes.linkText}>{name}</span>
        </NavLink>
      ))}
      <ReviewPlace />
      <span className={classes.spring} />
      <NavLink to="/settings" className={classes.link ?? ''} aria-label={t('Settings')} title={t('Settings')}>
        <IconSettings size={18} stroke={1.75} aria-hidden />
        <span className={classes.linkText}>{t('Settings')}</span>
      </NavLink>
      <Myself />
    </nav>
  );
}

/** What waits for a choice is counted; nothing is said where nothing waits. */
function ReviewPlace() {
  const count = useLive((records) => records.clashes().length, []);
  const isHeldUp = useLive((records) => records.clashes().some(({ review }) => review === 'required'), []);
  return (
    <NavLink
      to="/review"
      className={classes.link ?? ''}
      aria-label={count > 0 ? t('Review, {{number}} to settle', { number: count }) : t('Review')}
      title={t('Review')}
    >
      <IconArrowsSplit2 size={18} stroke={1.75} aria-hidden />
      <span className={classes.linkText}>{t('Review')}</span>
      {count > 0 ? (
        <span className={classes.linkCount} data-required={isHeldUp || undefined}>
          {count}
        </span>
      ) : null}
    </NavLink>
  );
}

function FirmMenu() {
  const info = useWorkspaceInfo();
  const leave = useSession((state) => state.leave);
  const openHandOver = useOverlays((state) => state.openHandOver);
  const navigate = useNavigate();
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <button type="button" className={classes.firm} title={info.name}>
          <Mark size={24} />
          <span className={classes.firmName}>
            {info.name}
            {info.sample ? <span className={classes.firmKind}>{t('Sample firm')}</span> : null}
          </span>
          <IconChevronDown className={classes.firmMore} size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconSettings size={16} />} onClick={() => void navigate('/settings/data')}>
          {t('Workspace settings')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCloud size={16} />} onClick={() => void navigate('/settings/server')}>
          {info.link ? t('Server') : t('Share with others')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileExport size={16} />} onClick={() => openHandOver()}>
          {t('Hand over by file')}
        </Menu.Item>
        <Menu.Item leftSection={<IconSwitchHorizontal size={16} />} onClick={() => void leave()}>
          {t('Switch workspace')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Myself() {
  const me = useRecord('person', useMe());
  const name = me?.name ?? '';
  return (
    <NavLink to="/settings/people" className={classes.me ?? ''} title={t('You are {{name}}', { name })}>
      <PersonMark name={name} size={26} />
      <span className={classes.meName}>{name}</span>
    </NavLink>
  );
}

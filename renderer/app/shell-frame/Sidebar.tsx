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

const PLACES: readonly { readonly to: string; readonly name: string; readonly icon: Icon }[] = [
  { to: '/today', name: 'Today', icon: IconSun },
  { to: '/pipeline', name: 'Pipeline', icon: IconLayoutKanban },
  { to: '/accounts', name: 'Accounts', icon: IconBuilding },
  { to: '/contacts', name: 'Contacts', icon: IconAddressBook },
  { to: '/time', name: 'Time', icon: IconClockHour4 },
  { to: '/invoices', name: 'Invoices', icon: IconFileInvoice },
  { to: '/money', name: 'Money', icon: IconCoins },
  { to: '/evidence', name: 'Evidence', icon: IconQuote },
  { to: '/signals', name: 'Signals', icon: IconActivity },
  { to: '/reconciliation', name: 'Reconciliation', icon: IconScale },
  { to: '/import', name: 'Import', icon: IconFileImport },
];

/** Where one can go, which firm this is, and who sits here. */
export function Sidebar() {
  return (
    <nav className={classes.side} aria-label="Main">
      <FirmMenu />
      {PLACES.map(({ to, name, icon: Symbol }) => (
        <NavLink key={to} to={to} className={classes.link ?? ''} aria-label={name} title={name}>
          <Symbol size={18} stroke={1.75} aria-hidden />
          <span className={classes.linkText}>{name}</span>
        </NavLink>
      ))}
      <ReviewPlace />
      <span className={classes.spring} />
      <NavLink to="/settings" className={classes.link ?? ''} aria-label="Settings" title="Settings">
        <IconSettings size={18} stroke={1.75} aria-hidden />
        <span className={classes.linkText}>Settings</span>
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
    <NavLink to="/review" className={classes.link ?? ''} aria-label={count > 0 ? `Review, ${count} to settle` : 'Review'} title="Review">
      <IconArrowsSplit2 size={18} stroke={1.75} aria-hidden />
      <span className={classes.linkText}>Review</span>
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
            {info.sample ? <span className={classes.firmKind}>Sample firm</span> : null}
          </span>
          <IconChevronDown className={classes.firmMore} size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconSettings size={16} />} onClick={() => void navigate('/settings/data')}>
          Workspace settings
        </Menu.Item>
        <Menu.Item leftSection={<IconCloud size={16} />} onClick={() => void navigate('/settings/server')}>
          {info.link ? 'Server' : 'Share with others'}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileExport size={16} />} onClick={() => openHandOver()}>
          Hand over by file
        </Menu.Item>
        <Menu.Item leftSection={<IconSwitchHorizontal size={16} />} onClick={() => void leave()}>
          Switch workspace
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Myself() {
  const me = useRecord('person', useMe());
  const name = me?.name ?? '';
  return (
    <NavLink to="/settings/people" className={classes.me ?? ''} title={`You are ${name}`}>
      <PersonMark name={name} size={26} />
      <span className={classes.meName}>{name}</span>
    </NavLink>
  );
}

import {
  IconActivity,
  IconBuilding,
  IconBuildingFortress,
  IconCash,
  IconCloud,
  IconCoins,
  IconDatabase,
  IconDatabaseExport,
  IconInfoCircle,
  type Icon,
  IconPalette,
  IconQuote,
  IconRefresh,
  IconShieldLock,
  IconStethoscope,
  IconTemplate,
  IconTimeline,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { Navigate, NavLink, useParams } from 'react-router';
import { Page } from '../../components/Page';
import { AboutSettings } from './AboutSettings';
import { AppearanceSettings } from './AppearanceSettings';
import { BackupSettings } from './BackupSettings';
import { BillRateSettings } from './BillRateSettings';
import { CostRateSettings } from './CostRateSettings';
import { DataSettings } from './DataSettings';
import { DiagnosticsSettings } from './DiagnosticsSettings';
import { FirmSettings } from './FirmSettings';
import { OrganisationSettings } from './OrganisationSettings';
import { PeopleSettings } from './PeopleSettings';
import { PhaseSettings } from './PhaseSettings';
import { ServerSettings } from './ServerSettings';
import { ProtectionSettings } from './ProtectionSettings';
import type { SettingsSectionProps } from './settings-section';
import { SignalSettingsSection } from './SignalSettingsSection';
import { SynonymSettings } from './SynonymSettings';
import classes from './SettingsScreen.module.css';
import { TemplateSettings } from './TemplateSettings';
import { UpdateSettings } from './UpdateSettings';
import { t } from '#shared/values/texts';

const SECTIONS: readonly {
  readonly path: string;
  readonly name: string;
  readonly icon: Icon;
  readonly Section: ComponentType<SettingsSectionProps>;
}[] = [
  { path: 'people', name: t('People'), icon: IconUsers, Section: PeopleSettings },
  { path: 'firm', name: t('Firm'), icon: IconBuilding, Section: FirmSettings },
  { path: 'phases', name: t('Phases'), icon: IconTimeline, Section: PhaseSettings },
  { path: 'tickets', name: t('Ticket templates'), icon: IconTemplate, Section: TemplateSettings },
  { path: 'bill-rates', name: t('Bill rates'), icon: IconCash, Section: BillRateSettings },
  { path: 'cost-rates', name: t('Cost rates'), icon: IconCoins, Section: CostRateSettings },
  { path: 'synonyms', name: t('Synonyms'), icon: IconQuote, Section: SynonymSettings },
  { path: 'signals', name: t('Signals'), icon: IconActivity, Section: SignalSettingsSection },
  { path: 'server', name: t('Server'), icon: IconCloud, Section: ServerSettings },
  { path: 'appearance', name: t('Appearance'), icon: IconPalette, Section: AppearanceSettings },
  { path: 'data', name: t('Data'), icon: IconDatabase, Section: DataSettings },
  { path: 'backups', name: t('Backups'), icon: IconDatabaseExport, Section: BackupSettings },
  { path: 'protection', name: t('Protection'), icon: IconShieldLock, Section: ProtectionSettings },
  { path: 'organisation', name: t('Organisation'), icon: IconBuildingFortress, Section: OrganisationSettings },
  { path: 'updates', name: t('Updates'), icon: IconRefresh, Section: UpdateSettings },
  { path: 'diagnostics', name: t('Diagnostics'), icon: IconStethoscope, Section: DiagnosticsSettings },
  { path: 'about', name: t('About Throughline'), icon: IconInfoCircle, Section: AboutSettings },
];

/** What the firm and this person decided once. */
export function SettingsScreen(props: SettingsSectionProps) {
  const { section } = useParams();
  const shown = SECTIONS.find(({ path }) => path === section);
  if (!shown) return <Navigate to="/settings/people" replace />;
  const { Section } = shown;
  return (
    <Page title={t('Settings')} name={t('{{name}} · Settings', { name: shown.name })}>
      <div className={classes.settings}>
        <nav className={classes.nav} aria-label={t('Settings')}>
          {SECTIONS.map(({ path, name, icon: Symbol }) => (
            <NavLink key={path} to={`/settings/${path}`} className={classes.link ?? ''}>
              <Symbol size={17} stroke={1.75} aria-hidden />
              {name}
            </NavLink>
          ))}
        </nav>
        <div className={classes.section}>
          <Section {...props} />
        </div>
      </div>
    </Page>
  );
}

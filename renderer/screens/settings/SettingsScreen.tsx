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
import type { SettingsSectionProps } from './settings-section';
import { SignalSettingsSection } from './SignalSettingsSection';
import { SynonymSettings } from './SynonymSettings';
import classes from './SettingsScreen.module.css';
import { TemplateSettings } from './TemplateSettings';
import { UpdateSettings } from './UpdateSettings';

const SECTIONS: readonly {
  readonly path: string;
  readonly name: string;
  readonly icon: Icon;
  readonly Section: ComponentType<SettingsSectionProps>;
}[] = [
  { path: 'people', name: 'People', icon: IconUsers, Section: PeopleSettings },
  { path: 'firm', name: 'Firm', icon: IconBuilding, Section: FirmSettings },
  { path: 'phases', name: 'Phases', icon: IconTimeline, Section: PhaseSettings },
  { path: 'tickets', name: 'Ticket templates', icon: IconTemplate, Section: TemplateSettings },
  { path: 'bill-rates', name: 'Bill rates', icon: IconCash, Section: BillRateSettings },
  { path: 'cost-rates', name: 'Cost rates', icon: IconCoins, Section: CostRateSettings },
  { path: 'synonyms', name: 'Synonyms', icon: IconQuote, Section: SynonymSettings },
  { path: 'signals', name: 'Signals', icon: IconActivity, Section: SignalSettingsSection },
  { path: 'server', name: 'Server', icon: IconCloud, Section: ServerSettings },
  { path: 'appearance', name: 'Appearance', icon: IconPalette, Section: AppearanceSettings },
  { path: 'data', name: 'Data', icon: IconDatabase, Section: DataSettings },
  { path: 'backups', name: 'Backups', icon: IconDatabaseExport, Section: BackupSettings },
  { path: 'organisation', name: 'Organisation', icon: IconBuildingFortress, Section: OrganisationSettings },
  { path: 'updates', name: 'Updates', icon: IconRefresh, Section: UpdateSettings },
  { path: 'diagnostics', name: 'Diagnostics', icon: IconStethoscope, Section: DiagnosticsSettings },
  { path: 'about', name: 'About', icon: IconInfoCircle, Section: AboutSettings },
];

/** What the firm and this person decided once. */
export function SettingsScreen(props: SettingsSectionProps) {
  const { section } = useParams();
  const shown = SECTIONS.find(({ path }) => path === section);
  if (!shown) return <Navigate to="/settings/people" replace />;
  const { Section } = shown;
  return (
    <Page title="Settings" name={`${shown.name} · Settings`}>
      <div className={classes.settings}>
        <nav className={classes.nav} aria-label="Settings">
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

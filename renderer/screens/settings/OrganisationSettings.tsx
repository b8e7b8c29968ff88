import { Text } from '@mantine/core';
import { POLICY_KEYS, type Policy, type PolicyKey } from '#shared/policy/policy';
import { t } from '#shared/values/texts';
import { ManagedNote } from '../../components/ManagedNote';
import { SectionCard } from '../../components/SectionCard';
import { policySource, usePolicy } from '../../platform/policy';
import classes from './OrganisationSettings.module.css';

/** What the organisation has decided for this computer: shown whole, and changed nowhere in the app. */
export function OrganisationSettings() {
  const policy = usePolicy();
  const source = policySource();
  return (
    <SectionCard title={t('Set by your organisation')}>
      <Text size="sm" c="dimmed">
        {source === undefined
          ? t('Nobody manages this computer: everything below is your own choice.')
          : t('An administrator decides what is marked here. It can be changed only there: {{source}}', { source })}
      </Text>
      <dl className={classes.values}>
        {POLICY_KEYS.map((key) => (
          <PolicyValue key={key} name={key} policy={policy} />
        ))}
        <dt>{t('Telemetry')}</dt>
        <dd>{t('None. Throughline sends nothing about you or your work to its makers, and cannot be set to.')}</dd>
      </dl>
    </SectionCard>
  );
}

function PolicyValue({ name, policy }: { readonly name: PolicyKey; readonly policy: Policy }) {
  const value = policy[name];
  return (
    <>
      <dt>{LABELS[name]}</dt>
      <dd>
        {value === undefined ? (
          <Text span inherit c="dimmed">
            {t('Not decided')}
          </Text>
        ) : (
          <span className={classes.decided}>
            <span>{valueText(name, value)}</span>
            <ManagedNote />
          </span>
        )}
      </dd>
    </>
  );
}

const LABELS: Readonly<Record<PolicyKey, string>> = {
  serverUrl: t('Server'),
  allowedHosts: t('Hosts that may be reached'),
  updateFeed: t('Where updates come from'),
  updateChannel: t('Updates'),
  exportAllowed: t('Saving, exporting, printing'),
  backupFolder: t('Folder of backups'),
  backupsKept: t('Backups kept'),
  language: t('Language'),
  lockMinutes: t('Minutes until the app locks'),
  lockWithSystem: t('Lock with the system'),
  passphraseRequired: t('Passphrase'),
};

const SWITCHED: Readonly<Partial<Record<PolicyKey, readonly [on: string, off: string]>>> = {
  exportAllowed: [t('Allowed'), t('Switched off')],
  lockWithSystem: [t('On'), t('Off')],
  passphraseRequired: [t('Required'), t('Not required')],
};

const NAMED: Readonly<Record<string, string>> = { off: t('Off'), stable: t('Stable'), beta: t('Beta'), en: t('English'), de: t('Deutsch') };

function valueText(name: PolicyKey, value: NonNullable<Policy[PolicyKey]>): string {
  if (typeof value === 'boolean') return SWITCHED[name]?.[value ? 0 : 1] ?? String(value);
  if (typeof value === 'object') return value.length === 0 ? t('None') : value.join(', ');
  return NAMED[String(value)] ?? String(value);
}

import { Button, Group, NumberInput, Switch } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { t } from '#shared/values/texts';
import { ManagedNote } from '../../components/ManagedNote';
import { NewPassphrase } from '../../components/NewPassphrase';
import { notify } from '../../components/notify';
import { SectionCard } from '../../components/SectionCard';
import { useWorkspace } from '../../data/live';
import { protectByPassphrase, protectionOf, protectWithoutPassphrase, renewKey, type Protection } from '../../data/vault/workspace-vault';
import { platform } from '../../platform/current-platform';
import { usePolicy } from '../../platform/policy';
import { useLockChoices } from '../../ui-state/lock-choices';
import { Deed } from './Deed';
import type { SettingsSectionProps } from './settings-section';

/** How the data of this workspace is protected on this device, and when it locks. */
export function ProtectionSettings({ onLock }: Pick<SettingsSectionProps, 'onLock'>) {
  const { id } = useWorkspace().info;
  const [protection, setProtection] = useState<Protection>();
  const look = useCallback(() => protectionOf(id).then(setProtection, failed), [id]);
  useEffect(() => void look(), [look]);
  return (
    <>
      <SectionCard title={t('Protection on this device')}>
        {protection ? <PassphraseDeed workspace={id} protection={protection} onChange={look} /> : null}
        {protection ? <KeyDeed workspace={id} protection={protection} onChange={look} /> : null}
        <Deed
          name={t('What stays readable')}
          text={t(
            'Ids, counts, lengths and times; the name of the workspace and the address of its server; files that you saved, printed or opened in another program. Encrypt the disk too.',
          )}
        >
          {null}
        </Deed>
      </SectionCard>
      <SectionCard title={t('Lock')}>
        <LockDeeds onLock={onLock} />
      </SectionCard>
    </>
  );
}

const failed = (cause: unknown): void => notify.problem(cause instanceof Error ? cause.message : String(cause));

function protectedBy({ by, isWaiting }: Protection): string {
  const waits = isWaiting
    ? ` ${t('A new key is ready: everything is sealed under it at the next start. Until then the present key still opens the data, without a passphrase where it had none.')}`
    : '';
  return TEXTS[by] + waits;
}

const TEXTS: Readonly<Record<Protection['by'], string>> = {
  passphrase: t('Everything is encrypted. The key opens with your passphrase alone, which is asked for at each start and after each lock.'),
  system: t('Everything is encrypted. The key lies in the key store of the system and opens for your user of this computer.'),
  browser: t(
    'Everything is encrypted, but this system has no key store that the app can use: the key lies in the profile folder, and whoever has the whole folder can find it. Choose a passphrase to protect the data of a lost computer.',
  ),
};

interface ProtectionDeedProps {
  readonly workspace: string;
  readonly protection: Protection;
  readonly onChange: () => Promise<void>;
}

function PassphraseDeed({ workspace, protection, onChange }: ProtectionDeedProps) {
  const { passphraseRequired } = usePolicy();
  const { setWithSystem } = useLockChoices();
  const [isChoosing, setChoosing] = useState(false);
  const has = protection.by === 'passphrase';
  const done = async (work: Promise<void>, text: string): Promise<void> => {
    try {
      await work;
      await onChange();
      setChoosing(false);
      notify.done(text);
    } catch (cause) {
      failed(cause);
    }
  };
  const choose = async (passphrase: string): Promise<void> => {
    await done(protectByPassphrase(workspace, passphrase), t('The passphrase is asked for from the next start or lock on.'));
    if (!has) setWithSystem(true);
  };
  return (
    <Deed
      name={t('Passphrase')}
      text={protectedBy(protection)}
      outcome={
        <>
          {passphraseRequired === undefined ? null : <ManagedNote />}
          {isChoosing ? <NewPassphrase onChosen={choose} /> : null}
        </>
      }
    >
      <Group gap="xs" wrap="nowrap">
        {has && passphraseRequired !== true ? (
          <Button
            variant="subtle"
            onClick={() => void done(protectWithoutPassphrase(workspace), t('The passphrase is no longer asked for.'))}
          >
            {t('Remove')}
          </Button>
        ) : null}
        <Button variant="default" onClick={() => setChoosing(!isChoosing)}>
          {isChoosing ? t('Cancel') : has ? t('Change…') : t('Choose…')}
        </Button>
      </Group>
    </Deed>
  );
}

function KeyDeed({ workspace, protection, onChange }: ProtectionDeedProps) {
  const renew = (): void => void renewKey(workspace).then(onChange).catch(failed);
  return (
    <Deed
      name={t('New key')}
      text={t(
        'Seals everything under a new key, at the next start at which one window alone is open. It may be interrupted at any time and goes on by itself.',
      )}
    >
      {protection.isWaiting ? (
        <Button variant="default" onClick={() => window.location.reload()}>
          {t('Start again now')}
        </Button>
      ) : (
        <Button variant="default" onClick={renew}>
          {t('Make a new key')}
        </Button>
      )}
    </Deed>
  );
}

function LockDeeds({ onLock }: Pick<SettingsSectionProps, 'onLock'>) {
  const { lockMinutes, lockWithSystem } = usePolicy();
  const { minutes, withSystem, setMinutes, setWithSystem } = useLockChoices();
  return (
    <>
      <Deed
        name={t('Lock now')}
        text={t('All windows close their data: it leaves memory, with its key. Without a passphrase one click unlocks.')}
      >
        <Button onClick={onLock}>{t('Lock now')}</Button>
      </Deed>
      <Deed
        name={t('Lock by itself')}
        text={t('After so many minutes without input; 0 means never.')}
        outcome={lockMinutes === undefined ? null : <ManagedNote />}
      >
        <NumberInput
          aria-label={t('Minutes until the app locks')}
          w={90}
          min={0}
          max={1440}
          allowDecimal={false}
          disabled={lockMinutes !== undefined}
          value={lockMinutes ?? minutes}
          onChange={(value) => setMinutes(Math.min(1440, Math.max(0, Math.round(Number(value) || 0))))}
        />
      </Deed>
      {platform.kind === 'desktop' ? (
        <Deed
          name={t('Lock with the system')}
          text={t('When the screen is locked or the computer sleeps.')}
          outcome={lockWithSystem === undefined ? null : <ManagedNote />}
        >
          <Switch
            aria-label={t('Lock with the system')}
            disabled={lockWithSystem !== undefined}
            checked={lockWithSystem ?? withSystem}
            onChange={(event) => setWithSystem(event.currentTarget.checked)}
          />
        </Deed>
      ) : null}
    </>
  );
}

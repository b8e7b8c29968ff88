import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Mark } from '../../components/Mark';
import { SectionCard } from '../../components/SectionCard';
import { notify } from '../../components/notify';
import { platform } from '../../platform/current-platform';
import type { PlatformInfo } from '../../platform/platform';
import { ThirdPartyNotices } from './ThirdPartyNotices';
import { WhatIsNew } from './WhatIsNew';
import classes from './SettingsScreen.module.css';
import { t } from '#shared/values/texts';

/** Which Throughline this is. */
export function AboutSettings() {
  const [info, setInfo] = useState<PlatformInfo>();
  useEffect(() => {
    platform.info().then(setInfo, (cause: unknown) => notify.problem(cause instanceof Error ? cause.message : String(cause)));
  }, []);
  return (
    <SectionCard>
      <div className={classes.about}>
        <Mark size={36} />
        <div>
          <Text fw={600}>{t('Throughline')}</Text>
          <Text size="sm" c="dimmed">
            {t('The deal is one record that never ends.')}
          </Text>
        </div>
      </div>
      <dl className={classes.facts}>
        <dt>{t('Version')}</dt>
        <dd className="num">{info?.version}</dd>
        <dt>{t('Runs in')}</dt>
        <dd>{info ? `${info.runtime}, ${info.system}` : ''}</dd>
        {info?.logFile ? (
          <>
            <dt>{t('Log')}</dt>
            <dd>{info.logFile}</dd>
          </>
        ) : null}
        <dt>{t('Licence')}</dt>
        <dd>{t('Apache 2.0')}</dd>
      </dl>
      <WhatIsNew />
      <ThirdPartyNotices />
    </SectionCard>
  );
}

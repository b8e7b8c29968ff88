import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { notify } from '../../components/notify';
import { SectionCard } from '../../components/SectionCard';
import { countText } from '../../components/text-of';
import { useChanges, useWorkspace } from '../../data/live';
import type { Health } from '../../data/workspace';
import classes from './SettingsScreen.module.css';
import { t } from '#shared/values/texts';

const SHOWN = 20;

/** What came in and could not be used, with the reason. Nothing while all is well. */
export function QuarantineCard() {
  const workspace = useWorkspace();
  const [aside, setAside] = useState<Health['quarantine']>([]);
  const look = (): void =>
    void workspace.health().then(
      ({ quarantine }) => setAside(quarantine),
      (cause: unknown) => notify.problem(cause instanceof Error ? cause.message : String(cause)),
    );
  useEffect(look, [workspace]);
  useChanges(look);
  if (aside.length === 0) return null;
  return (
    <SectionCard title={t('Set aside')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t(
          '{{length}} of what came in did not hold what it said, and {{value}} not used. Nothing else is touched by it. Whoever looks after the server wants to know this list.',
          { length: countText(aside.length, 'piece', 'pieces'), value: aside.length === 1 ? t('was') : t('were') },
        )}
      </Text>
      <ul className={classes.plain}>
        {aside.slice(0, SHOWN).map(({ page, reason }) => (
          <li key={page + reason}>
            <Text size="sm">{reason}</Text>
            <Text size="xs" c="dimmed" className={classes.code}>
              {page}
            </Text>
          </li>
        ))}
      </ul>
      {aside.length > SHOWN ? (
        <Text size="sm">{t('and {{countText}}', { countText: countText(aside.length - SHOWN, 'more', 'more') })}</Text>
      ) : null}
    </SectionCard>
  );
}

import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { instantOfAt } from '#shared/ledger/clock';
import { tellHistory } from '#shared/records/act-label';
import { InstantText } from '../../components/InstantText';
import { SectionCard } from '../../components/SectionCard';
import { useWording } from '../../components/use-wording';
import { useSync, useWorkspace } from '../../data/live';
import type { RefusedEntry } from '../../data/sync-state';
import classes from './SettingsScreen.module.css';
import { t } from '#shared/values/texts';

/** What the server did not take and was taken back: readable on this device alone. Nothing where there is none. */
export function TakenBackCard() {
  const { refused } = useSync();
  const takenBack = refused.filter((entry) => entry.takenBack);
  if (takenBack.length === 0) return null;
  return (
    <SectionCard title={t('Taken back')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('The server did not take these changes, and you took them back. Their words are kept on this device alone.')}
      </Text>
      <ul className={classes.plain}>
        {takenBack.map((entry) => (
          <TakenBack key={entry.entry} refused={entry} />
        ))}
      </ul>
    </SectionCard>
  );
}

function TakenBack({ refused }: { readonly refused: RefusedEntry }) {
  const { sync } = useWorkspace();
  const wording = useWording();
  const [words, setWords] = useState<string>();
  useEffect(() => {
    let left = false;
    sync.refusedContent(refused.entry).then(
      (entry) =>
        left ||
        setWords(entry && t('You {{sentence}}', { sentence: tellHistory([entry], wording)[0]?.sentence ?? t('changed something') })),
      (cause: unknown) =>
        left || setWords(t('The words cannot be read: {{value}}', { value: cause instanceof Error ? cause.message : String(cause) })),
    );
    return () => void (left = true);
  }, [sync, wording, refused.entry]);
  return (
    <li>
      <Text size="sm">{words ?? t('A change of yours')}</Text>
      <Text size="xs" c="dimmed">
        <InstantText value={instantOfAt(refused.at)} /> · {refused.reason}
      </Text>
    </li>
  );
}

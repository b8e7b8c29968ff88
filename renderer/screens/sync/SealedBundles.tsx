import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { notify } from '../../components/notify';
import { clockText, countText } from '../../components/text-of';
import { useWorkspace } from '../../data/live';
import type { SealedBundle } from '../../data/sync-state';
import { platform } from '../../platform/current-platform';
import classes from './SyncPopover.module.css';
import { t } from '#shared/values/texts';

/** What could no longer be sent when a role was lost: kept here until somebody who holds the role has it as a file. */
export function SealedBundles({ sealed }: { readonly sealed: readonly SealedBundle[] }) {
  if (sealed.length === 0) return null;
  return (
    <section className={classes.part}>
      <h3 className={classes.heading}>{t('Kept for a colleague')}</h3>
      <Text size="sm" c="dimmed" mb={8}>
        {t(
          'Your role changed before this was sent. Save it, and give the file to somebody who still has the role: they drop it into Throughline.',
        )}
      </Text>
      {sealed.map((bundle) => (
        <SealedLine key={bundle.id} bundle={bundle} />
      ))}
    </section>
  );
}

function SealedLine({ bundle: { id, name, entries, sealedAt } }: { readonly bundle: SealedBundle }) {
  const { sync } = useWorkspace();
  const [saved, setSaved] = useState(false);
  const save = async (): Promise<void> => {
    try {
      const done = await platform.saveFile({ name, type: 'application/x-ndjson', content: await sync.sealedFile(id) });
      if (done === 'saved') setSaved(true);
    } catch (cause) {
      notify.problem(cause instanceof Error ? cause.message : String(cause), t('The file was not written'));
    }
  };
  return (
    <Group justify="space-between" wrap="nowrap" className={classes.entry}>
      <Text size="sm">
        {t('{{entries}}, sealed {{sealedAt}}', {
          entries: countText(entries, 'change', 'changes'),
          sealedAt: clockText(sealedAt, Date.now()),
        })}
      </Text>
      <Group gap={6} wrap="nowrap">
        <Button size="compact-sm" variant="default" onClick={() => void save()}>
          {t('Save file')}
        </Button>
        {saved ? (
          <Button size="compact-sm" variant="default" onClick={() => void sync.dropSealed(id)}>
            {t('Forget')}
          </Button>
        ) : null}
      </Group>
    </Group>
  );
}

import { Button, Group, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { instantOfAt } from '#shared/ledger/clock';
import { tellHistory } from '#shared/records/act-label';
import { typeOf } from '#shared/records/registry';
import { InstantText } from '../../components/InstantText';
import { notify } from '../../components/notify';
import { RecordLink } from '../../components/RecordLink';
import { countText } from '../../components/text-of';
import { useHistory } from '../../components/use-history';
import { useWording } from '../../components/use-wording';
import { useWorkspace } from '../../data/live';
import type { RefusedEntry } from '../../data/sync-state';
import { saveEntriesFile } from './save-entries-file';
import classes from './SyncPopover.module.css';
import { t } from '#shared/values/texts';

/** What the server did not take: what it was, why, and the three ways on. */
export function RefusedEntries({ refused }: { readonly refused: readonly RefusedEntry[] }) {
  const { sync } = useWorkspace();
  const open = refused.filter(({ takenBack }) => !takenBack);
  if (open.length === 0) return null;
  return (
    <section className={classes.part}>
      <Group justify="space-between" mb={8} wrap="nowrap">
        <h3 className={classes.heading} style={{ margin: 0 }}>
          {t('{{length}} not taken', { length: countText(open.length, t('change was'), t('changes were')) })}
        </h3>
        <Button size="compact-xs" variant="default" onClick={() => void sync.tryAgain()}>
          {t('Try again')}
        </Button>
      </Group>
      {open.map((entry) => (
        <RefusedLine key={entry.entry} refused={entry} />
      ))}
    </section>
  );
}

function RefusedLine({ refused }: { readonly refused: RefusedEntry }) {
  const workspace = useWorkspace();
  const [asking, setAsking] = useState(false);
  const [record] = refused.records;
  const type = record && typeOf(record);
  return (
    <article className={classes.entry}>
      <Text size="sm">{record ? <ActWords refused={refused} record={record} /> : t('A change of yours')}</Text>
      <Text size="xs" c="dimmed">
        {record && type ? (
          <>
            <RecordLink type={type} id={record} /> ·{' '}
          </>
        ) : null}
        <InstantText value={instantOfAt(refused.at)} />
      </Text>
      <Text size="sm" component="p" className={classes.reason}>
        {refused.reason}
      </Text>
      {asking ? (
        <TakeBack refused={refused} onClose={() => setAsking(false)} />
      ) : (
        <Group gap={6} mt={8}>
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {t('Take back')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => void saveEntriesFile(workspace, [refused.entry])}>
            {t('Save for a colleague who may')}
          </Button>
        </Group>
      )}
    </article>
  );
}

/** The act as history tells it: "changed Amount from € 40,000 to € 48,000". */
function ActWords({ refused, record }: { readonly refused: RefusedEntry; readonly record: string }) {
  const history = useHistory({ record });
  const wording = useWording();
  const words = useMemo(
    () => tellHistory(history ?? [], wording).find(({ entry }) => entry.id === refused.entry)?.sentence,
    [history, wording, refused.entry],
  );
  return <>{words ? t('You {{words}}', { words }) : t('A change of yours')}</>;
}

function TakeBack({ refused, onClose }: { readonly refused: RefusedEntry; readonly onClose: () => void }) {
  const { sync } = useWorkspace();
  const [busy, setBusy] = useState(false);
  const takeBack = async (): Promise<void> => {
    setBusy(true);
    const done = await sync.withdraw([refused.entry]);
    setBusy(false);
    if (done.ok) notify.done(t('The change was taken back.'));
    else notify.problem(done.error.message, t('It was not taken back'));
  };
  return (
    <div className={classes.confirm}>
      <Text size="sm">
        {t(
          'Taken back, the change is undone here too, and the records show again what everybody else sees. What you wrote stays readable on this device alone. To have it made all the same, save it for a colleague first.',
        )}
      </Text>
      <Group gap={6} mt={10}>
        <Button size="compact-sm" loading={busy} autoFocus onClick={() => void takeBack()}>
          {t('Take back')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('Keep it for now')}
        </Button>
      </Group>
    </div>
  );
}

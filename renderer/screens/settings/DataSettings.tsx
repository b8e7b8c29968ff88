import { Alert, Button, List, Text } from '@mantine/core';
import { IconCircleCheck, IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { MergeOutcome } from '../../components/MergeOutcome';
import { SectionCard } from '../../components/SectionCard';
import { WorkProgress } from '../../components/WorkProgress';
import { notify } from '../../components/notify';
import { saveWorkspaceFile } from '../../components/save-workspace-file';
import { numberText } from '../../components/text-of';
import { useLongWork } from '../../components/use-long-work';
import { useExportRefusal } from '../../components/use-export-refusal';
import { useWorkspace } from '../../data/live';
import type { MergeReport, VerifyReport } from '../../data/workspace';
import { platform } from '../../platform/current-platform';
import { DataFacts } from './DataFacts';
import { Deed } from './Deed';
import { RenameWorkspace } from './RenameWorkspace';
import { RemoveWorkspace } from './RemoveWorkspace';
import classes from './SettingsScreen.module.css';
import type { SettingsSectionProps } from './settings-section';
import { t } from '#shared/values/texts';

/** What is kept here, and how to carry it away, bring it back, prove it and remove it. */
export function DataSettings({ onLeave }: SettingsSectionProps) {
  return (
    <>
      <SectionCard title={t('Workspace')}>
        <RenameWorkspace />
      </SectionCard>
      <DataFacts />
      <SectionCard title={t('One file')}>
        <ExportDeed />
        <MergeDeed />
      </SectionCard>
      <SectionCard title={t('Proof')}>
        <VerifyDeed />
      </SectionCard>
      <SectionCard title={t('Remove')}>
        <RemoveWorkspace onLeave={onLeave} />
      </SectionCard>
    </>
  );
}

function ExportDeed() {
  const workspace = useWorkspace();
  const refusal = useExportRefusal();
  const { state, run, cancel } = useLongWork();
  return (
    <Deed
      name={t('Save everything as one file')}
      text={t('All records, their whole history and every mail: a backup, and the way to another computer.')}
      outcome={
        state.kind === 'running' ? (
          <WorkProgress label={t('Saving')} progress={state.progress} onCancel={cancel} />
        ) : (
          refusal && <Text size="sm">{refusal}</Text>
        )
      }
    >
      <Button
        variant="default"
        disabled={state.kind === 'running' || refusal !== undefined}
        title={refusal}
        onClick={() => void run((how) => saveWorkspaceFile(workspace, how))}
      >
        {t('Save…')}
      </Button>
    </Deed>
  );
}

function MergeDeed() {
  const workspace = useWorkspace();
  const { state, run, cancel } = useLongWork();
  const [report, setReport] = useState<MergeReport>();
  const read = async (): Promise<void> => {
    const [picked] = await platform.openFiles({ accept: ['.throughline', '.jsonl'], multiple: false });
    if (!picked) return;
    await run(async (how) => {
      const done = await workspace.mergeFile(new Blob([picked.bytes as Uint8Array<ArrayBuffer>]), how);
      if (done.ok) setReport(done.value);
      else notify.problem(done.error.message, t('{{name}} was not read', { name: picked.name }));
    });
  };
  return (
    <Deed
      name={t('Read a file back')}
      text={t('From a backup or a colleague’s computer. What is here already stays; what both changed is joined, nothing is lost.')}
      outcome={
        state.kind === 'running' ? (
          <WorkProgress label={t('Reading')} progress={state.progress} onCancel={cancel} />
        ) : report ? (
          <div className={classes.outcome}>
            <MergeOutcome report={report} onOpen={() => undefined} />
          </div>
        ) : null
      }
    >
      <Button variant="default" disabled={state.kind === 'running'} onClick={() => void read()}>
        {t('Read…')}
      </Button>
    </Deed>
  );
}

function VerifyDeed() {
  const workspace = useWorkspace();
  const { state, run, cancel } = useLongWork();
  const [report, setReport] = useState<VerifyReport>();
  return (
    <Deed
      name={t('Verify the history')}
      text={t('Every change carries the fingerprint of the one before it. One altered byte anywhere is found and named.')}
      outcome={
        state.kind === 'running' ? (
          <WorkProgress label={t('Verifying')} progress={state.progress} onCancel={cancel} />
        ) : report ? (
          <VerifyOutcome report={report} />
        ) : null
      }
    >
      <Button
        variant="default"
        disabled={state.kind === 'running'}
        onClick={() => void run(async (how) => setReport(await workspace.verify(how)))}
      >
        {t('Verify')}
      </Button>
    </Deed>
  );
}

function VerifyOutcome({ report: { entries, chains, broken } }: { readonly report: VerifyReport }) {
  if (broken.length === 0) {
    const of = chains === 1 ? t('one device') : t('{{chains}} devices', { chains: numberText(chains) });
    return (
      <Alert
        mt="sm"
        icon={<IconCircleCheck />}
        title={t('All {{entries}} changes from {{of}} hold.', { entries: numberText(entries), of })}
        role="status"
      />
    );
  }
  return (
    <Alert mt="sm" color="red" icon={<IconAlertTriangle />} title={t('The history does not hold')} role="alert">
      <List size="sm">
        {broken.map(({ entry, reason }) => (
          <List.Item key={entry}>
            <code>{entry}</code>: {reason}
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt={6}>
        {t('Read back a file that was saved earlier: what is whole in it takes the place of what is damaged.')}
      </Text>
    </Alert>
  );
}

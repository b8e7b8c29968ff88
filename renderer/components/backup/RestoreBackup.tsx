import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { t } from '#shared/values/texts';
import { checkInWorker } from '../../data/backup/check-in-worker';
import { parseRecoveryKey } from '../../data/backup/recovery-key';
import { restoreBackup } from '../../data/session';
import type { LongWork, MergeReport, Workspace } from '../../data/workspace';
import { platform } from '../../platform/current-platform';
import { FormProblem } from '../FormProblem';
import { useLongWork } from '../use-long-work';
import { WorkProgress } from '../WorkProgress';

interface Source {
  readonly name: string;
  readonly size: number;
  read(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

interface RestoreBackupProps {
  /** The workspace that is open, where there is one. */
  readonly into?: Workspace;
  /** A backup of the folder, by its name; absent: the person chooses a file. */
  readonly from?: string;
  readonly onRestored: (workspace: Workspace, report: MergeReport) => void;
  /** Gives the control that begins it. */
  readonly children: (begin: () => void, isRunning: boolean) => React.ReactNode;
}

/** Restores a backup: asks for the file, checks it, asks for the recovery key where this computer has none that fits. */
export function RestoreBackup({ into, from, onRestored, children }: RestoreBackupProps) {
  const { state, run, cancel } = useLongWork();
  const [asking, setAsking] = useState<Source>();
  const [problem, setProblem] = useState('');
  const isRunning = state.kind === 'running';

  const restore = async (file: Source, typed: string | undefined, work: LongWork): Promise<void> => {
    const key = typed === undefined ? undefined : parseRecoveryKey(typed);
    if (key && !key.ok) return setProblem(key.error.message);
    const done = await restoreBackup(file, { check: checkInWorker, ...(key && { key: key.value }), ...(into && { into }) }, work);
    if (!done.ok && done.error.needsKey) {
      setProblem(typed === undefined ? '' : done.error.message);
      return setAsking(file);
    }
    await file.close();
    setAsking(undefined);
    if (!done.ok) throw new Error(done.error.message);
    onRestored(done.value.workspace, done.value.report);
  };
  const begin = (): void =>
    void run(async (work) => {
      const file = await chosen(from);
      if (file) await restore(file, undefined, work);
    });
  const leave = (): void => {
    void asking?.close();
    setAsking(undefined);
    setProblem('');
  };

  return (
    <>
      {children(begin, isRunning)}
      {isRunning && !asking ? <WorkProgress label={t('Restoring')} progress={state.progress} onCancel={cancel} /> : null}
      <Modal opened={asking !== undefined} onClose={leave} title={t('Recovery key')} centered>
        {asking ? (
          <KeyForm
            name={asking.name}
            problem={problem}
            isRunning={isRunning}
            onCancel={leave}
            onKey={(typed) => void run((work) => restore(asking, typed, work))}
          />
        ) : null}
      </Modal>
    </>
  );
}

interface KeyFormProps {
  readonly name: string;
  readonly problem: string;
  readonly isRunning: boolean;
  readonly onKey: (typed: string) => void;
  readonly onCancel: () => void;
}

function KeyForm({ name, problem, isRunning, onKey, onCancel }: KeyFormProps) {
  const [typed, setTyped] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onKey(typed);
      }}
    >
      <Stack gap="sm">
        <Text size="sm">
          {t(
            '{{name}} opens with its recovery key. It was shown, and could be printed, under Settings, Backups of the computer that made it.',
            { name },
          )}
        </Text>
        <Textarea
          label={t('Recovery key')}
          description={t('36 letters and digits; dashes and spaces do not matter')}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          autosize
          minRows={2}
          spellCheck={false}
          autoComplete="off"
          data-autofocus
        />
        {problem ? <FormProblem message={problem} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('Cancel')}
          </Button>
          <Button type="submit" loading={isRunning} disabled={typed.trim() === ''}>
            {t('Restore')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A backup of the folder, or one that the person chooses; nothing where they cancel. */
async function chosen(from: string | undefined): Promise<Source | undefined> {
  if (platform.backups) {
    const opened = await platform.backups.open(from ?? 'ask');
    return opened === 'cancelled' ? undefined : opened;
  }
  const [picked] = await platform.openFiles({ accept: ['.throughline-backup'], multiple: false });
  if (!picked) return undefined;
  const read = async function* (): AsyncGenerator<Uint8Array> {
    yield picked.bytes;
  };
  return { name: picked.name, size: picked.bytes.length, read, close: async () => undefined };
}

import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { MergeOutcome } from '../../components/MergeOutcome';
import { WorkProgress } from '../../components/WorkProgress';
import { notify } from '../../components/notify';
import { useLongWork } from '../../components/use-long-work';
import { useWorkspace, useWorkspaceInfo } from '../../data/live';
import type { MergeReport } from '../../data/workspace';
import type { PickedFile } from '../../platform/platform';
import { t } from '#shared/values/texts';

interface WorkspaceFileDialogProps {
  readonly file: PickedFile;
  readonly onOpenAlone?: (file: PickedFile) => void;
  readonly onClose: () => void;
}

/** A file of Throughline's own was dropped: read it into the workspace that is open, or open it on its own. */
export function WorkspaceFileDialog({ file, onOpenAlone, onClose }: WorkspaceFileDialogProps) {
  const workspace = useWorkspace();
  const { state, run, cancel } = useLongWork();
  const [report, setReport] = useState<MergeReport>();
  const merge = (): Promise<void> =>
    run(async (how) => {
      const merged = await workspace.mergeFile(new Blob([file.bytes as Uint8Array<ArrayBuffer>]), how);
      if (merged.ok) setReport(merged.value);
      else notify.problem(merged.error.message, t('{{name}} was not read', { name: file.name }));
    });
  return (
    <Modal
      opened
      onClose={onClose}
      title={report ? t('{{name}} was read', { name: file.name }) : t('{{name}} is a workspace file', { name: file.name })}
      size={500}
      closeOnClickOutside={state.kind === 'idle'}
    >
      {report ? (
        <>
          <MergeOutcome report={report} onOpen={onClose} />
          <Group justify="flex-end" mt="lg">
            <Button data-autofocus onClick={onClose}>
              {t('Done')}
            </Button>
          </Group>
        </>
      ) : state.kind === 'running' ? (
        <WorkProgress label={t('Reading')} progress={state.progress} onCancel={cancel} />
      ) : (
        <Question file={file} onClose={onClose} onMerge={() => void merge()} {...(onOpenAlone ? { onOpenAlone } : {})} />
      )}
    </Modal>
  );
}

function Question({ file, onOpenAlone, onClose, onMerge }: WorkspaceFileDialogProps & { readonly onMerge: () => void }) {
  const { name } = useWorkspaceInfo();
  const openAlone = (): void => {
    onClose();
    onOpenAlone?.(file);
  };
  return (
    <>
      <Text size="sm">
        {t(
          'Read into {{name}}, what is here stays, what both changed is joined, and nothing is lost. That is right for what a colleague of the same firm handed over, and for a backup.',
          { name },
        )}
      </Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('Cancel')}
        </Button>
        {onOpenAlone ? (
          <Button variant="default" onClick={openAlone}>
            {t('Open on its own')}
          </Button>
        ) : null}
        <Button data-autofocus onClick={onMerge}>
          {t('Read into {{name}}', { name })}
        </Button>
      </Group>
    </>
  );
}

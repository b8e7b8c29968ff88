import { Button, Group, Modal, Text } from '@mantine/core';
import { WorkProgress } from '../../components/WorkProgress';
import { notify } from '../../components/notify';
import { numberText } from '../../components/text-of';
import { useLongWork } from '../../components/use-long-work';
import { useWorkspace } from '../../data/live';
import type { MergeReport } from '../../data/workspace';
import type { PickedFile } from '../../platform/platform';

interface WorkspaceFileDialogProps {
  readonly file: PickedFile;
  readonly onOpenAlone?: (file: PickedFile) => void;
  readonly onClose: () => void;
}

/** A whole workspace was dropped: read it into the one that is open, or open it on its own. */
export function WorkspaceFileDialog({ file, onOpenAlone, onClose }: WorkspaceFileDialogProps) {
  const workspace = useWorkspace();
  const { state, run, cancel } = useLongWork();
  const merge = (): Promise<void> =>
    run(async (how) => {
      const merged = await workspace.mergeFile(new Blob([file.bytes as Uint8Array<ArrayBuffer>]), how);
      if (!merged.ok) return notify.problem(merged.error.message, `${file.name} was not read`);
      notify.done(mergeText(merged.value));
      onClose();
    });
  return (
    <Modal opened onClose={onClose} title={`${file.name} is a workspace`} closeOnClickOutside={state.kind === 'idle'}>
      <Text size="sm">
        Read into {workspace.info.name}, what is here stays, what both changed is joined, and nothing is lost. That is right for a backup or
        a colleague’s copy of the same firm.
      </Text>
      {state.kind === 'running' ? (
        <div style={{ marginTop: 16 }}>
          <WorkProgress label="Reading" progress={state.progress} onCancel={cancel} />
        </div>
      ) : (
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          {onOpenAlone ? (
            <Button
              variant="default"
              onClick={() => {
                onClose();
                onOpenAlone(file);
              }}
            >
              Open on its own
            </Button>
          ) : null}
          <Button onClick={() => void merge()}>Read into {workspace.info.name}</Button>
        </Group>
      )}
    </Modal>
  );
}

function mergeText({ entries, files, refused }: MergeReport): string {
  const came =
    entries + files === 0 ? 'Everything in it was here already' : `${numberText(entries)} changes and ${numberText(files)} files came in`;
  return refused.length === 0 ? `${came}.` : `${came}; ${numberText(refused.length)} lines could not be used.`;
}

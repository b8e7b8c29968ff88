import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { notify } from '../../components/notify';
import { useWorkspace } from '../../data/live';
import type { PickedFile } from '../../platform/platform';
import { useFromOutside } from '../../ui-state/from-outside';
import { readDropped } from './dropped';
import classes from './FileDrop.module.css';
import { importSessionOf } from './import-session';
import { useFileDrop } from './use-file-drop';
import { WorkspaceFileDialog } from './WorkspaceFileDialog';
import { t } from '#shared/values/texts';

interface FileDropZoneProps {
  /** Opens a workspace file as a workspace of its own. Without it the file can only be read into this one. */
  readonly onOpenAlone?: (file: PickedFile) => void;
}

/** The whole window takes files: exports and mail go to the import, a workspace file asks what to do with it. */
export function FileDropZone({ onOpenAlone }: FileDropZoneProps) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [whole, setWhole] = useState<PickedFile>();
  const { file: opened, fileSettled } = useFromOutside();
  const over = useFileDrop((transfer) => {
    readDropped(transfer).then(
      ({ workspaces, imports }) => {
        setWhole(workspaces[0]);
        if (imports.length === 0) return;
        importSessionOf(workspace).addFiles(imports);
        void navigate('/import');
      },
      (cause: unknown) => notify.problem(cause instanceof Error ? cause.message : String(cause), t('The files could not be read')),
    );
  });
  return (
    <>
      {over ? (
        <div className={classes.veil}>
          <div className={classes.sign}>
            <IconFileImport size={32} stroke={1.5} aria-hidden />
            {t('Drop to import')}
          </div>
        </div>
      ) : null}
      {opened ? <WorkspaceFileDialog file={opened} onClose={fileSettled} {...(onOpenAlone ? { onOpenAlone } : {})} /> : null}
      {whole && !opened ? (
        <WorkspaceFileDialog file={whole} onClose={() => setWhole(undefined)} {...(onOpenAlone ? { onOpenAlone } : {})} />
      ) : null}
    </>
  );
}

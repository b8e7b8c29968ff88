import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { EntryId } from '#shared/ledger/entry';
import { useUndoImport } from './use-undo-import';

interface UndoImportButtonProps extends ButtonProps {
  readonly group: EntryId;
  readonly onUndone: () => void;
  readonly children: ReactNode;
}

/** Takes a whole import back. A large one takes a moment, and is pressed once. */
export function UndoImportButton({ group, onUndone, ...button }: UndoImportButtonProps) {
  const undo = useUndoImport();
  const [busy, setBusy] = useState(false);
  const press = async (): Promise<void> => {
    setBusy(true);
    const undone = await undo(group);
    setBusy(false);
    if (undone) onUndone();
  };
  return <Button variant="default" {...button} loading={busy} onClick={() => void press()} />;
}

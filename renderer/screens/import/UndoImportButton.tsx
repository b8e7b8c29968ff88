import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ImportSteps } from './carry-out';
import { useUndoImport } from './use-undo-import';

interface UndoImportButtonProps extends ButtonProps {
  readonly steps: ImportSteps;
  readonly onUndone: () => void;
  readonly children: ReactNode;
}

/** Takes a whole import back. A large one takes a moment, and is pressed once. */
export function UndoImportButton({ steps, onUndone, ...button }: UndoImportButtonProps) {
  const undo = useUndoImport();
  const [busy, setBusy] = useState(false);
  const press = async (): Promise<void> => {
    setBusy(true);
    const undone = await undo(steps);
    setBusy(false);
    if (undone) onUndone();
  };
  return <Button variant="default" {...button} loading={busy} onClick={() => void press()} />;
}

import { useMemo } from 'react';
import { notify } from '../components/notify';
import { useWorkspace } from '../data/live';
import type { UndoReport, Workspace } from '../data/workspace';
import { t } from '#shared/values/texts';

/** Undo and redo of one's own acts, telling what they did and what they had to leave alone. */
export function useUndoActs(): { undo(): Promise<void>; redo(): Promise<void> } {
  const workspace = useWorkspace();
  return useMemo(() => ({ undo: () => undoLast(workspace), redo: () => redoLast(workspace) }), [workspace]);
}

async function undoLast(workspace: Workspace): Promise<void> {
  const step = workspace.undoState.get().undo;
  if (!step) return;
  const done = await workspace.undo();
  if (done.ok) notify.done(t('Undone: {{label}}.{{value}}', { label: step.label, value: leftAlone(done.value) }));
  else notify.problem(done.error.message);
}

async function redoLast(workspace: Workspace): Promise<void> {
  const step = workspace.undoState.get().redo;
  if (!step) return;
  const done = await workspace.redo();
  if (done.ok) notify.done(t('Done again: {{label}}.{{value}}', { label: step.label, value: leftAlone(done.value) }));
  else notify.problem(done.error.message);
}

function leftAlone({ kept }: UndoReport): string {
  if (kept.length === 0) return '';
  return kept.length === 1
    ? t(' One value was changed since and stays.')
    : t(' {{kept}} values were changed since and stay.', { kept: kept.length });
}

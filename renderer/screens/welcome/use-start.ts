import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { notify } from '../../components/notify';
import { useRemovals } from '../../components/use-removals';
import { createWorkspaceFromFile, openSampleFirm } from '../../data/session';
import type { Progress, Workspace } from '../../data/workspace';
import { platform } from '../../platform/current-platform';
import type { PickedFile } from '../../platform/platform';
import { t } from '#shared/values/texts';

/** Where one is on the way to an open workspace. */
export type StartStep =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'naming'; readonly next: '/pipeline' | '/import' }
  | { readonly kind: 'joining' }
  | { readonly kind: 'working'; readonly title: string; readonly progress: Progress | undefined }
  /** The workspace is open; it is not known yet who sits here. */
  | { readonly kind: 'picking'; readonly workspace: Workspace };

export interface Start {
  readonly step: StartStep;
  openSample(): Promise<void>;
  openFile(): Promise<void>;
  /** Opens a file that the person opened outside of the app. */
  openGiven(file: PickedFile): Promise<void>;
  name(next: '/pipeline' | '/import'): void;
  join(): void;
  back(): void;
  cancel(): void;
}

const CHOOSING: StartStep = { kind: 'choosing' };

/** The ways into a workspace that take more than one step. */
export function useStart(file: PickedFile | undefined): Start {
  const [step, setStep] = useState<StartStep>(CHOOSING);
  const work = useRef<AbortController>(undefined);

  const opening = useCallback<Opening>(async (title, open) => {
    const controller = new AbortController();
    work.current = controller;
    const { signal } = controller;
    const show = (next: StartStep): void => {
      if (!signal.aborted) setStep(next);
    };
    show({ kind: 'working', title, progress: undefined });
    try {
      const workspace = await open(signal, (progress) => show({ kind: 'working', title, progress }));
      // Called off too late to stop: what was opened is not left open behind the choices.
      if (signal.aborted) await workspace?.close();
      else show(workspace ? { kind: 'picking', workspace } : CHOOSING);
    } catch (cause) {
      if (!signal.aborted) notify.problem(cause instanceof Error ? cause.message : String(cause), t('It could not be opened'));
      show(CHOOSING);
    }
  }, []);
  // Once, although React runs effects twice while developing.
  const began = useRef(false);
  useEffect(() => {
    if (!file || began.current) return;
    began.current = true;
    void openSavedFile(file, opening);
  }, [file, opening]);

  const cancel = useCallback(() => {
    work.current?.abort();
    setStep(CHOOSING);
  }, []);

  return useMemo(
    () => ({
      step,
      openSample: () => opening(t('Opening the sample firm'), openFreshSample),
      openFile: () => openPickedFile(opening),
      openGiven: (given) => openSavedFile(given, opening),
      name: (next) => setStep({ kind: 'naming', next }),
      join: () => setStep({ kind: 'joining' }),
      back: () => setStep(CHOOSING),
      cancel,
    }),
    [step, opening, cancel],
  );
}

/** A sample that was removed a moment ago is not opened again: a new one is made. */
async function openFreshSample(signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<Workspace> {
  await useRemovals.getState().finish();
  return openSampleFirm({ signal, onProgress });
}

type Opening = (
  title: string,
  open: (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<Workspace | undefined>,
) => Promise<void>;

/** A file that Throughline wrote on another computer becomes a workspace of its own here. */
async function openPickedFile(opening: Opening): Promise<void> {
  const [picked] = await platform.openFiles({ accept: ['.throughline', '.jsonl'], multiple: false });
  if (picked) await openSavedFile(picked, opening);
}

async function openSavedFile(picked: PickedFile, opening: Opening): Promise<void> {
  await opening(t('Reading {{name}}', { name: picked.name }), async (signal, onProgress) => {
    const file = new Blob([picked.bytes as Uint8Array<ArrayBuffer>]);
    const made = await createWorkspaceFromFile({ name: nameOfFile(picked.name), file }, { signal, onProgress });
    if (made.ok) return made.value;
    if (!signal.aborted) notify.problem(made.error.message, t('{{name}} was not opened', { name: picked.name }));
    return undefined;
  });
}

/** `Acme 2026-11-22.throughline` → `Acme`. */
function nameOfFile(fileName: string): string {
  return fileName.replace(/\.[^.]+$/, '').replace(/ \d{4}-\d{2}-\d{2}$/, '') || t('Workspace');
}

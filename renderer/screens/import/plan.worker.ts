import '../../texts/speak-in-worker';
import { commandsOf, filesOf } from '#shared/exchange/commands';
import type { ImportFile, ImportPlan } from '#shared/exchange/import-plan';
import type { Mail } from '#shared/exchange/mail';
import { planImport } from '#shared/exchange/plan';
import { readImportFile, type ReadFile } from '#shared/exchange/read-file';
import { type AnyRecord } from '#shared/records/registry';
import { recordsOf } from '#shared/records/records-from';
import { comparedTypes } from './compared-types';
import type { FromPlanner, ToPlanner } from './planner-messages';
import { t } from '#shared/values/texts';

/**
 * Reads the chosen files and compares them with the workspace, off the main thread: a file of ten thousand rows
 * stops nobody's typing. Cancelling is ending the worker.
 */
let files: readonly ReadFile[] = [];
let records: AnyRecord[] = [];
let plan: ImportPlan | undefined;
let work: Promise<void> = Promise.resolve();

/** One message after the other: a plan waits for the files that it is about. */
self.addEventListener('message', ({ data }: MessageEvent<ToPlanner>) => {
  work = work.then(() => answer(data)).catch((cause: unknown) => tell({ kind: 'failed', message: messageOf(cause) }));
});

async function answer(message: ToPlanner): Promise<void> {
  switch (message.kind) {
    case 'read':
      return read(message.files);
    case 'records':
      records = message.begins ? [...message.records] : records.concat(message.records);
      return;
    case 'plan':
      plan = planImport({ files, records: recordsOf(records), choices: message.choices, today: message.today });
      return tell({ kind: 'planned', turn: message.turn, plan: withoutBytes(plan) });
    case 'take':
      return tell(
        plan
          ? { kind: 'taken', commands: commandsOf(plan, recordsOf(records)), files: filesOf(plan) }
          : { kind: 'failed', message: NO_PLAN },
      );
  }
}

async function read(chosen: readonly ImportFile[]): Promise<void> {
  const done: ReadFile[] = [];
  for (const file of chosen) {
    tell({ kind: 'reading', done: done.length, total: chosen.length, file: file.name });
    done.push(...(await readImportFile(file)));
  }
  files = done;
  plan = undefined;
  tell({ kind: 'read', compares: comparedTypes(done) });
}

/** The content of attachments stays here until it is kept: the screen names them, and plans travel often. */
function withoutBytes(whole: ImportPlan): ImportPlan {
  return {
    ...whole,
    files: whole.files.map((file) => (file.mail ? { ...file, mail: { ...file.mail, raw: EMPTY, mail: lightMail(file.mail.mail) } } : file)),
  };
}

const EMPTY = new Uint8Array();
const lightMail = (mail: Mail): Mail => ({ ...mail, attachments: mail.attachments.map((attachment) => ({ ...attachment, bytes: EMPTY })) });

const NO_PLAN = t('The files have not been read yet. Choose them again.');
const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
const tell = (message: FromPlanner): void => self.postMessage(message);

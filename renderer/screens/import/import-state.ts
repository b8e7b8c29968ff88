import { NO_CHOICES, type ImportChoices, type ImportFile, type ImportPlan } from '#shared/exchange/import-plan';
import type { Progress } from '../../data/workspace';
import type { ImportSteps } from './carry-out';

/** Where a person stands on the way to the import; one may go back. */
export const STAGES = ['files', 'mapping', 'check'] as const;
export type Stage = (typeof STAGES)[number];

/** What is known of the chosen files. */
export type Planning =
  | { readonly kind: 'nothing' }
  /** `plan` is the one before the last choice: it stays in view while the next is made. */
  | { readonly kind: 'working'; readonly doing: string; readonly progress?: Progress; readonly plan?: ImportPlan }
  /** `version` of the workspace that the files were compared with. */
  | { readonly kind: 'planned'; readonly plan: ImportPlan; readonly version: number }
  | { readonly kind: 'failed'; readonly message: string };

/** What became of an import. */
export interface Outcome {
  readonly plan: ImportPlan;
  /** What takes all of it back, in this order. */
  readonly steps: ImportSteps;
}

export type ImportState =
  | {
      readonly kind: 'preparing';
      readonly stage: Stage;
      readonly files: readonly ImportFile[];
      readonly choices: ImportChoices;
      readonly planning: Planning;
      /** Why the last attempt did not go in. */
      readonly problem?: string | undefined;
    }
  | { readonly kind: 'importing'; readonly plan: ImportPlan; readonly doing: string; readonly progress?: Progress }
  | { readonly kind: 'done'; readonly outcome: Outcome };

export type Preparing = Extract<ImportState, { kind: 'preparing' }>;

export const NOTHING_CHOSEN: Preparing = {
  kind: 'preparing',
  stage: 'files',
  files: [],
  choices: NO_CHOICES,
  planning: { kind: 'nothing' },
};

/** The plan in view, be it a moment old. */
export const planInView = ({ planning }: Preparing): ImportPlan | undefined =>
  planning.kind === 'planned' || planning.kind === 'working' ? planning.plan : undefined;

/** Files with new ones added. The same file twice is one; two files of one name get a number, because plans go by names. */
export function withFiles(files: readonly ImportFile[], added: readonly ImportFile[]): readonly ImportFile[] {
  return added.reduce((all, file) => (all.some((other) => isSameFile(other, file)) ? all : [...all, renamed(file, all)]), files);
}

function isSameFile(a: ImportFile, b: ImportFile): boolean {
  return a.name === b.name && a.bytes.length === b.bytes.length && a.bytes.every((byte, at) => byte === b.bytes[at]);
}

function renamed(file: ImportFile, beside: readonly ImportFile[]): ImportFile {
  const taken = new Set(beside.map(({ name }) => name));
  if (!taken.has(file.name)) return file;
  const dot = file.name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [file.name.slice(0, dot), file.name.slice(dot)] : [file.name, ''];
  let n = 2;
  while (taken.has(`${stem} (${n})${ending}`)) n += 1;
  return { ...file, name: `${stem} (${n})${ending}` };
}

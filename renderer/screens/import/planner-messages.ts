import type { Command } from '#shared/ledger/command';
import type { ImportChoices, ImportFile, ImportPlan } from '#shared/exchange/import-plan';
import type { AnyRecord, RecordType } from '#shared/records/registry';
import type { CalendarDate } from '#shared/values/calendar';

/** A raw mail or an attachment that is kept beside the records. */
export interface FileToKeep {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A plan, ready to be carried out. */
export interface Taken {
  readonly commands: readonly Command[];
  /** To be kept before the commands that name them. */
  readonly files: readonly FileToKeep[];
}

/** What the import screen tells its planner. */
export type ToPlanner =
  /** These files, in place of all that were read before. */
  | { readonly kind: 'read'; readonly files: readonly ImportFile[] }
  /** Records of the workspace as they are now, in pieces; `begins` drops those of before. */
  | { readonly kind: 'records'; readonly records: readonly AnyRecord[]; readonly begins: boolean }
  /** Plan what was read against what is there. Of several turns the latest counts. */
  | { readonly kind: 'plan'; readonly turn: number; readonly choices: ImportChoices; readonly today: CalendarDate }
  /** The last plan, as commands to carry out and files to keep. */
  | { readonly kind: 'take' };

/** What the planner tells the import screen. */
export type FromPlanner =
  | { readonly kind: 'reading'; readonly done: number; readonly total: number; readonly file: string }
  /** What was read is compared with records of these types. */
  | { readonly kind: 'read'; readonly compares: readonly RecordType[] }
  | { readonly kind: 'planned'; readonly turn: number; readonly plan: ImportPlan }
  | ({ readonly kind: 'taken' } & Taken)
  | { readonly kind: 'failed'; readonly message: string };

import {
  rowKey,
  type Counts,
  type FilePlan,
  type ImportPlan,
  type PlannedMail,
  type PlannedRow,
  type RowAction,
} from '#shared/exchange/import-plan';
import { t } from '#shared/values/texts';

/** A row of a plan with the file that it stands in. */
export interface ImportRow {
  /** `file:line`, as choices name it. */
  readonly key: string;
  readonly file: string;
  readonly row: PlannedRow;
  readonly mail?: PlannedMail;
  /** The message before it in the list belongs to the same conversation. */
  readonly follows?: true;
}

/** What is looked through together: one table, or all mail. */
export interface ImportGroup {
  readonly key: string;
  readonly kind: 'table' | 'mail';
  readonly title: string;
  readonly label: string;
  readonly rows: readonly ImportRow[];
  readonly counts: Counts;
}

const MAIL = 'mail';
const NOTHING: Counts = { create: 0, update: 0, skip: 0, conflict: 0, problem: 0 };

/** A group for each table and one for all messages together. Files that cannot be read are in none: `unreadable`. */
export function importGroups({ files }: ImportPlan): readonly ImportGroup[] {
  const mail = files.filter(isMail);
  const tables = files.filter((file) => !isMail(file) && file.source !== 'unknown').map(groupOf);
  return mail.length > 0 ? [...tables, mailGroup(mail)] : tables;
}

/** Files of which nothing can be brought in. */
export const unreadable = ({ files }: ImportPlan): readonly FilePlan[] => files.filter(({ source }) => source === 'unknown');

/** Meetings of a calendar file. */
export const isCalendar = ({ source }: FilePlan): boolean => source === 'ics';

export const isMail = ({ source }: FilePlan): boolean => source === 'eml' || source === 'msg';

function groupOf(file: FilePlan): ImportGroup {
  return {
    key: `file:${file.file}`,
    kind: 'table',
    title: file.file,
    label: file.label,
    rows: rowsOf(file),
    counts: file.counts,
  };
}

function mailGroup(files: readonly FilePlan[]): ImportGroup {
  return {
    key: MAIL,
    kind: 'mail',
    title: files.length === 1 ? t('1 message') : t('{{files}} messages', { files: files.length }),
    label: 'E-mail',
    rows: byConversation(files.flatMap(rowsOf)),
    counts: files.reduce((sum, { counts }) => addCounts(sum, counts), NOTHING),
  };
}

const rowsOf = (file: FilePlan): ImportRow[] =>
  file.rows.map((row) => ({ key: rowKey(file.file, row), file: file.file, row, ...(file.mail ? { mail: file.mail } : {}) }));

/** Messages of one conversation under each other, oldest first; conversations by their first message. */
function byConversation(rows: readonly ImportRow[]): readonly ImportRow[] {
  const begun = new Map<string, string>();
  for (const { mail } of rows) {
    const thread = mail?.thread ?? '';
    const at = sentAt(mail);
    if (at < (begun.get(thread) ?? LATER)) begun.set(thread, at);
  }
  const order = ({ mail, key }: ImportRow): string => [begun.get(mail?.thread ?? '') ?? LATER, mail?.thread, sentAt(mail), key].join('\n');
  const sorted = rows.map((row) => ({ row, order: order(row) })).sort((a, b) => (a.order < b.order ? -1 : 1));
  return sorted.map(({ row }, at) => (at > 0 && sorted[at - 1]?.row.mail?.thread === row.mail?.thread ? { ...row, follows: true } : row));
}

/** Sorts after every date, as a message without one shall. */
const LATER = '~';
const sentAt = (mail: PlannedMail | undefined): string => mail?.mail.at ?? LATER;

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    create: a.create + b.create,
    update: a.update + b.update,
    skip: a.skip + b.skip,
    conflict: a.conflict + b.conflict,
    problem: a.problem + b.problem,
  };
}

/** What a list of rows can be narrowed to. A row that comes in with a problem is in both, and a decided conflict stays with those to decide. */
export type RowFilter = 'all' | RowAction;

export function rowsWith(rows: readonly ImportRow[], filter: RowFilter): readonly ImportRow[] {
  if (filter === 'all') return rows;
  return rows.filter(({ row }) => row.action === filter || standsUnderToo(row, filter));
}

const standsUnderToo = ({ problems, conflicts }: PlannedRow, filter: RowFilter): boolean =>
  (filter === 'problem' && problems.length > 0) || (filter === 'conflict' && conflicts.length > 0);

/** Names of records that the plan itself brings, for references to what is not there yet. */
export function plannedTitles({ files, also }: ImportPlan): ReadonlyMap<string, string> {
  const titles = new Map<string, string>(also.map(({ id, values }) => [id, typeof values['name'] === 'string' ? values['name'] : id]));
  for (const { rows } of files) for (const row of rows) if (row.record) titles.set(row.record, row.title);
  return titles;
}

/** Whether anything at all would change. */
export const bringsSomething = ({ counts, files, figures }: ImportPlan): boolean =>
  figures.length > 0 || counts.create + counts.update > 0 || files.some(({ rows }) => rows.some((row) => row.write !== undefined));

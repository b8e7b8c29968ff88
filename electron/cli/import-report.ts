import type { FilePlan, ImportPlan, PlannedRow, Problem } from '#shared/exchange/import-plan';

/** One file as the command line reports it. */
export interface FileReport {
  readonly file: string;
  readonly source: string;
  readonly counts: { readonly create: number; readonly update: number; readonly skip: number; readonly problem: number };
  readonly problems: readonly Problem[];
}

export interface ImportReport {
  readonly files: readonly FileReport[];
  /** Answers that nobody gave: our best guess. They are remembered when a workspace is written. */
  readonly assumed: readonly { readonly question: string; readonly answer: string; readonly file: string; readonly line: number }[];
  /** Records made beside the rows: people who own deals, contacts. */
  readonly also: readonly { readonly type: string; readonly name: string }[];
  readonly workspace?: { readonly file: string; readonly entries: number; readonly added: number };
}

/** `paths`: the files as they were named, in the order of the plan. */
export function importReport(plan: ImportPlan, paths: readonly string[]): ImportReport {
  return {
    files: plan.files.map((file, index) => fileReport(file, pathOf(file, paths[index]))),
    assumed: plan.questions
      .filter(({ basis }) => basis === 'assumed')
      .map(({ text, answer, options, places }) => ({
        question: text,
        answer: options.find(({ value }) => value === answer)?.label ?? answer,
        file: places[0]?.file ?? '',
        line: places[0]?.line ?? 0,
      })),
    also: plan.also.map(({ type, values }) => ({ type, name: String(values['name']) })),
  };
}

/** A sheet is named after its workbook. */
const pathOf = ({ file, book }: FilePlan, path: string = file): string => (book === undefined ? path : `${path}${file.slice(book.length)}`);

function fileReport(plan: FilePlan, file: string): FileReport {
  const isUpdated = (row: PlannedRow) => row.action === 'update' || (row.action === 'conflict' && row.changes.length > 0);
  const isSkipped = (row: PlannedRow) => row.action === 'skip' || (row.action === 'conflict' && row.changes.length === 0);
  const problems = [...plan.problems, ...plan.rows.flatMap(conflictProblems)].toSorted((a, b) => a.line - b.line);
  return {
    file,
    source: plan.source,
    counts: {
      create: plan.counts.create,
      update: plan.rows.filter(isUpdated).length,
      skip: plan.rows.filter(isSkipped).length,
      problem: problems.length,
    },
    problems,
  };
}

/** Without a screen nobody can choose: what was changed by hand stays, and the report says so. */
function conflictProblems({ line, conflicts }: PlannedRow): readonly Problem[] {
  return conflicts.map(({ label, ours, file }) => ({
    line,
    reason: `${label} was changed in the workspace (${shown(ours)}) and in the file (${shown(file)}). The workspace keeps its value; choose in the app.`,
    column: label,
    effect: 'value left out',
  }));
}

const shown = (value: unknown): string => (typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? ''));

/** The report for people: a table, then what deserves a look. */
export function reportText({ files, assumed, also, workspace }: ImportReport): string {
  const rows = files.map(({ file, source, counts }) => [
    file,
    source,
    ...[counts.create, counts.update, counts.skip, counts.problem].map(String),
  ]);
  const lines = [...table(['file', 'source', 'create', 'update', 'skip', 'problem'], rows)];
  for (const { file, problems } of files.filter((one) => one.problems.length > 0)) {
    lines.push(
      '',
      file,
      ...problems.map(({ line, reason, effect }) => `  line ${line}  ${reason}${effect === 'row left out' ? ' (left out)' : ''}`),
    );
  }
  if (assumed.length > 0) lines.push('', 'Assumed', ...assumed.map(({ question, answer }) => `  ${question} ${answer}`));
  if (also.length > 0) lines.push('', 'Also made', ...also.map(({ type, name }) => `  ${type}  ${name}`));
  if (workspace) lines.push('', workspaceLine(workspace));
  return `${lines.join('\n')}\n`;
}

const workspaceLine = ({ file, entries, added }: NonNullable<ImportReport['workspace']>): string =>
  added === 0 ? `${file} has all of it already; nothing was written.` : `${file}: ${added} entries added, ${entries} in all.`;

function table(headers: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = headers.map((header, column) => Math.max(header.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  return [line(headers), ...rows.map(line)];
}

import type { CalendarDate } from '../values/calendar';
import type { Records } from '../records/records';
import { readingOf, type Reading } from './answers';
import { costRatesOf } from './cost-columns';
import { NO_DEAL } from './deal-question';
import type { ReadRow } from './draft';
import type { Counts, FilePlan, ImportChoices, ImportPlan, NewRecord, PlannedRow, Problem, Question } from './import-plan';
import { choiceOf, chosenFile, kindsToRemember } from './chosen-tables';
import { columnsToRemember, columnUses, mapTable, type MappedTable } from './mapped-table';
import { isDeactivated, ownerName, personIdOfOwner } from './owners';
import { planFigures, type BroughtRow } from './plan-figures';
import { CALENDAR_PLAN, planCalendar } from './plan-meetings';
import { planMails, type MailFile, type MailPlan } from './plan-mail';
import { enterRows, NameWatch, planRows, type TableContext } from './plan-table';
import { NEW_PERSON, NOBODY, questionsOf } from './questions';
import type { ReadContext } from './read-context';
import type { ReadFile } from './read-file';
import { readTable } from './readers';
import type { Remembered } from './remembered';
import { Targets } from './targets';
import { taskQuestions } from './task-questions';
import { allowedFile } from './who-may-import';

export interface PlanInputs {
  readonly files: readonly ReadFile[];
  readonly records: Records;
  readonly choices: ImportChoices;
  /** Where a message has no date of its own, this day stands in for it, and the plan says so. */
  readonly today: CalendarDate;
}

/**
 * What an import would do: a dry run over all files together, so that what one names may stand in another, in any order.
 * Pure and total: the same files, records and choices give the same plan on every device, and no content makes it throw.
 */
export function planImport({ files: chosen, records, choices, today }: PlanInputs): ImportPlan {
  const files = chosen.map((file) => allowedFile(chosenFile(file, records, choices), choices));
  const tables = files.flatMap((file) => (file.kind === 'table' ? [mapTable(file.name, file.format, file.table, records, choices)] : []));
  const known = questionsOf(tables, records, choices);
  const questions = [...known, ...taskQuestions(tables, known, records, choices)];
  const readings = readingsOf(tables, questions);
  const { tableRows, brought } = planTables(readings, {
    records,
    choices,
    today,
    targets: new Targets(records),
    names: new NameWatch(records),
  });
  const mailFiles = files.flatMap((file): MailFile[] => (file.kind === 'mail' ? [file] : []));
  const { mails, also } = planMails(mailFiles, { records, choices, today, rows: [...tableRows.values()].flat() });
  const byFile = new Map(mails.map((mail) => [mail.file as unknown, mail]));
  let nextTable = 0;
  const planOf = (file: ReadFile): FilePlan => {
    if (file.kind === 'mail') return mailPlan(byFile.get(file) as MailPlan);
    if (file.kind === 'calendar')
      return { ...filePlan(file.name, planCalendar(file.name, file.calendar, { records, choices, today })), ...CALENDAR_PLAN };
    if (file.kind !== 'table') return unsupportedPlan(file);
    const table = tables[nextTable++] as MappedTable;
    return tablePlan(table, tableRows.get(table) ?? [], file.remarks);
  };
  const plans = files.map((file, at) => ({ ...planOf(file), ...choiceOf(chosen[at] ?? file, records, choices) }));
  const used = plans.some(({ rows }) => rows.some(({ write }) => write !== undefined));
  return {
    files: plans,
    questions,
    counts: sumCounts(plans.map(({ counts }) => counts)),
    also: [...newPeople(questions, records, tables), ...also, ...costRatesOf(readings, records, choices)],
    figures: planFigures(
      brought,
      new Set(plans.flatMap(({ rows }) => rows.flatMap(({ write, record }) => (write && record ? [record] : [])))),
      records,
      today,
    ),
    remember: used
      ? [...kindsToRemember(chosen, choices), ...tables.flatMap((table) => columnsToRemember(table, choices)), ...newAnswers(questions)]
      : [],
  };
}

const newAnswers = (questions: readonly Question[]): readonly Remembered[] =>
  questions
    .filter(({ basis, answer }) => basis === 'chosen' || (basis === 'assumed' && answer !== NOBODY && answer !== NO_DEAL))
    .map(({ id, answer }) => ({ question: id, answer }));

interface ReadTable {
  readonly table: MappedTable;
  readonly reading: Reading;
}

function readingsOf(tables: readonly MappedTable[], questions: readonly Question[]): readonly ReadTable[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  return tables.map((table) => ({ table, reading: readingOf(table, byId) }));
}

/** All rows are entered before any reference is looked up: the order of files does not matter. */
function planTables(
  readings: readonly ReadTable[],
  context: TableContext & ReadContext,
): { readonly tableRows: ReadonlyMap<MappedTable, readonly PlannedRow[]>; readonly brought: readonly BroughtRow[] } {
  const seen = new Map<string, string>();
  const entered = readings.map(({ table, reading }) => {
    const rows = withoutOrphans(
      table,
      readTable(table, reading, context).map((row) => onceOnly(row, table, seen)),
    );
    return { table, rows: enterRows(table, rows, context) };
  });
  return {
    tableRows: new Map(entered.map(({ table, rows }) => [table, planRows(table, rows, context)])),
    brought: entered.flatMap(({ table, rows }) => rows.flatMap((row) => ('record' in row ? [{ ...row, table }] : []))),
  };
}

/** An invoice that is in another file already takes its lines and payments with it. */
function withoutOrphans({ format }: MappedTable, rows: readonly ReadRow[]): readonly ReadRow[] {
  if (format.type !== 'invoice') return rows;
  const out = new Set(rows.flatMap((row) => (row.kind === 'refused' ? [row.refused.line] : [])));
  return rows.filter((row) => row.kind === 'refused' || !out.has(row.draft.line));
}

/** The same record in two files of one import: the first row counts, and the second says so. */
function onceOnly(row: ReadRow, { file, source, byRole }: MappedTable, seen: Map<string, string>): ReadRow {
  if (row.kind === 'refused') return row;
  const { line, title, externalId, whole } = row.draft;
  const key = `${row.draft.source ?? source} ${externalId}`;
  const wholeKey = `${source} whole ${whole ?? ''}`;
  const other = whole === undefined ? undefined : seen.get(wholeKey);
  const before = seen.get(key) ?? (other === file ? undefined : other);
  if (before === undefined) {
    seen.set(key, file);
    if (whole !== undefined) seen.set(wholeKey, file);
    return row;
  }
  const reason = `${byRole.get('id')?.header ?? 'The row'} ${externalId} is in ${before} already; that row comes in, this one does not.`;
  return { kind: 'refused', refused: { line, title, problems: [{ line, reason, effect: 'row left out' }] } };
}

function tablePlan(table: MappedTable, rows: readonly PlannedRow[], remarks: readonly string[] = []): FilePlan {
  const plan = filePlan(table.file, rows);
  const said = remarks.map((reason): Problem => ({ line: table.table.headerLine, reason, effect: 'check' }));
  return {
    ...plan,
    problems: [...said, ...plan.problems],
    counts: { ...plan.counts, problem: plan.counts.problem + said.length },
    source: table.source,
    system: table.format.system,
    label: table.format.label,
    columns: columnUses(table),
    roles: table.format.roles.map(({ role, label }) => ({ role, label })),
  };
}

const MAIL_LABELS = { eml: 'E-mail', msg: 'Outlook e-mail' } as const;

function mailPlan({ file, row, planned }: MailPlan): FilePlan {
  return { ...filePlan(file.name, [row]), source: file.mail.format, label: MAIL_LABELS[file.mail.format], mail: planned };
}

function unsupportedPlan({ name, label, reason }: { readonly name: string; readonly label: string; readonly reason: string }): FilePlan {
  const plan = filePlan(name, []);
  return { ...plan, label, problems: [{ line: 1, reason, effect: 'row left out' }], counts: { ...plan.counts, problem: 1 } };
}

function filePlan(file: string, rows: readonly PlannedRow[]): FilePlan {
  const problems = rows.flatMap((row) => row.problems);
  const count = (action: PlannedRow['action']) => rows.filter((row) => row.action === action).length;
  const counts = {
    create: count('create'),
    update: count('update'),
    skip: count('skip'),
    conflict: count('conflict'),
    problem: problems.length,
  };
  return { file, source: 'unknown', label: '', rows, counts, problems, columns: [], roles: [] };
}

function sumCounts(all: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0);
  return { create: sum('create'), update: sum('update'), skip: sum('skip'), conflict: sum('conflict'), problem: sum('problem') };
}

/** Owners in the files who become people of ours. Whoever owns deals is taken to sell. */
function newPeople(questions: readonly Question[], records: PlanInputs['records'], tables: readonly MappedTable[]): readonly NewRecord[] {
  const isMissing = (id: string, basis: Question['basis']) => {
    const person = records.get('person', id);
    // Put away, and nobody remembers having made them: the import that did was undone.
    return person === undefined || (person.archived === true && basis !== 'remembered');
  };
  const made = new Map<string, NewRecord>();
  const wanted = questions.filter(
    ({ kind, answer, value, basis }) => kind === 'owner' && answer === NEW_PERSON && isMissing(personIdOfOwner(value), basis),
  );
  for (const { value, places } of wanted) {
    const files = new Set(places.map(({ file }) => file));
    const roles = [...new Set(tables.filter(({ file }) => files.has(file)).flatMap(({ format }) => format.ownersAre ?? []))];
    const id = personIdOfOwner(value);
    const before = made.get(id)?.values['roles'] as readonly string[] | undefined;
    const all = [...new Set([...(before ?? []), ...roles])];
    const values = {
      name: ownerName(value),
      ...(all.length > 0 ? { roles: all } : {}),
      ...(isDeactivated(value) ? { active: false } : {}),
    };
    made.set(id, { id, type: 'person', values });
  }
  return [...made.values()];
}

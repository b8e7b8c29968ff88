import type { RecordId } from '../ledger/entry';
import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import { definitionOf } from '../records/registry';
import { problem, type Draft, type DraftRef, type ReadRow } from './draft';
import { rowKey, type ImportChoices, type PlannedRow, type Problem } from './import-plan';
import type { MappedTable } from './mapped-table';
import { importedRowId, nounOfSource, type Targets } from './targets';
import { mergeRow, type Merged } from './three-way';
import { sameValue } from '../records/write';
import { t } from '../values/texts';

/** A row that comes in, with the record that it is. */
export interface Entered {
  readonly draft: Draft;
  readonly record: RecordId;
  readonly importedRow: Id<'importedRow'>;
}

export interface TableContext {
  readonly records: Records;
  readonly choices: ImportChoices;
  readonly targets: Targets;
  readonly names: NameWatch;
}

/** Decides which rows come in. References are resolved afterwards, when the rows of all files are entered. */
export function enterRows(
  table: MappedTable,
  rows: readonly ReadRow[],
  { choices, targets }: TableContext,
): readonly (ReadRow | Entered)[] {
  const out = new Set(choices.leaveOut);
  const isOut = ({ line, part }: Draft) =>
    out.has(rowKey(table.file, { line })) || (part !== undefined && out.has(rowKey(table.file, { line, part })));
  return rows.map((row) => {
    if (row.kind === 'refused' || isOut(row.draft)) return row;
    const importedRow = importedRowId(row.draft.source ?? table.source, row.draft.externalId);
    return { draft: row.draft, importedRow, record: targets.enter(table.format.system, row.draft, importedRow) };
  });
}

/** What happens to each row of one file. */
export function planRows(table: MappedTable, rows: readonly (ReadRow | Entered)[], context: TableContext): readonly PlannedRow[] {
  return rows.map((row) => {
    if ('record' in row) return planRow(table, row, context);
    if (row.kind === 'refused') return { ...blank(table), ...row.refused, action: 'problem' };
    const { line, title, type } = row.draft;
    return { ...blank(table), ...partOf(row.draft), type, line, title, action: 'skip', notes: [t('Left out by choice.')] };
  });
}

const blank = ({ format }: MappedTable) => ({ type: format.type, changes: [], conflicts: [], problems: [], notes: [] });

const partOf = ({ part }: Draft) => (part === undefined ? {} : { part });

function planRow(
  table: MappedTable,
  { draft, record, importedRow }: Entered,
  { records, choices, targets, names }: TableContext,
): PlannedRow {
  const imported = records.get('importedRow', importedRow);
  const ours = records.get(draft.type, record) as Readonly<Record<string, unknown>> | undefined;
  const resolved = resolveRefs(draft, targets, table);
  const file = { ...(ours === undefined ? draft.first : {}), ...draft.values, ...resolved.values, ...externalIdOf(table, draft) };
  const before = imported ?? records.get('importedRow', draft.before);
  const { otherAccounts: _, gone, ...base } = (before?.brought ?? {}) as Record<string, unknown>;
  if (draft.isGone) return goneRow(table, { draft, record, importedRow }, base, records);
  const conflictId = (field: string) => `${record}/${field}`;
  const merged = mergeRow({ type: draft.type, base, ours, file, choice: (field) => choices.conflicts[conflictId(field)], conflictId });
  const wasUndone = ours?.['archived'] === true && (before === undefined || before.archived === true || gone === true);
  const isArchived = ours?.['archived'] === true && !wasUndone;
  const brought = { ...merged.brought, ...draft.keeps, ...(resolved.others.length > 0 ? { otherAccounts: resolved.others } : {}) };
  const remember = !imported || imported.archived === true || !sameValue(imported.brought, brought);
  const action = isArchived ? 'skip' : ours === undefined || wasUndone ? 'create' : actionOf(merged);
  const doubts =
    ours === undefined ? [...draft.problems, ...names.check(table, draft)] : draft.problems.filter(({ effect }) => effect !== 'check');
  const write = {
    values: { ...merged.values, ...(wasUndone ? BACK : {}) },
    ...(remember ? { imported: { id: importedRow, source: draft.source ?? table.source, externalId: draft.externalId, brought } } : {}),
  };
  return {
    line: draft.line,
    ...partOf(draft),
    action,
    type: draft.type,
    record,
    title: draft.title,
    changes: isArchived ? [] : merged.changes,
    conflicts: isArchived ? [] : merged.conflicts,
    problems: [...doubts, ...resolved.problems, ...frozenProblems(table, draft.line, merged.frozen)],
    notes: [...(draft.notes ?? []), ...resolved.notes, ...(isArchived ? [t('It is archived here; it stays so.')] : [])],
    ...(isArchived || (merged.changes.length === 0 && !remember && !wasUndone) ? {} : { write }),
  };
}

/** What the source no longer has is put away here, and comes back when the source has it again. */
function goneRow(table: MappedTable, { draft, record, importedRow }: Entered, base: object, records: Records): PlannedRow {
  const ours = records.get(draft.type, record) as { readonly archived?: boolean } | undefined;
  const { line, title, type, externalId } = draft;
  const isHere = ours !== undefined && ours.archived !== true;
  const imported = { id: importedRow, source: draft.source ?? table.source, externalId, brought: { ...base, gone: true } };
  return {
    ...blank(table),
    ...partOf(draft),
    line,
    type,
    record,
    title,
    action: isHere ? 'update' : 'skip',
    changes: isHere ? [{ field: 'archived', label: 'Put away', becomes: true }] : [],
    notes: draft.notes ?? [t('{{systemLabel}} no longer has it.', { systemLabel: table.format.systemLabel })],
    ...(isHere ? { write: { values: { archived: true }, imported } } : {}),
  };
}

/** A record whose import was undone is put away together with what remembers it; importing it again brings both back. */
export const BACK = { archived: null };

const actionOf = ({ changes, conflicts }: Merged) =>
  conflicts.some(({ choice }) => choice === undefined) ? 'conflict' : changes.length > 0 ? 'update' : 'skip';

const externalIdOf = ({ format }: MappedTable, { type, externalId, derived }: Draft) =>
  !derived && 'externalIds' in definitionOf(type).fields ? { externalIds: { [format.system]: externalId } } : {};

const frozenProblems = ({ format }: MappedTable, line: number, labels: readonly string[]): readonly Problem[] =>
  labels.map((label) =>
    problem(
      line,
      t('{{label}} has changed in {{systemLabel}} since. It is evidence here and stays as it was imported.', {
        label,
        systemLabel: format.systemLabel,
      }),
      'check',
    ),
  );

interface Resolved {
  readonly values: Readonly<Record<string, unknown>>;
  readonly others: readonly RecordId[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/** Looks the references of a row up. What is nowhere is reported and left out, not cleared: a later import may bring it. */
function resolveRefs(draft: Draft, targets: Targets, table: MappedTable): Resolved {
  const values: Record<string, unknown> = {};
  const others: RecordId[] = [];
  const problems: Problem[] = [];
  const notes: string[] = [];
  for (const ref of draft.refs) {
    const { primary, found, missing } = lookUp(ref, targets, table);
    if (missing.length > 0)
      problems.push(problem(draft.line, missingReason(ref, missing), 'value left out', headerOf(ref, table), missing.join(';')));
    if (ref.take === 'all') {
      if (found.length > 0 || missing.length === 0) values[ref.field] = found;
      continue;
    }
    if (primary !== undefined || (missing.length === 0 && ref.number === undefined)) values[ref.field] = primary ?? null;
    if (ref.to === 'account') others.push(...found.filter((id) => id !== primary));
    if (ref.ids.length > 1) notes.push(othersNote(ref));
  }
  return { values, others, problems, notes };
}

const othersNote = (ref: DraftRef): string => {
  const noun = nounOfSource(ref.to).toLowerCase();
  return `The first ${noun} of the row, ${ref.ids[0]}, counts; it also names ${ref.ids.slice(1).join(', ')}.`;
};

interface LookedUp {
  /** The record behind the first id: the one that counts where only one can. */
  readonly primary: RecordId | undefined;
  readonly found: readonly RecordId[];
  readonly missing: readonly string[];
}

function lookUp(ref: DraftRef, targets: Targets, { format }: MappedTable): LookedUp {
  if (ref.number !== undefined) {
    const numbered = targets.invoiceNumbered(format.system, ref.number);
    return { primary: numbered, found: [], missing: [] };
  }
  if (ref.name !== undefined) {
    const named = ref.to === 'contact' ? targets.contactNamed(ref.name) : targets.accountNamed(ref.name);
    return { primary: named, found: named === undefined ? [] : [named], missing: named === undefined ? [`“${ref.name}”`] : [] };
  }
  const looked = ref.ids.map((id) => ({ id, target: targets.find(format.system, ref.to, id) }));
  return {
    primary: looked[0]?.target,
    found: [...new Set(looked.flatMap(({ target }) => (target === undefined ? [] : [target])))],
    missing: looked.filter(({ target }) => target === undefined).map(({ id }) => id),
  };
}

function missingReason(ref: DraftRef, missing: readonly string[]): string {
  const noun = nounOfSource(ref.to);
  const [verb, them] = missing.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return `${noun} ${missing.join(', ')} ${verb} neither in these files nor in the workspace. Bring ${them} in together with this file, and the link is made.`;
}

const ROLE_OF: Readonly<Partial<Record<DraftRef['to'], string>>> = { account: 'companies', contact: 'contacts', deal: 'deals' };

function headerOf(ref: DraftRef, { byRole }: MappedTable): string {
  const role = ref.role ?? ROLE_OF[ref.to] ?? ref.field;
  return (byRole.get(role) ?? byRole.get('companyName'))?.header ?? role;
}

/** Two firms, or two people, that look like one: both come in, and somebody should look. */
export class NameWatch {
  private readonly seen = new Map<string, string>();
  private readonly addresses = new Map<string, string>();

  constructor(records: Records) {
    for (const { name } of records.all('account')) this.seen.set(name.toLowerCase(), 'in the workspace');
    for (const { email } of records.all('contact')) if (email) this.addresses.set(email.toLowerCase(), 'in the workspace');
  }

  check({ byRole }: MappedTable, { type, line, title, values }: Draft): readonly Problem[] {
    if (type === 'account')
      return this.watch(
        this.seen,
        title,
        line,
        t('There is another company “{{title}}” WHERE. Both come in; archive one if they are the same firm.', { title }),
        byRole.get('name')?.header,
      );
    const email = values['email'];
    if (type !== 'contact' || typeof email !== 'string') return [];
    return this.watch(
      this.addresses,
      email,
      line,
      t('Another contact has the address {{email}} WHERE. Both come in.', { email }),
      byRole.get('email')?.header,
    );
  }

  private watch(seen: Map<string, string>, value: string, line: number, reason: string, column: string | undefined): readonly Problem[] {
    const where = seen.get(value.toLowerCase());
    if (where !== undefined) return [problem(line, reason.replace('WHERE', where), 'check', column, value)];
    seen.set(value.toLowerCase(), `on line ${line}`);
    return [];
  }
}

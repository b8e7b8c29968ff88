import { isSignedDeal } from '../deal/phase';
import { DECIDERS } from '../records/access';
import type { Deal } from '../records/registry';
import { divideMoney, type Money } from '../values/money';
import { err, ok, type Result } from '../values/result';
import type { Reading } from './answers';
import { costColumnProblem } from './cost-columns';
import { projectName } from './deal-of-project';
import { problem, refusedRow, RowNotes, type Draft, type ReadRow } from './draft';
import { parseHours } from './durations';
import type { MappedTable } from './mapped-table';
import type { ReadContext } from './read-context';
import { taskQuestion } from './task-questions';
import { TimeIdentity, type TimeLikeness } from './time-identity';
import { currencyOfHeader, timeRows, type TimeRow } from './time-row';
import { t } from '../values/texts';

interface TimeContext extends ReadContext {
  readonly table: MappedTable;
  readonly reading: Reading;
  readonly identity: TimeIdentity;
}

interface Fresh {
  readonly externalId: string;
  readonly like: TimeLikeness;
}

/** The hours of a Harvest, Toggl or Clockify report. A row without a person, a deal, a day or a time is refused with its reason. */
export function readTime(table: MappedTable, reading: Reading, context: ReadContext): readonly ReadRow[] {
  const identity = new TimeIdentity(table.source, context.records);
  const whole: TimeContext = { ...context, table, reading, identity };
  const rows = timeRows(table).map((row) => readRow(row, whole));
  return withCostNote(withCorrections(rows, identity), whole);
}

function readRow(row: TimeRow, context: TimeContext): ReadRow {
  const parsed = row.row.damage === undefined ? parse(row, context) : err({ reason: row.row.damage });
  if (parsed.ok) return { kind: 'draft', draft: parsed.value };
  const title = row.cell('note') || projectName(row) || (row.row.cells.find((cell) => cell.trim() !== '') ?? '');
  const { reason, role }: Refusal = parsed.error;
  return refusedRow(row.row.line, title, reason, role && (context.table.byRole.get(role)?.header ?? role), role && row.cell(role));
}

type Refusal = { readonly reason: string; readonly role?: string };

function parse(row: TimeRow, context: TimeContext): Result<Draft, Refusal> {
  const { reading, records } = context;
  const deal = reading.project(projectName(row) || '(no client)');
  if (row.cell('date') === '') return err({ reason: t('The row has no day.'), role: 'date' });
  const day = reading.date('date', row.cell('date'));
  if (!day.ok) return err({ reason: day.error, role: 'date' });
  const hours = parseHours(row.cell('hours'));
  if (!hours.ok) return err({ reason: hours.error, role: 'hours' });
  const person = row.person === '' ? undefined : reading.owner(row.person);
  if (person === undefined)
    return err({
      reason:
        row.person === ''
          ? t('The row names nobody.')
          : t('“{{person}}” is none of our people, and hours are always somebody’s.', { person: row.person }),
    });
  const known = deal === undefined ? undefined : records.get('deal', deal);
  if (deal === undefined || !known)
    return err({
      reason: t('“{{projectName}}” has no deal here yet. Choose one under Deals, and its hours come in.', {
        projectName: projectName(row) || '(no client)',
      }),
      role: 'project',
    });
  return ok(draftOf(row, { deal: known, person, date: day.value.date, hours: hours.value }, context));
}

interface Said {
  readonly deal: Deal;
  readonly person: `person:${string}`;
  readonly date: string;
  readonly hours: number;
}

function draftOf(row: TimeRow, said: Said, context: TimeContext): Draft {
  const { reading, table, identity } = context;
  const { deal, person, date, hours } = said;
  const notes = new RowNotes(row.row.line);
  const { client, project, task } = row;
  const note = row.cell('note');
  const externalId = identity.next({ person: row.person, date, client, project, task, start: row.cell('start'), note });
  const line = task === '' ? undefined : reading.scopeLine(taskQuestion(deal.id, task));
  Object.assign(notes.values, { deal: deal.id, person, date, hours });
  if (table.byRole.has('billable')) notes.values['billable'] = YES.test(row.cell('billable'));
  if (table.byRole.has('note')) notes.values['note'] = note || null;
  if (line !== undefined) notes.values['scopeLine'] = line;
  takeRate(row, said, notes, context);
  takeApproval(row, notes, context);
  return {
    line: row.row.line,
    type: 'timeEntry',
    externalId,
    title: note || task || projectName(row),
    values: notes.values,
    first: { activity: isDelivery(deal, date) ? 'delivery' : 'pursuit' },
    refs: [],
    problems: notes.problems,
    keeps: { task },
  };
}

const YES = /^(?:yes|y|true|1|x|ja|oui|s[ií]|sim|billable)$/i;

/** Hours before the signature win the deal; after it they deliver it. */
const isDelivery = (deal: Deal, date: string): boolean => isSignedDeal(deal) && (deal.signedAt === undefined || date >= deal.signedAt);

/** The rate per hour as it stands, or the amount by the hours where only that is there. A rate of nothing says nothing. */
function takeRate(row: TimeRow, { hours }: Said, notes: RowNotes, { table, reading }: TimeContext): void {
  const currency = (role: string) => row.cell('currency') || currencyOfHeader(table, role);
  const read = (role: string) => (row.cell(role) === '' ? undefined : reading.money(role, row.cell(role), currency(role)));
  const rate = read('billRate');
  const amount = rate === undefined ? read('billAmount') : undefined;
  const column = (role: string) => table.byRole.get(role)?.header ?? role;
  if (rate && !rate.ok) notes.leaveOut(rate.error, column('billRate'), row.cell('billRate'));
  if (amount && !amount.ok) notes.leaveOut(amount.error, column('billAmount'), row.cell('billAmount'));
  const found: Money | undefined = rate?.ok ? rate.value : amount?.ok ? divideMoney(amount.value, hours) : undefined;
  if (found && found.amount > 0) notes.values['billRate'] = found;
}

function takeApproval(row: TimeRow, notes: RowNotes, { table, choices }: TimeContext): void {
  if (!table.byRole.has('approved') || row.cell('approved') === '') return;
  const mayApprove = choices.roles === undefined || DECIDERS.some((role) => choices.roles?.includes(role));
  if (mayApprove) notes.values['approved'] = YES.test(row.cell('approved'));
}

/** Rows that are nowhere become the entry that they were before their note was corrected, where that is beyond doubt. */
function withCorrections(rows: readonly ReadRow[], identity: TimeIdentity): readonly ReadRow[] {
  const drafts = rows.flatMap((row) => (row.kind === 'draft' ? [row.draft] : []));
  const fresh = drafts.filter(({ externalId }) => !identity.isKnown(externalId)).map(freshOf);
  const before = identity.corrected(
    drafts.map(({ externalId }) => externalId),
    fresh,
  );
  return rows.map((row) => {
    const was = row.kind === 'draft' ? before.get(row.draft.externalId) : undefined;
    if (row.kind === 'refused' || was === undefined) return row;
    return { kind: 'draft', draft: { ...row.draft, before: was, notes: [t('It is an entry that came in before with another note.')] } };
  });
}

const freshOf = ({ externalId, values, keeps }: Draft): Fresh => ({
  externalId,
  like: {
    person: String(values['person']),
    date: String(values['date']),
    deal: String(values['deal']),
    task: keeps?.['task'] ?? '',
    hours: Number(values['hours']),
  },
});

/** Columns of cost that stay out are said once, on the first row. */
function withCostNote(rows: readonly ReadRow[], { table, choices }: TimeContext): readonly ReadRow[] {
  const reason = costColumnProblem(table, choices);
  const at = rows.findIndex(({ kind }) => kind === 'draft');
  const row = rows[at];
  if (reason === undefined || row?.kind !== 'draft') return rows;
  const { draft } = row;
  const told = {
    ...draft,
    problems: [...draft.problems, problem(draft.line, reason, 'value left out', table.byRole.get('costRate')?.header)],
  };
  return rows.with(at, { kind: 'draft', draft: told });
}

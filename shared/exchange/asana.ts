import type { Reading } from './answers';
import type { ReadRow } from './draft';
import { cellOf, type MappedTable } from './mapped-table';
import { readRows, takeDate, takeOwner, type Parsed, type Row } from './table-row';
import { issueKindOf } from './ticket-words';
import { withinLimit } from './text-limit';
import { t } from '../values/texts';

/** What each task of an Asana export is: a ticket on the deal of its project. A subtask belongs where its parent does. */
export function readAsana(table: MappedTable, reading: Reading): readonly ReadRow[] {
  const tasks = new Map(
    table.table.rows.map((row) => [
      cellOf(table, row, 'title'),
      { project: cellOf(table, row, 'project'), parent: cellOf(table, row, 'parent') },
    ]),
  );
  return readRows(table, reading, { type: 'ticket', idLabel: 'Task ID', read: (row) => readTask(row, projectOf(row, tasks)) });
}

interface Task {
  readonly project: string;
  readonly parent: string;
}

/** Asana names a parent by its title, and a subtask has no project of its own. */
function projectOf(row: Row, tasks: ReadonlyMap<string, Task>): string {
  let task: Task | undefined = { project: row.cell('project'), parent: row.cell('parent') };
  const seen = new Set<string>();
  while (task && task.project === '' && task.parent !== '' && !seen.has(task.parent)) {
    seen.add(task.parent);
    task = tasks.get(task.parent);
  }
  return task?.project ?? '';
}

function readTask(row: Row, project: string): Parsed {
  const { notes, reading } = row;
  if (project === '') return { refuse: t('The task is in no project, and neither is the task that it is part of.'), role: 'project' };
  const deal = reading.deal(project);
  if (deal === undefined)
    return {
      refuse: t('No deal is chosen for the project “{{project}}”; choose one, and its tasks come in.', { project }),
      role: 'project',
    };
  const title = row.cell('title') || `Task ${row.id}`;
  if (row.cell('title') === '') notes.check(t('The task has no name; “{{title}}” stands in for it.', { title }), row.header('title'));
  notes.values['title'] = title;
  notes.values['deal'] = deal;
  notes.values['kind'] = kindOf(row);
  takeStatus(row);
  takeDetail(row);
  takeOwner(row, 'owner');
  takeDate(row, 'due');
  takeDate(row, 'closedAt');
  if (notes.values['kind'] === 'incident') takeDate(row, 'createdAt', 'openedAt');
  return { title, refs: [] };
}

/** Asana has no types; a tag such as `bug` or `question` says one. */
function kindOf(row: Row): string {
  const kinds = row
    .cell('labels')
    .split(',')
    .map((tag) => issueKindOf(tag));
  return kinds.find(({ certain, value }) => certain && value !== 'work package')?.value ?? 'work package';
}

/** A task with a day of completion is done, in whatever section it stands. */
function takeStatus({ notes, reading, cell, header }: Row): void {
  if (cell('closedAt') !== '') {
    notes.values['status'] = 'done';
    return;
  }
  const meaning = cell('status') === '' ? undefined : reading.meaning('status', cell('status'));
  notes.values['status'] = meaning?.value ?? 'open';
  if (meaning?.assumed)
    notes.check(
      t('The section “{{cell}}” says nothing that is known here; it is taken as {{value}}.', {
        cell: cell('status'),
        value: meaning.value,
      }),
      header('status'),
      cell('status'),
    );
}

function takeDetail(row: Row): void {
  const facts = [
    ['Asana section', row.cell('status')],
    ['Part of', row.cell('parent')],
    ['Blocked by', row.cell('blockedBy')],
    ['Tags', row.cell('labels')],
    ['Starts', row.cell('startAt')],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  const { text, cut } = withinLimit([row.cell('detail'), facts.join('\n')].filter((part) => part !== '').join('\n\n'));
  if (cut) row.notes.check(t('The notes are longer than an entry can hold; their end stays in Asana.'), row.header('detail'));
  row.notes.values['detail'] = text || null;
}

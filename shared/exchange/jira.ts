import { sha256Hex } from '../ledger/hash';
import { instantOf, parseCellDate } from './cell-dates';
import type { Reading } from './answers';
import { problem, type Draft, type DraftRef, type ReadRow } from './draft';
import { cellOf, type MappedTable } from './mapped-table';
import { readRows, takeDate, takeOwner, type Parsed, type Row } from './table-row';
import { severityOf } from './ticket-words';
import { withinLimit } from './text-limit';
import { t } from '../values/texts';

/** What each issue of a Jira export is: a ticket on the deal of its project, and a moment for each of its comments. */
export function readJira(table: MappedTable, reading: Reading): readonly ReadRow[] {
  const parents = parentNames(table);
  return readRows(table, reading, { type: 'ticket', idLabel: 'issue key', read: (row) => readIssue(row, parents) });
}

/** Issue id and key → `ENG-1 Checkout revamp`: a parent is named by either. */
function parentNames(table: MappedTable): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const row of table.table.rows) {
    const key = cellOf(table, row, 'id');
    const name = [key, cellOf(table, row, 'title')].filter((part) => part !== '').join(' ');
    for (const id of [key, cellOf(table, row, 'issueId')]) if (id !== '') names.set(id, name);
  }
  return names;
}

function readIssue(row: Row, parents: ReadonlyMap<string, string>): Parsed {
  const { notes, reading } = row;
  const deal = reading.deal(row.cell('project'));
  if (deal === undefined)
    return { refuse: `No deal is chosen for the project “${row.cell('project')}”; choose one, and its issues come in.` };
  const title = row.cell('title') || row.id;
  if (row.cell('title') === '')
    notes.check(t('The issue has no summary; its key “{{id}}” stands in for it.', { id: row.id }), row.header('title'));
  const kind = takeMeaning(row, 'kind', 'work package');
  notes.values['title'] = title;
  notes.values['deal'] = deal;
  takeMeaning(row, 'status', 'open');
  takeDetail(row, parents);
  takeOwner(row, 'owner');
  takeDate(row, 'due');
  takeDate(row, 'closedAt');
  takeHours(row);
  if (kind === 'incident') takeIncident(row);
  const comments = row.cells('comment').map((cell, at) => commentOf(row, cell, at + 1, deal));
  return { title, refs: [], more: comments.filter((draft) => draft !== undefined) };
}

function takeMeaning({ notes, reading, cell, header }: Row, role: string, without: string): string {
  const meaning = cell(role) === '' ? undefined : reading.meaning(role, cell(role));
  const value = meaning?.value ?? without;
  notes.values[role] = value;
  if (meaning?.assumed)
    notes.check(
      t('“{{cell}}” is not a {{role}} that is known here; it is taken as {{value}}.', { cell: cell(role), role, value }),
      header(role),
      cell(role),
    );
  return value;
}

/** What Jira knows beside the description and what a ticket here has no field for, in lines that a re-import finds unchanged. */
function takeDetail(row: Row, parents: ReadonlyMap<string, string>): void {
  const parent = row.cell('parent');
  const facts = [
    ['Jira', row.id],
    ['Part of', parent === '' ? '' : (parents.get(parent) ?? parent)],
    ['Labels', row.cells('labels').join(', ')],
    ['Sprint', row.cells('sprint').join(', ')],
    ['Attached in Jira', row.cells('attachment').map(attachmentName).join(', ')],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  const { text, cut } = withinLimit([row.cell('detail'), facts.join('\n')].filter((part) => part !== '').join('\n\n'));
  if (cut) row.notes.check(t('The description is longer than an entry can hold; its end stays in Jira.'), row.header('detail'));
  row.notes.values['detail'] = text;
}

/** `03/Jan/26 9:00 AM;jane;plan.pdf;https://…` → `plan.pdf` */
const attachmentName = (cell: string): string => cell.split(';')[2]?.trim() || cell;

/** Jira counts in seconds. Without an original estimate, what was spent and what remains make one. */
function takeHours(row: Row): void {
  const original = secondsOf(row, 'estimate');
  const spent = secondsOf(row, 'spent');
  const remaining = secondsOf(row, 'remaining');
  const estimate = original ?? (spent === undefined && remaining === undefined ? undefined : (spent ?? 0) + (remaining ?? 0));
  if (row.has('estimate') || row.has('remaining')) row.notes.values['estimateHours'] = estimate === undefined ? null : hoursOf(estimate);
  if (row.has('spent')) row.notes.values['spentHours'] = spent === undefined ? null : hoursOf(spent);
}

const hoursOf = (seconds: number): number => Math.round(seconds / 36) / 100;

function secondsOf(row: Row, role: string): number | undefined {
  const text = row.cell(role);
  if (text === '') return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  row.notes.leaveOut(t('“{{text}}” is not a number of seconds.', { text }), row.header(role), text);
  return undefined;
}

function takeIncident(row: Row): void {
  takeDate(row, 'createdAt', 'openedAt');
  const priority = row.cell('priority');
  const severity = severityOf(priority);
  if (severity !== undefined) row.notes.values['severity'] = severity;
  else if (priority !== '')
    row.notes.leaveOut(t('“{{priority}}” says nothing of how bad an incident is.', { priority }), row.header('priority'), priority);
}

const COMMENT = /^([^;]*);([^;]*);([\s\S]*)$/;

/**
 * A comment is evidence on its ticket. Jira gives it no id: its issue, time, author and words are what it is, so a comment
 * that was rewritten comes in beside the one that was there before.
 */
function commentOf(row: Row, cell: string, number: number, deal: string): Draft | undefined {
  const [, when = '', author = '', words = cell] = COMMENT.exec(cell) ?? [];
  const at = when === '' ? undefined : parseCellDate(when, 'day first');
  const body = withinLimit(words.trim());
  if (body.text === '') return undefined;
  if (!at?.ok) {
    row.notes.leaveOut(
      t('Comment {{number}} has no date that can be read, so it has no place in the story.', { number }),
      row.header('comment'),
      cell.slice(0, 60),
    );
    return undefined;
  }
  const instant = instantOf(at.value);
  const refs: readonly DraftRef[] = [{ field: 'about', to: 'ticket', role: 'comment', ids: [row.id], take: 'first' }];
  return {
    line: row.line,
    part: `comment ${number}`,
    source: 'jira-comments',
    type: 'moment',
    externalId: `${row.id} ${instant} ${sha256Hex(`${author}\n${words}`).slice(0, 16)}`,
    title: body.text.slice(0, 60),
    values: {
      kind: 'note',
      deal,
      at: instant,
      subject: `Comment on ${row.id}`,
      body: body.text,
      ...(author.trim() ? { from: author.trim() } : {}),
    },
    refs,
    problems: body.cut ? [problem(row.line, t('The comment is longer than an entry can hold; its end stays in Jira.'), 'check')] : [],
  };
}

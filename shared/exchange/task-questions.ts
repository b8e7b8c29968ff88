import type { Records } from '../records/records';
import { projectQuestion, answered, type Asked } from './questions';
import { projectName } from './deal-of-project';
import { NO_DEAL } from './deal-question';
import type { ImportChoices, Question } from './import-plan';
import type { MappedTable } from './mapped-table';
import { timeRows } from './time-row';
import { t } from '../values/texts';

/** Hours of a task stand on no scope line. */
export const NO_LINE = 'no line';

/** Tasks are called alike in many projects, so each deal has its own answer. */
export const taskQuestion = (deal: string, task: string): string => `task/${deal}/${task.trim().toLowerCase().replace(/\s+/g, ' ')}`;

/**
 * Which scope line of its deal a task of a report of hours is. Asked once the deals are known; a task that is called as a line
 * of its deal is that line, any other is on none until somebody says so.
 */
export function taskQuestions(
  tables: readonly MappedTable[],
  deals: readonly Question[],
  records: Records,
  choices: ImportChoices,
): readonly Question[] {
  const dealOf = new Map(deals.filter(({ kind }) => kind === 'deal').map(({ id, answer }) => [id, answer]));
  const asked = new Map<string, Asked & { readonly places: { file: string; line: number }[] }>();
  for (const table of tables.filter(({ format }) => format.type === 'timeEntry')) {
    for (const row of timeRows(table)) {
      const deal = dealOf.get(projectQuestion(projectName(row) || '(no client)'));
      if (deal === undefined || deal === NO_DEAL || row.task === '' || row.row.damage !== undefined) continue;
      const id = taskQuestion(deal, row.task);
      const one = asked.get(id) ?? askedOf(id, table.format.system, deal, row.task, records);
      if (!one) continue;
      one.places.push({ file: table.file, line: row.row.line });
      asked.set(id, one);
    }
  }
  return [...asked.values()].map((one) => answered(one, records, choices));
}

function askedOf(
  id: string,
  system: string,
  deal: string,
  task: string,
  records: Records,
): (Asked & { readonly places: { file: string; line: number }[] }) | undefined {
  const lines = records.of('scopeLine', 'deal', deal);
  if (lines.length === 0) return undefined;
  const wanted = task.trim().toLowerCase();
  const named = lines.filter(({ title }) => title.trim().toLowerCase() === wanted);
  const name = records.get('deal', deal)?.name ?? '';
  return {
    id,
    system,
    kind: 'scope line',
    text: t('Which scope line of {{name}} is the task “{{task}}”?', { name, task }),
    value: `${task} (${name})`,
    places: [],
    options: [...lines.map((line) => ({ value: line.id as string, label: line.title })), { value: NO_LINE, label: 'No scope line' }],
    guess: named.length === 1 && named[0] ? named[0].id : NO_LINE,
    certain: true,
  };
}

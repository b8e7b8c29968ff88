import { TICKET_STATUSES } from '../records/ticket';
import { hasAll, hasAny, type TableFormat } from './format';
import { statusOf } from './ticket-words';
import { t } from '../values/texts';

/** What Asana exports, as CSV or into a Google sheet, which puts a title above and spacers between its sections. */
export const ASANA: TableFormat = {
  source: 'asana-tasks',
  system: 'asana',
  label: 'Asana tasks',
  systemLabel: 'Asana',
  type: 'ticket',
  roles: [
    { role: 'id', label: 'Task ID', headers: ['task id', 'id'] },
    { role: 'title', label: 'Name', headers: ['name', 'task name'] },
    { role: 'status', label: 'Section', headers: ['section column', 'section', 'column'] },
    { role: 'assignee', label: 'Assignee', headers: ['assignee'] },
    { role: 'assigneeEmail', label: 'Assignee e-mail', headers: ['assignee email'] },
    { role: 'startAt', label: 'Start', headers: ['start date'] },
    { role: 'due', label: 'Due', headers: ['due date'] },
    { role: 'createdAt', label: 'Created', headers: ['created at'] },
    { role: 'closedAt', label: 'Completed', headers: ['completed at'] },
    { role: 'labels', label: 'Tags', headers: ['tags'] },
    { role: 'detail', label: 'Notes', headers: ['notes'] },
    { role: 'project', label: 'Project', headers: ['projects', 'project'] },
    { role: 'parent', label: 'Parent task', headers: ['parent task'] },
    { role: 'blockedBy', label: 'Blocked by', headers: ['blocked by dependencies', 'blocked by'] },
  ],
  recognises: (names) => hasAll(names, 'task id', 'name') && hasAny(names, 'section column', 'projects', 'parent task', 'completed at'),
  dates: ['due', 'createdAt', 'closedAt', 'startAt'],
  owners: ['owner'],
  ownersAre: ['consultant'],
  deals: ['project'],
  computed: {
    owner: (cell) => [cell('assignee'), cell('assigneeEmail') && `(${cell('assigneeEmail')})`].filter((part) => part !== '').join(' '),
  },
  values: [
    {
      role: 'status',
      kind: 'status',
      text: (value) => t('Where does work stand in the section “{{value}}”?', { value }),
      options: TICKET_STATUSES,
      guess: statusOf,
    },
  ],
  isSpacer: (cell, filled) => cell('id') === '' && filled <= 1,
};

import { TICKET_STATUSES } from '../records/ticket';
import { hasAll, type TableFormat } from './format';
import { ISSUE_KINDS, issueKindOf, statusOf } from './ticket-words';
import { t } from '../values/texts';

/** What Jira exports. `Comment`, `Labels`, `Sprint` and `Attachment` stand as often as the issue with most of them needs. */
export const JIRA: TableFormat = {
  source: 'jira-issues',
  system: 'jira',
  label: 'Jira issues',
  systemLabel: 'Jira',
  type: 'ticket',
  roles: [
    { role: 'id', label: 'Issue key', headers: ['issue key', 'key'] },
    { role: 'issueId', label: 'Issue id', headers: ['issue id'] },
    { role: 'title', label: 'Summary', headers: ['summary'] },
    { role: 'projectColumn', label: 'Project', headers: ['project name', 'project key', 'project'] },
    { role: 'kind', label: 'Issue type', headers: ['issue type', 'issuetype', 'type'] },
    { role: 'status', label: 'Status', headers: ['status'] },
    { role: 'priority', label: 'Priority', headers: ['priority'] },
    { role: 'owner', label: 'Assignee', headers: ['assignee'] },
    { role: 'detail', label: 'Description', headers: ['description'] },
    { role: 'due', label: 'Due date', headers: ['due date', 'duedate'] },
    { role: 'createdAt', label: 'Created', headers: ['created'] },
    { role: 'closedAt', label: 'Resolved', headers: ['resolved'] },
    { role: 'resolution', label: 'Resolution', headers: ['resolution'] },
    { role: 'parent', label: 'Parent or epic', headers: ['parent key', 'parent', 'parent id', 'custom field epic link', 'epic link'] },
    { role: 'labels', label: 'Labels', headers: ['labels'] },
    { role: 'sprint', label: 'Sprint', headers: ['sprint'] },
    { role: 'comment', label: 'Comments', headers: ['comment', 'comments'] },
    { role: 'attachment', label: 'Attachments', headers: ['attachment'] },
    { role: 'estimate', label: 'Original estimate (s)', headers: ['original estimate'] },
    { role: 'remaining', label: 'Remaining estimate (s)', headers: ['remaining estimate'] },
    { role: 'spent', label: 'Time spent (s)', headers: ['time spent'] },
  ],
  recognises: (names) => hasAll(names, 'issue key', 'summary'),
  dates: ['due', 'createdAt', 'closedAt'],
  owners: ['owner'],
  ownersAre: ['consultant'],
  deals: ['project'],
  computed: { project: (cell) => cell('projectColumn') || (/^([A-Z][A-Z0-9_]*)-\d+$/i.exec(cell('id'))?.[1] ?? '') },
  values: [
    { role: 'kind', kind: 'kind', text: (value) => t('What is a “{{value}}”?', { value }), options: ISSUE_KINDS, guess: issueKindOf },
    {
      role: 'status',
      kind: 'status',
      text: (value) => t('Where does work stand that is “{{value}}”?', { value }),
      options: TICKET_STATUSES,
      guess: statusOf,
    },
  ],
};

import type { TICKET_STATUSES } from '../records/ticket';

type Status = (typeof TICKET_STATUSES)[number];

interface Guess<T extends string> {
  readonly value: T;
  readonly certain: boolean;
}

const STATUSES: readonly (readonly [RegExp, Status])[] = [
  [/^(?:done|closed|resolved|completed?|released|deployed|finished)$/i, 'done'],
  [/^(?:won'?t (?:do|fix)|cancell?ed|rejected|declined|duplicate|dropped)$/i, 'dropped'],
  [/^(?:blocked|waiting(?: .*)?|on hold|pending|(?:in|under) review|testing|in test(?:ing)?|qa)$/i, 'waiting'],
  [/^(?:in (?:progress|development)|doing|started|work in progress)$/i, 'in progress'],
  [/^(?:to[ -]?do|open|new|backlog|ready(?: for .*)?|selected for development|reopened|not started|untitled section)$/i, 'open'],
];

/** Where work stands that has this status or stands in this section of a board; a word that nobody knows is taken as open. */
export function statusOf(word: string): Guess<Status> {
  const found = STATUSES.find(([words]) => words.test(word.trim()))?.[1];
  return { value: found ?? 'open', certain: found !== undefined };
}

/** Kinds that a project tool's issues can be here. */
export const ISSUE_KINDS = ['work package', 'incident', 'question'] as const;
type IssueKind = (typeof ISSUE_KINDS)[number];

const KINDS: readonly (readonly [RegExp, IssueKind])[] = [
  [/\b(?:bug|incident|defect|fault|problem)\b/i, 'incident'],
  [/\b(?:question|query|support|help|service request|request for information)\b/i, 'question'],
  [/^(?:story|task|sub-?task|epic|new feature|feature|improvement|technical task|milestone)$/i, 'work package'],
];

/** What an issue of this type is here; a type that nobody knows is taken as a work package. */
export function issueKindOf(word: string): Guess<IssueKind> {
  const found = KINDS.find(([words]) => words.test(word.trim()))?.[1];
  return { value: found ?? 'work package', certain: found !== undefined };
}

const SEVERITIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:highest|blocker|critical|urgent|p0|p1)$/i, 'critical'],
  [/^(?:high|major|p2)$/i, 'high'],
  [/^(?:medium|normal|p3)$/i, 'medium'],
  [/^(?:low|lowest|minor|trivial|p4|p5)$/i, 'low'],
];

/** How bad an incident of this priority is; undefined where the word says nothing. */
export const severityOf = (priority: string): string | undefined => SEVERITIES.find(([words]) => words.test(priority.trim()))?.[1];

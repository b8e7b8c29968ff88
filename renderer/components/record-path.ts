import type { Id } from '#shared/records/define-record';
import type { RecordId } from '#shared/ledger/entry';

const HOMES: Readonly<Record<string, string>> = { deal: '/deals', account: '/accounts', contact: '/contacts' };
const REGISTERS: ReadonlySet<string> = new Set(['commitment', 'objection', 'concession', 'constraint', 'priority', 'decision']);

/** What stands after the type: addresses leave the type out, the route already says it. */
export function bodyOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/** The type of a record, from its id. */
export function typeOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
}

/** The id behind a body found in an address; undefined when the address has none. */
export function idOf<T extends string>(type: T, body: string | undefined): Id<T> | undefined {
  return body ? `${type}:${body}` : undefined;
}

/**
 * Address of the screen on which a record is seen. Records that live inside a deal need to know which one;
 * undefined when a record has no screen of its own.
 */
export function recordPath(id: RecordId, deal?: RecordId): string | undefined {
  const type = typeOf(id);
  const home = HOMES[type];
  if (home) return `${home}/${bodyOf(id)}`;
  if (type === 'person') return '/settings/people';
  if (type === 'invoice') return `/invoices/${bodyOf(id)}`;
  if (!deal) return undefined;
  const within = `/deals/${bodyOf(deal)}`;
  if (type === 'moment') return `${within}/story?moment=${bodyOf(id)}`;
  if (type === 'question') return `${within}/brief?question=${bodyOf(id)}`;
  if (type === 'scopeLine') return `${within}/scope?line=${bodyOf(id)}`;
  if (type === 'blueprint') return `${within}/blueprint?blueprint=${bodyOf(id)}`;
  if (type === 'proposal') return `${within}/proposal?version=${bodyOf(id)}`;
  if (type === 'changeOrder') return `${within}/changes?change=${bodyOf(id)}`;
  if (type === 'ticket') return `${within}/tickets?ticket=${bodyOf(id)}`;
  if (type === 'milestone') return `${within}/delivery?milestone=${bodyOf(id)}&show=milestones`;
  if (REGISTERS.has(type)) return `${within}/promises?register=${type}&record=${bodyOf(id)}`;
  return within;
}

/** Where the way of a record is shown, from the words that it came of to what came of it. */
export function tracePath(deal: RecordId, id?: RecordId): string {
  return `/deals/${bodyOf(deal)}/trace${id === undefined ? '' : `/${id}`}`;
}

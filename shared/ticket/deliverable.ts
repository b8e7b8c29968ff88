import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import { isOfType, typeOf, type Moment, type Proposal, type ScopeLine, type Ticket } from '../records/registry';
import type { DELIVERABLES } from '../records/ticket';
import { recordTitle } from '../records/title';
import { isPreSaleKind, type TicketKind } from './ticket-kind';
import type { Undecided } from './ticket-error';
import { t } from '../values/texts';

export type DeliverableKind = (typeof DELIVERABLES)[number];

/** What a ticket shows for itself: one record, or the scope lines that it wrote. */
export type Shown = Pick<Ticket, 'deliverable' | 'deliverableLines'>;

/** `missing`: nothing is linked. `not yet`: what is linked does not count so far. Both say what to do. */
export type DeliverableState =
  | { readonly kind: 'missing'; readonly message: string }
  | { readonly kind: 'not yet'; readonly message: string }
  | { readonly kind: 'ready' };

const WORDS: Readonly<Record<DeliverableKind, string>> = {
  file: t('a file'),
  'scope lines': t('scope lines'),
  blueprint: t('an approved blueprint'),
  proposal: t('a sent proposal'),
  milestone: t('a milestone that was reached'),
  decision: t('a decision'),
  'change order': t('a change order that was decided'),
  message: t('the mail, call or note that says so'),
};

/** `an approved blueprint`: what a kind of deliverable must be to count. */
export const deliverableWords = (kind: DeliverableKind): string => WORDS[kind];

/** What counts as done for each kind of work. */
export function deliverablesFor(kind: TicketKind): readonly DeliverableKind[] {
  if (isPreSaleKind(kind)) return ['file', 'scope lines', 'blueprint', 'proposal'];
  return AFTER_SIGNATURE[kind];
}

const AFTER_SIGNATURE: Readonly<
  Record<
    Exclude<TicketKind, 'information gathering' | 'scoping' | 'blueprint design' | 'proposal construction'>,
    readonly DeliverableKind[]
  >
> = {
  'work package': ['scope lines', 'milestone', 'file'],
  incident: ['file', 'message', 'change order', 'decision'],
  question: ['message', 'decision', 'file'],
  escalation: ['decision', 'change order', 'message', 'file'],
};

/** What is asked of a ticket: the one thing that it is to produce, or any that counts for its kind. */
export const accepted = ({ kind, expects }: Pick<Ticket, 'kind' | 'expects'>): readonly DeliverableKind[] =>
  expects ? [expects] : deliverablesFor(kind);

/** Whether what the ticket shows counts, and what is missing where it does not. `shown`: what it would show, where that differs. */
export function deliverableState(ticket: Ticket, records: Records, undecided: Undecided, shown: Shown = ticket): DeliverableState {
  const given = [...(shown.deliverable ? [shown.deliverable] : []), ...shown.deliverableLines];
  if (given.length === 0)
    return {
      kind: 'missing',
      message: t('Nothing is linked yet. Link {{listed}}, or say in words why it is done without.', { listed: listed(accepted(ticket)) }),
    };
  const problem = given.map((id) => problemWith(id, ticket, records, undecided)).find((found) => found !== undefined);
  return problem === undefined ? { kind: 'ready' } : { kind: 'not yet', message: problem };
}

/** `a file, scope lines or a sent proposal`. */
export function listed(kinds: readonly DeliverableKind[]): string {
  const words = kinds.map((kind) => WORDS[kind]);
  return words.length > 1
    ? t('{{join}} or {{words}}', { join: words.slice(0, -1).join(', '), words: words.at(-1) ?? '' })
    : (words[0] ?? '');
}

/** Why one linked record does not count, if so. */
function problemWith(id: NonNullable<Ticket['deliverable']>, ticket: Ticket, records: Records, undecided: Undecided): string | undefined {
  const type = typeOf(id);
  const record = type && records.get(type, id);
  if (!record || record.archived) return t('What is linked is not here any more. Link something else.');
  const title = `“${recordTitle(record)}”`;
  if (!('deal' in record) || record.deal !== ticket.deal)
    return t('{{title}} belongs to another deal. Link what this deal has to show.', { title });
  const kind = kindOfDeliverable(id, records);
  if (kind === undefined || !counts(kind, ticket))
    return t('{{title}} is not what this ticket is to deliver. Link {{listed}}.', { title, listed: listed(accepted(ticket)) });
  if (undecided(id).includes('status'))
    return t('Two people changed the status of {{title}} offline. Choose the right value first.', { title });
  return unfinished(id, ticket, records, title);
}

/** A file that somebody wrote is a message as well; words alone are no file. */
function counts(kind: DeliverableKind, ticket: Ticket): boolean {
  const asked = accepted(ticket);
  return asked.includes(kind) || (kind === 'file' && asked.includes('message'));
}

/** What a record is as a deliverable; undefined for what never is one. */
export function kindOfDeliverable(id: string, records: Records): DeliverableKind | undefined {
  switch (typeOf(id)) {
    case 'moment':
      return isFile(records.get('moment', id)) ? 'file' : 'message';
    case 'scopeLine':
      return 'scope lines';
    case 'changeOrder':
      return 'change order';
    case 'blueprint':
      return 'blueprint';
    case 'proposal':
      return 'proposal';
    case 'milestone':
      return 'milestone';
    case 'decision':
      return 'decision';
    default:
      return undefined;
  }
}

const isFile = (moment: Moment | undefined): boolean => moment?.kind === 'file' || moment?.file !== undefined;

function unfinished(id: string, ticket: Ticket, records: Records, title: string): string | undefined {
  if (isOfType('blueprint', id)) {
    const status = records.get('blueprint', id)?.status;
    return status === 'approved'
      ? undefined
      : t('The blueprint {{title}} is {{value}}. It counts once it is approved.', {
          title,
          value: status === 'reviewed' ? t('reviewed') : t('a draft'),
        });
  }
  if (isOfType('proposal', id))
    return wasSent(records.get('proposal', id))
      ? undefined
      : t('{{title}} is a draft. It counts once it is sent.', { title: unquoted(title) });
  if (isOfType('milestone', id))
    return records.get('milestone', id)?.reachedAt ? undefined : t('The milestone {{title}} is not reached yet.', { title });
  if (isOfType('changeOrder', id))
    return isDecided(records.get('changeOrder', id)?.status) ? undefined : t('The change order {{title}} is not decided yet.', { title });
  if (isOfType('scopeLine', id)) return undone(records.get('scopeLine', id), ticket, title);
  return undefined;
}

/** Also where it was replaced, accepted or declined since. */
const wasSent = (proposal: Proposal | undefined): boolean =>
  proposal !== undefined && proposal.status !== 'draft' && (proposal.status !== 'superseded' || proposal.sentAt !== undefined);

const isDecided = (status: string | undefined): boolean => status === 'billed' || status === 'absorbed' || status === 'rejected';

/** Before the signature a line counts when it is written, as a work package when its work is done. */
function undone(line: ScopeLine | undefined, ticket: Ticket, title: string): string | undefined {
  if (ticket.kind !== 'work package' || line?.status === 'done') return undefined;
  return t('The scope line {{title}} is not done yet.', { title });
}

const unquoted = (title: string): string => title.slice(1, -1);

/** The lines and the record that a ticket shows, as one list of ids. */
export const shownIds = ({ deliverable, deliverableLines }: Shown): readonly Id<string>[] => [
  ...(deliverable ? [deliverable] : []),
  ...deliverableLines,
];

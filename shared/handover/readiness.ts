import type { RecordId } from '../ledger/entry';
import { roadPhase } from '../deal/phase';
import { needsApproval } from '../promise/concession';
import { joinedPerson } from '../records/joined-person';
import type { Records } from '../records/records';
import type { Deal, ScopeLine, Ticket } from '../records/registry';
import { recordTitle } from '../records/title';
import { constraintBreaches } from '../scope/constraint-check';
import { promisedNotInSow, soldNotInSow } from '../scope/coverage';
import { scopeLinesOf } from '../scope/live-line';
import { openQuestions } from './questions';
import { t } from '../values/texts';

/** What can be missing before a deal is handed over (product.md §4), in the order in which it is shown. */
export const GAP_KINDS = [
  'no why',
  'no exclusion',
  'no acceptance test',
  'promised not in SOW',
  'sold not in SOW',
  'constraint not worked around',
  'discount not approved',
  'open question',
  'no owner',
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** One thing that is missing. It goes away when its cause is mended, and only then. */
export interface Gap {
  /** The same gap has the same key. */
  readonly key: string;
  readonly kind: GapKind;
  /** What it is about, in words: the title of a line, the words of a promise. */
  readonly text: string;
  /** The records that it is about; the first is where it is mended. */
  readonly about: readonly [RecordId, ...RecordId[]];
  /** The field of the first record that mends it, where one does. */
  readonly field?: string;
}

/** What is missing before this deal can be handed over without a meeting. Empty when nothing is. */
export function readiness(records: Records, deal: Deal): readonly Gap[] {
  const lines = scopeLinesOf(records, deal.id).filter(isToBeDone);
  return [
    ...lines.filter(({ why }) => !why?.trim()).map(lineGap('no why', 'why')),
    ...lines.filter(({ excluded }) => !excluded?.trim()).map(lineGap('no exclusion', 'excluded')),
    ...lines.filter(({ acceptanceTest }) => !acceptanceTest?.trim()).map(lineGap('no acceptance test', 'acceptanceTest')),
    ...promisedNotInSow(records, deal.id).map((promise) => gap('promised not in SOW', recordTitle(promise), [promise.id])),
    ...soldNotInSow(records, deal.id).map((line) => gap('sold not in SOW', recordTitle(line), [line.id])),
    ...constraintBreaches(records, deal.id).map(({ line, constraint }) =>
      gap(
        'constraint not worked around',
        t('{{line}} meets “{{constraint}}”', { line: recordTitle(line), constraint: recordTitle(constraint) }),
        [line.id, constraint.id],
      ),
    ),
    ...records
      .of('concession', 'deal', deal.id)
      .filter(needsApproval)
      .map((concession) => gap('discount not approved', recordTitle(concession), [concession.id])),
    ...openQuestions(records, deal.id).map((question) =>
      gap('open question', recordTitle(question), question.about ? [question.id, question.about] : [question.id]),
    ),
    ...ownerGaps(records, deal),
  ];
}

/** Whether the hand-over is still ahead: scope is being written, or work has not begun. */
export function isBeforeHandover(deal: Deal): boolean {
  if (deal.archived || deal.phase === 'lost') return false;
  return (['scoping', 'proposal', 'negotiation', 'kickoff'] as readonly string[]).includes(roadPhase(deal));
}

/** What somebody will have to do; options nobody took, and what is done, need no words any more. */
export const isToBeDone = ({ status }: ScopeLine): boolean => status === 'proposed' || status === 'in' || status === 'courtesy';

const lineGap =
  (kind: GapKind, field: 'why' | 'excluded' | 'acceptanceTest') =>
  (line: ScopeLine): Gap =>
    gap(kind, recordTitle(line), [line.id], field);

function gap(kind: GapKind, text: string, about: Gap['about'], field?: string): Gap {
  const key = [kind, ...(kind === 'constraint not worked around' ? about : about.slice(0, 1)), ...(field ? [field] : [])].join(' ');
  return { key, kind, text, about, ...(field ? { field } : {}) };
}

const DEAL_OWNERS = [
  ['ae', t('account executive')],
  ['pm', t('project manager')],
] as const;

/** Who is to sell, to run and to do the work: nobody, or somebody who has left. */
function ownerGaps(records: Records, deal: Deal): readonly Gap[] {
  const ofDeal = DEAL_OWNERS.filter(([field]) => !isHere(records, deal[field])).map(([field, role]) =>
    gap(
      'no owner',
      t('{{role}} of the deal{{records}}', { role: capital(role), records: whoLeft(records, deal[field]) }),
      [deal.id],
      field,
    ),
  );
  const ofTickets = records
    .of('ticket', 'deal', deal.id)
    .filter((ticket) => isUnderWay(ticket) && !isHere(records, ticket.owner))
    .map((ticket) => gap('no owner', `${recordTitle(ticket)}${whoLeft(records, ticket.owner)}`, [ticket.id], 'owner'));
  return [...ofDeal, ...ofTickets];
}

/** Neither done nor dropped. */
export const isUnderWay = ({ status }: Ticket): boolean => status !== 'done' && status !== 'dropped';

/** Somebody, and not somebody who has left. Whose record has not arrived on this device yet is taken to be here. */
const isHere = (records: Records, id: string | undefined): boolean => id !== undefined && joinedPerson(records, id)?.active !== false;

function whoLeft(records: Records, id: string | undefined): string {
  const gone = joinedPerson(records, id);
  return gone ? t(': {{name}} has left', { name: gone.name }) : '';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const TITLES: Readonly<Record<GapKind, readonly [one: string, many: string]>> = {
  'no why': [t('line of scope without a why'), t('lines of scope without a why')],
  'no exclusion': [t('line of scope that excludes nothing'), t('lines of scope that exclude nothing')],
  'no acceptance test': [t('line of scope without an acceptance test'), t('lines of scope without an acceptance test')],
  'promised not in SOW': [t('promise that is not in the SOW'), t('promises that are not in the SOW')],
  'sold not in SOW': [t('line sold that is not in the SOW'), t('lines sold that are not in the SOW')],
  'constraint not worked around': [t('constraint without a way round it'), t('constraints without a way round them')],
  'discount not approved': [t('discount without approval'), t('discounts without approval')],
  'open question': [t('question without an answer'), t('questions without an answer')],
  'no owner': [t('piece of work without an owner'), t('pieces of work without an owner')],
};

/** `3 lines of scope without a why`. */
export const gapTitle = (kind: GapKind, count: number): string => `${count} ${TITLES[kind][count === 1 ? 0 : 1]}`;

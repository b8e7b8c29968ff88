import type { Json } from '../ledger/entry';
import type { Records } from '../records/records';
import type { Proposal, ProposalLine } from '../records/registry';
import { sameValue } from '../records/write';
import { subtractMoney, type Money } from '../values/money';
import { linesOf, offeredAs } from './offer-line';
import { offerValue } from './pricing';

/** What a line is compared by. */
export const COMPARED_FIELDS = ['text', 'hours', 'price', 'offeredAs', 'chosen'] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** One line in both versions, or in one of them. */
export type ComparedLine =
  | { readonly kind: 'added'; readonly after: ProposalLine }
  | { readonly kind: 'removed'; readonly before: ProposalLine }
  | {
      readonly kind: 'same' | 'changed';
      readonly before: ProposalLine;
      readonly after: ProposalLine;
      readonly changed: readonly ComparedField[];
    };

/** What the versions say of themselves beside their lines. */
export const COMPARED_TERMS = [
  'billingModel',
  'cap',
  'retainerFee',
  'retainerPeriod',
  'retainerPeriods',
  'validUntil',
  'blueprint',
  'background',
  'terms',
] as const;

export interface ComparedTerm {
  readonly field: (typeof COMPARED_TERMS)[number];
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

export interface ProposalComparison {
  /** In the order of the later version; what is gone stands where it stood. */
  readonly lines: readonly ComparedLine[];
  /** Only what differs. */
  readonly terms: readonly ComparedTerm[];
  /** Undefined where a version has no price. */
  readonly before: Money | undefined;
  readonly after: Money | undefined;
  /** After less before; undefined across currencies: two currencies are never added, nor taken from each other. */
  readonly difference: Money | undefined;
}

/**
 * Holds two versions against each other line by line. Lines are the same that come from one line of scope, or from one
 * concession; texts written by hand are the same where nothing but their numbers changed.
 */
export function compareProposals(records: Records, before: Proposal, after: Proposal): ProposalComparison {
  const [was, is] = [linesOf(records, before.id), linesOf(records, after.id)];
  const [worthBefore, worthAfter] = [valueOf(before, was), valueOf(after, is)];
  return {
    lines: compareLines(was, is),
    terms: COMPARED_TERMS.map((field) => ({ field, before: before[field], after: after[field] })).filter(
      (term) => !sameValue(term.before ?? null, term.after ?? null),
    ),
    before: worthBefore,
    after: worthAfter,
    difference: worthBefore && worthAfter?.currency === worthBefore.currency ? subtractMoney(worthAfter, worthBefore) : undefined,
  };
}

function compareLines(was: readonly ProposalLine[], is: readonly ProposalLine[]): readonly ComparedLine[] {
  const left = new Map<string, ProposalLine[]>();
  for (const line of was) left.set(sourceOf(line), [...(left.get(sourceOf(line)) ?? []), line]);
  const compared: ComparedLine[] = is.map((after) => {
    const before = left.get(sourceOf(after))?.shift();
    return before ? compareLine(before, after) : { kind: 'added', after };
  });
  const gone = new Set([...left.values()].flat());
  for (const [at, before] of was.entries()) {
    if (gone.has(before)) compared.splice(placeOf(compared, was[at - 1]), 0, { kind: 'removed', before });
  }
  return compared;
}

function compareLine(before: ProposalLine, after: ProposalLine): ComparedLine {
  const changed = COMPARED_FIELDS.filter((field) => !sameValue(said(before, field), said(after, field)));
  return { kind: changed.length > 0 ? 'changed' : 'same', before, after, changed };
}

/** Behind the line that stood before it, or at the top. */
function placeOf(compared: readonly ComparedLine[], previous: ProposalLine | undefined): number {
  return previous === undefined ? 0 : compared.findIndex((line) => line.kind !== 'added' && line.before.id === previous.id) + 1;
}

const sourceOf = ({ scopeLine, concession, text }: ProposalLine): string => scopeLine ?? concession ?? `text ${text ?? ''}`;

const said = (line: ProposalLine, field: ComparedField): unknown => (field === 'offeredAs' ? offeredAs(line) : line[field]) ?? null;

function valueOf(proposal: Proposal, lines: readonly ProposalLine[]): Money | undefined {
  const value = offerValue(proposal, lines);
  return value.ok ? value.value : undefined;
}

import { isSignedDeal } from '../deal/phase';
import { SPLIT } from '../deal/split';
import { signatureOf } from '../deal/then-and-now';
import { asOf } from '../ledger/as-of';
import { instantOfAt } from '../ledger/clock';
import type { Command } from '../ledger/command';
import { deviceOf, isRedacted, seqOf, type Entry, type Have, type RecordId } from '../ledger/entry';
import { effectiveTimes } from '../ledger/history';
import { fullHashOf } from '../ledger/verify-chain';
import type { Id } from '../records/define-record';
import { recordsFrom } from '../records/records-from';
import type { Records } from '../records/records';
import { definitionOf, kindOf, typeOf, type Deal, type MarginFreeze } from '../records/registry';
import { archiveRecord, createRecord, sameValue, together } from '../records/write';
import { derivedId } from '../values/id';
import { booksOf, costBooksOf } from './books';
import { contractOf, valueOf } from './contract';
import { planningOf } from './planning';

/** The act by which a margin is frozen. No person does it, and nobody takes it back. */
export const FREEZE = 'marginFreeze.freeze';

/**
 * One freeze for a deal and an acceptance, under one id wherever it is written: two clients that see the acceptance meet
 * in one record, and where they knew different costs, in a review.
 */
export const freezeId = (deal: RecordId, acceptance: Entry): Id<'marginFreeze'> => derivedId('marginFreeze', deal, acceptance.id);

/** Whether somebody has yet to look if the margin of a deal can be frozen: it is signed and planned, and no freeze says the same. */
export function mayNeedFreeze(records: Records, deal: Deal | undefined): deal is Deal {
  if (!deal || deal.archived || !isSignedDeal(deal)) return false;
  if (records.of('costPlan', 'deal', deal.id).length === 0) return false;
  const value = valueOf(deal);
  return !records
    .of('marginFreeze', 'deal', deal.id)
    .some(({ acceptedAt, signedValue }) => acceptedAt === deal.signedAt && value !== undefined && sameValue(signedValue, value));
}

/**
 * The margin that a deal was signed with, from what its history says was known then: on the team's side what the author of
 * the acceptance had before them, on the finance side the plans that had taken effect by that moment. What came later, or
 * comes later under an earlier date, is not in it. Nothing where the deal has no acceptance, no value, or no plan by then.
 * `entries`: the history of the deal in both ledgers, in effective order; `now`: the records as they are.
 */
export function freezeMargin(deal: Id<'deal'>, entries: readonly Entry[], now: Records): Command | undefined {
  const acceptance = acceptanceOf(deal, entries);
  if (!acceptance) return undefined;
  const id = freezeId(deal, acceptance);
  if (now.get('marginFreeze', id)) return undefined;
  const team = entries.filter((entry) => ledgerOf(entry) === 'team');
  const known = plansKnown(entries, acceptance);
  const then = recordsFrom([...asOf(team, acceptance, kindOf).records(), ...asOf(known, lastInstant(known), kindOf).records()]);
  const values = valuesThen(then, deal);
  if (!values) return undefined;
  const haveTeam = acceptance.have ?? haveOf(team.slice(0, team.indexOf(acceptance) + 1));
  const freeze = createRecord('marginFreeze', id, { deal, ...values, haveTeam, haveFinance: haveOf(known) }, { act: FREEZE });
  return together(FREEZE, [freeze, ...replaced(now, deal).map((other) => archiveRecord(other))]);
}

/** The entry of the signature; of a deal that came in signed, the one that brought it. */
export function acceptanceOf(deal: Id<'deal'>, entries: readonly Entry[]): Entry | undefined {
  return signatureOf(deal, entries) ?? entries.find((entry) => isSignedBy(entry, deal));
}

/** A part of a deal that was split has the signature of the whole, and of its frozen margin a share. */
const isSignedBy = ({ act, edits }: Entry, deal: Id<'deal'>): boolean =>
  act !== SPLIT && edits.some((edit) => edit.record === deal && !isRedacted(edit) && typeof edit.set['signedAt'] === 'string');

const ledgerOf = ({ edits }: Entry): string | undefined => {
  const type = edits[0] && typeOf(edits[0].record);
  return type && definitionOf(type).ledger;
};

/** Entries of the finance ledger that had taken effect by the acceptance. Freezes are not among them: they rest on it. */
function plansKnown(entries: readonly Entry[], acceptance: Entry): readonly Entry[] {
  const times = effectiveTimes(entries);
  const timeOf = (entry: Entry): string => instantOfAt(times.get(entry.id) ?? entry.at);
  const end = timeOf(acceptance);
  return entries.filter((entry) => ledgerOf(entry) === 'finance' && entry.act !== FREEZE && timeOf(entry) <= end);
}

/** All of them have taken effect by then. */
const lastInstant = (entries: readonly Entry[]): string => instantOfAt([...effectiveTimes(entries).values()].toSorted().at(-1) ?? '');

/** The last of the entries in each device's chain: what was known of this deal, and the same on every client that knew it. */
function haveOf(entries: readonly Entry[]): Have {
  const last = new Map<string, Entry>();
  for (const entry of entries) {
    const known = last.get(deviceOf(entry.id));
    if (!known || seqOf(known.id) < seqOf(entry.id)) last.set(deviceOf(entry.id), entry);
  }
  return Object.fromEntries([...last].map(([device, entry]) => [device, { tips: [{ seq: seqOf(entry.id), hash: fullHashOf(entry) }] }]));
}

type Frozen = Required<Pick<MarginFreeze, 'acceptedAt' | 'signedValue' | 'plannedCost' | 'lines'>>;

function valuesThen(then: Records, id: Id<'deal'>): Frozen | undefined {
  const books = booksOf(then, id);
  const cost = costBooksOf(then, id);
  if (!books || !cost || books.deal.signedAt === undefined) return undefined;
  const { currency, signed } = contractOf(books);
  const { plannedCost, sold } = planningOf(books, cost, currency, books.deal.signedAt);
  if (!signed.value || !plannedCost) return undefined;
  const lines = books.scopeLines.flatMap((line) => {
    const work = sold.get(line.id);
    if (!work) return [];
    const stated = cost.costPlans.find((plan) => plan.scopeLine === line.id && plan.plannedRate?.currency === currency)?.plannedRate;
    const planned = {
      hours: work.hours ?? 0,
      ...(work.cost ? { cost: work.cost.amount } : {}),
      ...(stated ? { rate: stated.amount } : {}),
    };
    return [[line.id, planned] as const];
  });
  return { acceptedAt: books.deal.signedAt, signedValue: signed.value, plannedCost, lines: Object.fromEntries(lines) };
}

/** Freezes of an earlier acceptance that was taken back since. */
const replaced = (now: Records, deal: Id<'deal'>): readonly MarginFreeze[] => now.of('marginFreeze', 'deal', deal);

import { settle, type Clash } from '#shared/ledger/clash';
import type { Change, Command } from '#shared/ledger/command';
import type { Json, RecordId } from '#shared/ledger/entry';
import { joinedPerson } from '#shared/records/joined-person';
import { definitionOf, typeOf } from '#shared/records/registry';
import type { Records } from '#shared/records/records';
import { homeOf } from './review';
import type { Companion, ReviewDetail } from './review-detail';

/** The act of choosing between values that clash. */
export const SETTLE = 'ledger.settle';

/** What a person decided on one clash. */
export interface Settlement {
  readonly clash: Clash;
  readonly value: Json;
  /** Values that go back with what was not chosen. */
  readonly companions?: readonly Companion[];
}

/** One command for each ledger: one entry and one undo, however many clashes are settled. */
export function settleCommands(settlements: readonly Settlement[], records: Records): readonly Command[] {
  const byLedger = new Map<string, Settlement[]>();
  for (const settlement of settlements) {
    const type = typeOf(settlement.clash.record);
    if (type === undefined) continue;
    const { ledger } = definitionOf(type);
    const known = byLedger.get(ledger);
    if (known) known.push(settlement);
    else byLedger.set(ledger, [settlement]);
  }
  return [...byLedger.values()].map((some) => ({ act: SETTLE, ...filedUnder(some, records), changes: some.flatMap(changesOf) }));
}

function changesOf({ clash, value, companions = [] }: Settlement): readonly Change[] {
  const change = settle(clash, value);
  if (companions.length === 0) return [change];
  return [change, { record: clash.record, set: Object.fromEntries(companions.map(({ field, was }) => [field, was])) }];
}

/** The deal or account that all of them belong to. */
function filedUnder(settlements: readonly Settlement[], records: Records): Pick<Command, 'deal' | 'account'> {
  const homes = new Set<RecordId>(settlements.map(({ clash }) => homeOf(clash.record, records)));
  const [home, ...others] = homes;
  if (home === undefined || others.length > 0) return {};
  const type = typeOf(home);
  return type === 'deal' ? { deal: home } : type === 'account' ? { account: home } : {};
}

/** How several clashes are settled at once: what is shown now, or what one person wrote. */
export type BulkPick = { readonly kind: 'latest' } | { readonly kind: 'person'; readonly person: string };

const personOf = (records: Records, id: string): string => joinedPerson(records, id)?.id ?? id;

/** What the pick means for one clash; undefined where that person has no side in it, or it was redacted. */
export function valueOfPick(pick: BulkPick, clash: Clash, detail: ReviewDetail, records: Records): Json | undefined {
  if (clash.kind === 'archived') return archivingOf(pick, detail, records);
  if (pick.kind === 'latest') return detail.choices[0]?.value;
  return detail.choices.find(({ authors }) => authors.some(({ by }) => personOf(records, by) === pick.person))?.value;
}

/** Who archived wants it archived, who edited wants it kept. Meanwhile it is kept. */
function archivingOf(pick: BulkPick, { choices, unseen }: ReviewDetail, records: Records): Json | undefined {
  if (pick.kind === 'latest') return false;
  const isTheirs = ({ by }: { readonly by: string }): boolean => personOf(records, by) === pick.person;
  if (choices.some(({ authors }) => authors.some(isTheirs))) return true;
  return unseen.some(({ author }) => isTheirs(author)) ? false : undefined;
}

/** Everybody who has a side in a clash, as they are known now. */
export function peopleIn(detail: ReviewDetail, records: Records): ReadonlySet<string> {
  const authors = [...detail.choices.flatMap((choice) => choice.authors), ...detail.unseen.map(({ author }) => author)];
  return new Set(authors.map(({ by }) => personOf(records, by)));
}

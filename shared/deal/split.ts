import type { Change, Command } from '../ledger/command';
import type { RecordId } from '../ledger/entry';
import type { Id, Role } from '../records/define-record';
import { notAllowed } from '../records/may-write';
import type { Values } from '../records/parse';
import type { Records } from '../records/records';
import { definitionOf, typeOf, type Deal, type RecordType } from '../records/registry';
import { createRecord, setOf } from '../records/write';
import { formatMoney, type Money } from '../values/money';
import { err, ok, type Result } from '../values/result';
import { dividedFreeze } from './split-freeze';
import { MOVED_COSTS, movedOf, partsBy, type BuyerChoice, type Choices, type Part } from './split-parts';
import { checkSums, heldAfter, type SumCheck } from './split-sums';
import { undecidedMessage } from './undecided';
import { spokenLanguage, t } from '../values/texts';

/** Who gets what. Part 0 is the deal that stays: it keeps its id, its evidence, its offers and its history. */
export interface SplitPlan {
  readonly parts: readonly Part[];
  /** Ids of the new deals, from part 1 on. */
  readonly ids: readonly Id<'deal'>[];
  readonly choices: Choices;
  readonly buyers: ReadonlyMap<Id<'contact'>, BuyerChoice>;
}

/** Who splits, and what this client holds. */
export interface Splitter {
  readonly roles: readonly Role[];
  /** Without the finance ledger the costs of the parts could not be moved, and their sums would be wrong. */
  readonly holdsFinance: boolean;
  /** Fields of a record between whose values nobody has chosen yet. */
  readonly undecided: (record: RecordId) => readonly string[];
}

/** Why a deal cannot be split so. `message` is fit to show. */
export interface SplitError {
  readonly message: string;
  readonly kind?: 'undecided';
  readonly record?: RecordId;
  readonly field?: string;
}

/** A split, decided and not done yet: one entry in the ledger of the team, and one in that of finance where costs move. */
export interface Split {
  readonly team: Command;
  readonly finance: Command | undefined;
  readonly checks: readonly SumCheck[];
}

export const SPLIT = 'deal.split';

/**
 * Makes one deal several. Everything goes to one part; the sums of scope, promises, people, time and money are taken from what
 * will be written and must be the sums of before, to the cent, or nothing is. decisions/0001-a-split-moves-records.md.
 */
export function splitDeal(records: Records, deal: Deal, plan: SplitPlan, splitter: Splitter): Result<Split, SplitError> {
  const refusal = whyNot(records, deal, plan, splitter);
  if (refusal) return err(refusal);
  const split = draftSplit(records, deal, plan);
  const wrong = split.checks.filter(({ holds }) => !holds);
  if (wrong.length > 0)
    return err({ message: t('Before and after differ in: {{join}}.', { join: wrong.map(({ label }) => label.toLowerCase()).join(', ') }) });
  const open = undecidedIn(split, splitter);
  if (open) return err(open);
  const forbidden = mayNot(split, splitter.roles);
  return forbidden ? err({ message: forbidden }) : ok(split);
}

/** The split as the plan has it, whether or not it may be done: what the table before the confirmation shows. */
export function draftSplit(records: Records, deal: Deal, plan: SplitPlan): Split {
  const partOf = partsBy(records, plan.choices);
  const deals = [deal.id, ...plan.ids];
  const moves = movedOf(records, deal.id).flatMap((record): Change[] => {
    const to = deals[partOf(record)];
    return to === undefined || to === deal.id ? [] : [{ record: record.id, set: { deal: to } }];
  });
  const isCost = ({ record }: Change): boolean => (MOVED_COSTS as readonly string[]).includes(typeOf(record) ?? '');
  const team = [
    ...plan.ids.flatMap((id, at) => newDeal(deal, id, plan, at + 1)),
    ...staying(deal, plan),
    ...moves.filter((one) => !isCost(one)),
  ];
  const finance = [...moves.filter(isCost), ...dividedFreeze(records, deal, deals, plan.parts, partOf)];
  const filed = { act: SPLIT, deal: deal.id, ...(deal.account ? { account: deal.account } : {}), freezes: true as const };
  return {
    team: { ...filed, changes: team },
    finance: finance.length > 0 ? { ...filed, changes: finance } : undefined,
    checks: checkSums(records, heldAfter(records, deal, [...team, ...finance]), deal, deals),
  };
}

/** What every part has from the deal that it was part of: who, when, and how it is billed. */
const INHERITED = [
  'account',
  'otherAccounts',
  'phase',
  'pausedFrom',
  'ae',
  'presalesLead',
  'pm',
  'billingModel',
  'retainerPeriod',
  'retainerPeriods',
  'expectedClose',
  'signedAt',
  'signedAtSource',
  'briefStartedAt',
  'kickoffAt',
  'plannedEnd',
  'deliveredAt',
  'warrantyUntil',
  'renewalAt',
  'noticeAt',
  'health',
  'whyTheyBought',
] as const;

function newDeal(deal: Deal, id: Id<'deal'>, plan: SplitPlan, at: number): readonly Change[] {
  const { name, ...part } = plan.parts[at] ?? { name: '' };
  const inherited = Object.fromEntries(INHERITED.flatMap((field) => (deal[field] === undefined ? [] : [[field, deal[field]]])));
  const values = { ...inherited, ...part, name: name.trim(), buyers: buyersOf(deal, plan, at), splitFrom: deal.id };
  return createRecord('deal', id, values as Values<'deal'>).changes;
}

function staying(deal: Deal, plan: SplitPlan): readonly Change[] {
  const [part] = plan.parts;
  const { amount = null, cap = null, retainerFee = null, department = null } = part ?? {};
  const values = { name: part?.name.trim() ?? deal.name, department, amount, cap, retainerFee, buyers: buyersOf(deal, plan, 0) };
  const set = setOf('deal', values, deal);
  return Object.keys(set).length > 0 ? [{ record: deal.id, set }] : [];
}

const buyersOf = (deal: Deal, { buyers }: SplitPlan, at: number): readonly Id<'contact'>[] =>
  deal.buyers.filter((contact) => {
    const choice = buyers.get(contact) ?? 0;
    return choice === 'all' || choice === at;
  });

function whyNot(records: Records, deal: Deal, plan: SplitPlan, { holdsFinance }: Splitter): SplitError | undefined {
  if (!holdsFinance) {
    return { message: t('The costs of this deal are not on this device. Somebody who reads costs and margin can split it.') };
  }
  if (deal.archived) return { message: t('It is archived. Restore it first.') };
  const open = records.of('proposal', 'deal', deal.id).find(({ status }) => status === 'draft' || status === 'sent');
  if (open)
    return {
      message: t('Version {{version}} of the proposal is open. Discard or decide it first: an offer belongs to one deal.', {
        version: open.version,
      }),
    };
  return partsProblem(records, deal, plan) ?? MONEY_FIELDS.map((field) => moneyProblem(deal, plan, field)).find(Boolean);
}

function partsProblem(records: Records, deal: Deal, plan: SplitPlan): SplitError | undefined {
  if (plan.parts.length < 2 || plan.ids.length !== plan.parts.length - 1) return { message: t('A split has two parts or more.') };
  const names = plan.parts.map(({ name }) => name.trim().toLowerCase());
  if (names.includes('')) return { message: t('Give each part a name.') };
  if (new Set(names).size < names.length) return { message: t('Two parts have one name. Nobody could tell them apart.') };
  const partOf = partsBy(records, plan.choices);
  const filled = new Set(movedOf(records, deal.id).map(partOf));
  const empty = plan.parts.find((_, at) => at > 0 && !filled.has(at));
  return empty ? { message: t('Nothing goes to “{{trim}}” yet.', { trim: empty.name.trim() }) } : undefined;
}

const MONEY_FIELDS = [
  ['amount', 'value'],
  ['cap', 'cap'],
  ['retainerFee', t('retainer fee')],
] as const;

/** A sum of the deal is divided to the cent, in its own currency. */
function moneyProblem(deal: Deal, { parts }: SplitPlan, [field, name]: (typeof MONEY_FIELDS)[number]): SplitError | undefined {
  const whole = deal[field];
  const given = parts.flatMap((part): readonly Money[] => (part[field] ? [part[field]] : []));
  if (!whole) return given.length > 0 ? { message: t('The deal has no {{name}} to divide.', { name }) } : undefined;
  if (given.some(({ currency }) => currency !== whole.currency))
    return { message: t('The {{name}} is in {{currency}}. So are its parts.', { name, currency: whole.currency }) };
  const rest = whole.amount - given.reduce((sum, { amount }) => sum + amount, 0);
  if (rest === 0) return undefined;
  const off = formatMoney({ amount: Math.abs(rest), currency: whole.currency }, 'en');
  return {
    message:
      rest > 0
        ? t('{{off}} of the {{name}} belongs to no part yet.', { off, name })
        : t('The parts have {{off}} more {{name}} than the deal.', { off, name }),
  };
}

function undecidedIn({ team, finance }: Split, { undecided }: Splitter): SplitError | undefined {
  for (const { record } of [...team.changes, ...(finance?.changes ?? [])]) {
    const [field, ...others] = undecided(record);
    if (field !== undefined) return { kind: 'undecided', record, field, message: undecidedMessage(record, [field, ...others]) };
  }
  return undefined;
}

/** Both entries must be allowed before the first is written. */
function mayNot({ team, finance }: Split, roles: readonly Role[]): string | undefined {
  for (const change of [...team.changes, ...(finance?.changes ?? [])]) {
    const refused = notAllowed(change, { roles }, 'splitFrom' in change.set);
    if (!refused) continue;
    const type = typeOf(change.record) as RecordType;
    const who = new Intl.ListFormat(spokenLanguage(), { type: 'disjunction' }).format(refused.writers);
    return t('{{plural}} of this deal would move, and only {{who}} may move them.', { plural: definitionOf(type).plural, who });
  }
  return undefined;
}

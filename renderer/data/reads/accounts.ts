import { isOpenDeal, isSignedDeal } from '#shared/deal/phase';
import type { InstantText, MoneyValue } from '#shared/records/define-record';
import { joinedPerson } from '#shared/records/joined-person';
import type { Account, Contact, Deal, Moment } from '#shared/records/registry';
import type { Id, Records } from '#shared/records/records';
import { dateOfInstant, type CalendarDate } from '#shared/values/calendar';
import { totalsByCurrency } from '#shared/values/money';
import { t } from '#shared/values/texts';

/** An account as the list of accounts shows it. */
export interface AccountRow {
  readonly account: Account;
  readonly owner: string | undefined;
  /** Whose it is, somebody who joined since as whom they joined. */
  readonly ownedBy: Id<'person'> | undefined;
  readonly openDeals: number;
  /** Value of its signed deals, one amount for each currency. */
  readonly signed: readonly MoneyValue[];
  readonly lastContact: InstantText | undefined;
}

/** Every account with what its deals add up to: one pass over accounts, deals and moments, whatever their number. */
export function accountRows(records: Records): readonly AccountRow[] {
  const deals = dealsByAccount(records.all('deal'));
  const lastContact = lastContacts(records);
  return records.all('account').map((account) => {
    const own = deals.get(account.id) ?? [];
    const owner = joinedPerson(records, account.owner);
    return {
      account,
      owner: owner?.name,
      ownedBy: owner?.id ?? account.owner,
      openDeals: own.filter(isOpenDeal).length,
      signed: signedTotals(own),
      lastContact: lastContact.get(account.id),
    };
  });
}

function dealsByAccount(deals: readonly Deal[]): ReadonlyMap<string | undefined, readonly Deal[]> {
  const groups = new Map<string | undefined, Deal[]>();
  for (const deal of deals) {
    const group = groups.get(deal.account);
    if (group) group.push(deal);
    else groups.set(deal.account, [deal]);
  }
  return groups;
}

function lastContacts(records: Records): ReadonlyMap<string, InstantText> {
  const accounts = new Map(records.all('deal').map((deal) => [deal.id, deal.account]));
  const latest = new Map<string, InstantText>();
  for (const moment of records.all('moment')) {
    const account = (moment.deal && accounts.get(moment.deal)) ?? moment.account;
    if (account && moment.at > (latest.get(account) ?? '')) latest.set(account, moment.at);
  }
  return latest;
}

/** What the client has signed, one amount for each currency; two currencies are never added. */
export function signedTotals(deals: readonly Deal[]): readonly MoneyValue[] {
  return totalsByCurrency(deals.flatMap((deal) => (isSignedDeal(deal) && deal.amount ? [deal.amount] : [])));
}

/** What is offered or expected and not signed yet, one amount for each currency. */
export function expectedTotals(deals: readonly Deal[]): readonly MoneyValue[] {
  return totalsByCurrency(deals.flatMap((deal) => (isOpenDeal(deal) && !isSignedDeal(deal) && deal.amount ? [deal.amount] : [])));
}

/** A deal with the days that its bar on the account's timeline runs over. */
export interface DealSpan {
  readonly deal: Deal;
  /** First contact: its first moment, or the first date that is known of it. */
  readonly begins: CalendarDate;
  /** End of the warranty, or the latest date that is known or planned; never before today while it is open. */
  readonly ends: CalendarDate;
}

/** The deals of an account over time, in the person's own time zone, on the day `today`. */
export function dealSpans(records: Records, account: Id<'account'>, today: CalendarDate, timeZone: string): readonly DealSpan[] {
  return records.of('deal', 'account', account).map((deal) => spanOf(deal, records.of('moment', 'deal', deal.id), today, timeZone));
}

function spanOf(deal: Deal, moments: readonly Moment[], today: CalendarDate, timeZone: string): DealSpan {
  const spoken = moments.map((moment) => moment.at).toSorted();
  const first = spoken[0];
  const last = spoken.at(-1);
  const known = [deal.expectedClose, deal.signedAt, deal.kickoffAt, deal.plannedEnd, deal.deliveredAt, deal.warrantyUntil];
  const dates = known.filter((date) => date !== undefined).toSorted();
  const begins = earlierOf(first && dateOfInstant(first, timeZone), dates[0] && earlierOf(dates[0], today)) ?? today;
  const latest = [last && dateOfInstant(last, timeZone), ...(deal.phase === 'lost' ? [] : dates)].filter((date) => date !== undefined);
  const ends = latest.toSorted().at(-1) ?? begins;
  return { deal, begins, ends: isOpenDeal(deal) && ends < today ? today : ends };
}

function earlierOf(a: CalendarDate | undefined, b: CalendarDate | undefined): CalendarDate | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

/** Whom we know there: those with a say in the buying first, then by name. */
export function accountPeople(records: Records, account: Id<'account'>): readonly Contact[] {
  return records.of('contact', 'account', account).toSorted((a, b) => sayOf(a) - sayOf(b) || a.name.localeCompare(b.name));
}

const SAY: readonly (string | undefined)[] = [t('economic buyer'), 'champion', 'blocker', 'technical', 'user', undefined];
const sayOf = (contact: Contact): number => SAY.indexOf(contact.buyingRole);

/** The latest that was said or sent in any of its deals, newest first. */
export function recentMoments(records: Records, account: Id<'account'>, most: number): readonly Moment[] {
  const inDeals = records.of('deal', 'account', account).flatMap((deal) => records.of('moment', 'deal', deal.id));
  const unfiled = records.of('moment', 'account', account).filter((moment) => !moment.deal);
  return [...inDeals, ...unfiled].toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, most);
}

/** Accounts that may be the one about to be made: same name, or same mail domain. */
export function likelyAccounts(records: Records, name: string, domain: string | undefined): readonly Account[] {
  const wanted = plain(name);
  const at = plain(domain ?? '');
  if (!wanted && !at) return [];
  return records
    .all('account')
    .filter((account) => (wanted && plain(account.name) === wanted) || (at && plain(account.domain ?? '') === at));
}

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^www\./, '');

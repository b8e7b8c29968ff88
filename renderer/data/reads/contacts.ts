import { isOpenDeal } from '#shared/deal/phase';
import type { CalendarDateText, InstantText } from '#shared/records/define-record';
import type { Commitment, Contact, Deal, Moment } from '#shared/records/registry';
import type { Id, Records } from '#shared/records/records';

/** A contact as the list of contacts shows it. */
export interface ContactRow {
  readonly contact: Contact;
  readonly account: string | undefined;
  /** Deals in which they buy and that are still open. */
  readonly deals: number;
  /** Promises to them that nobody has kept, broken or turned down yet. */
  readonly openPromises: number;
  readonly lastContact: InstantText | undefined;
}

/** Every contact with what stands open towards them: one pass over each kind of record. */
export function contactRows(records: Records): readonly ContactRow[] {
  const lastContact = lastContacts(records.all('moment'));
  const deals = countEach(records.all('deal').flatMap((deal) => (isOpenDeal(deal) ? deal.buyers : [])));
  const promises = countEach(
    records.all('commitment').flatMap((promise) => (promise.madeTo && isOpenPromise(promise) ? [promise.madeTo] : [])),
  );
  return records.all('contact').map((contact) => ({
    contact,
    account: records.get('account', contact.account)?.name,
    deals: deals.get(contact.id) ?? 0,
    openPromises: promises.get(contact.id) ?? 0,
    lastContact: lastContact.get(contact.id),
  }));
}

function lastContacts(moments: readonly Moment[]): ReadonlyMap<string, InstantText> {
  const latest = new Map<string, InstantText>();
  for (const moment of moments) {
    for (const contact of moment.contacts) if (moment.at > (latest.get(contact) ?? '')) latest.set(contact, moment.at);
  }
  return latest;
}

function countEach(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

export const isOpenPromise = (promise: Commitment): boolean => promise.fulfilment === 'open' && promise.decision !== 'not ours';

/** What they said and what was said to them, newest first. */
export function contactMoments(records: Records, contact: Id<'contact'>): readonly Moment[] {
  return records.of('moment', 'contacts', contact).toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** What we promised them: open promises first, each group newest first. */
export function promisesTo(records: Records, contact: Id<'contact'>): readonly Commitment[] {
  const promises = records.of('commitment', 'madeTo', contact);
  return promises.toSorted((a, b) => Number(isOpenPromise(b)) - Number(isOpenPromise(a)) || ((a.madeAt ?? '') < (b.madeAt ?? '') ? 1 : -1));
}

export function dealsBoughtBy(records: Records, contact: Id<'contact'>): readonly Deal[] {
  return records.of('deal', 'buyers', contact);
}

/** Contacts who already have this address, however it is written. */
export function contactsWithEmail(records: Records, email: string): readonly Contact[] {
  const wanted = address(email);
  return wanted ? records.all('contact').filter((contact) => address(contact.email ?? '') === wanted) : [];
}

const address = (email: string): string => email.trim().toLowerCase();

/** Whether they are away on `day`: both ends count, an open end has no limit. */
export function isAway(contact: Contact, day: CalendarDateText): boolean {
  if (!contact.awayFrom && !contact.awayUntil) return false;
  return (contact.awayFrom ?? day) <= day && day <= (contact.awayUntil ?? day);
}

/** What was said or sent and belongs to no deal yet, newest first. */
export function unfiledMoments(records: Records): readonly Moment[] {
  return records
    .all('moment')
    .filter((moment) => !moment.deal)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

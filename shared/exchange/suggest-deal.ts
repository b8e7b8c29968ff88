import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { Contact, Deal } from '../records/registry';
import type { DealSuggestion } from './import-plan';
import type { Mail } from './mail';
import { threadOf } from './mail-threads';
import { t } from '../values/texts';

/** Messages of this import that somebody filed already: thread → deal. */
export type FiledThreads = ReadonlyMap<string, Id<'deal'>>;

const isOpen = ({ phase }: Deal): boolean => phase !== 'lost' && phase !== 'closed';

/**
 * Deals that a message may belong to, the best first, each with the reason. Only suggestions: nothing is filed without a
 * person. That the firm or its domain fits is said as what it is, a weak sign.
 */
export function suggestDeal(mail: Mail, records: Records, filed: FiledThreads = new Map()): readonly DealSuggestion[] {
  const found = new Map<string, DealSuggestion>();
  const suggest = (deal: Id<'deal'>, reason: string, strength: DealSuggestion['strength']) => {
    if (!found.has(deal) && records.get('deal', deal) && !records.get('deal', deal)?.archived) found.set(deal, { deal, reason, strength });
  };
  for (const deal of threadDeals(mail, records, filed)) suggest(deal, t('Another message of this thread is filed here.'), 'strong');
  const people = contactsIn(mail, records);
  for (const contact of people) {
    for (const deal of records.of('deal', 'buyers', contact.id).filter(isOpen))
      suggest(deal.id, t('{{name}} is a buyer of this deal.', { name: contact.name }), 'strong');
  }
  for (const contact of people) {
    for (const deal of openDealsOf(contact.account, records))
      suggest(deal.id, t('{{name}} works for the client of this deal.', { name: contact.name }), 'weak');
  }
  for (const { domain, deals } of domainDeals(mail, records)) {
    for (const deal of deals)
      suggest(deal.id, t('Somebody at {{domain}} took part; that is the domain of the client.', { domain }), 'weak');
  }
  return [...found.values()];
}

function threadDeals(mail: Mail, records: Records, filed: FiledThreads): readonly Id<'deal'>[] {
  const thread = threadOf(mail);
  const now = filed.get(thread);
  const earlier = [...records.of('moment', 'thread', thread), ...mail.references.flatMap((id) => records.of('moment', 'messageId', id))];
  return [...(now === undefined ? [] : [now]), ...earlier.flatMap(({ deal }) => (deal === undefined ? [] : [deal]))];
}

/** Our contacts among the people of a message, by address. */
export function contactsIn({ from, to, cc }: Mail, records: Records): readonly Contact[] {
  const addresses = new Set([...from, ...to, ...cc].map(({ address }) => address).filter((address) => address !== ''));
  return records.all('contact').filter(({ email }) => email !== undefined && addresses.has(email.toLowerCase()));
}

const openDealsOf = (account: Id<'account'> | undefined, records: Records): readonly Deal[] =>
  account === undefined ? [] : records.of('deal', 'account', account).filter(isOpen);

function domainDeals({ from, to, cc }: Mail, records: Records): readonly { readonly domain: string; readonly deals: readonly Deal[] }[] {
  const domains = new Set([...from, ...to, ...cc].map(({ address }) => address.split('@')[1] ?? '').filter((domain) => domain !== ''));
  return records
    .all('account')
    .filter(({ domain }) => domain !== undefined && domains.has(domain.toLowerCase()))
    .map((account) => ({ domain: account.domain ?? '', deals: openDealsOf(account.id, records) }));
}

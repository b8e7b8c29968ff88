import type { Command } from '../ledger/command';
import type { Id, MoneyValue } from '../records/define-record';
import { settingId } from '../records/phase-names';
import type { Records } from '../records/records';
import type { Deal, Person, ScopeLine } from '../records/registry';
import { createRecord, editRecord } from '../records/write';
import { isBilledByHour } from './activity';
import { roleKey } from './role-key';
import { t } from '../values/texts';

/** Whose price an hour has: one of us, or a role such as `senior consultant`. */
export type RateOwner = { readonly person: Id<'person'> } | { readonly role: string };

/** What the firm asks for an hour, net of tax. */
export interface BillRate {
  readonly setting: Id<'firmSetting'>;
  readonly owner: RateOwner;
  readonly rate: MoneyValue;
}

const PREFIX = 'billRate/';

const nameOf = (owner: RateOwner): string => ('person' in owner ? owner.person : roleKey(owner.role));

/** One setting for each owner and currency, so that two people who set two prices do not clash. */
const keyOf = (owner: RateOwner, currency: string): string => `${PREFIX}${currency}/${nameOf(owner)}`;

/** The firm's rate card (the price side; what an hour costs us stands in the finance ledger). */
export function rateCard(records: Records): readonly BillRate[] {
  return records.all('firmSetting').flatMap(({ id, key, value }) => {
    if (!key.startsWith(PREFIX)) return [];
    const read = readRate(value);
    return read ? [{ setting: id, ...read }] : [];
  });
}

/** Sets a price of the card; `undefined` takes it off. */
export function setBillRate(records: Records, owner: RateOwner, currency: string, amount: number | undefined): Command {
  const key = keyOf(owner, currency);
  const id = settingId(key);
  const value = amount === undefined ? null : { ...owner, amount, currency };
  const telling = { act: 'setting.setBillRate' };
  const setting = records.get('firmSetting', id);
  return setting ? editRecord('firmSetting', setting, { value }, telling) : createRecord('firmSetting', id, { key, value }, telling);
}

/** What the access roles are called where people name roles in words. */
const CALLED: Readonly<Record<string, string>> = { pm: t('project manager'), ae: t('account executive') };

/**
 * The price of an hour by the rate card, in the currency of the deal: the person's own, else that of the role which the
 * scope line names, else that of a role of the person. Undefined where the client does not pay by the hour, or nobody has
 * set a price.
 */
export function billRateFor(
  records: Records,
  { deal, person, scopeLine }: { readonly deal: Deal; readonly person: Id<'person'>; readonly scopeLine?: ScopeLine | undefined },
): MoneyValue | undefined {
  if (!isBilledByHour(deal)) return undefined;
  const currency = (deal.amount ?? deal.cap)?.currency;
  const card = rateCard(records).filter(({ rate }) => currency === undefined || rate.currency === currency);
  const own = card.find(({ owner }) => 'person' in owner && owner.person === person);
  if (own) return own.rate;
  const roles = [scopeLine?.role, ...rolesOf(records.get('person', person))].flatMap((role) => (role ? [roleKey(role)] : []));
  for (const role of roles) {
    const found = card.find(({ owner }) => 'role' in owner && roleKey(owner.role) === role);
    if (found) return found.rate;
  }
  return undefined;
}

const rolesOf = (person: Person | undefined): readonly string[] =>
  (person?.roles ?? []).flatMap((role) => [role, CALLED[role.toLowerCase()] ?? role]);

function readRate(value: unknown): { readonly owner: RateOwner; readonly rate: MoneyValue } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { person, role, amount, currency } = value as Readonly<Record<string, unknown>>;
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount) || typeof currency !== 'string') return undefined;
  const rate = { amount, currency };
  if (typeof person === 'string' && person.startsWith('person:')) return { owner: { person: person as Id<'person'> }, rate };
  return typeof role === 'string' ? { owner: { role }, rate } : undefined;
}

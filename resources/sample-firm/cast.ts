import type { Json } from '#shared/ledger/entry';
import type { Field, Id } from '#shared/records/define-record';
import type { Values } from '#shared/records/parse';
import { definitionOf, type RecordType } from '#shared/records/registry';
import { ACCOUNTS, mailAddress } from './accounts';
import { isPersonKey, PEOPLE } from './people';
import type { DealScript, Units } from './script';
import { sampleId, type Calendar } from './stage';

/** Who and what the short keys of one deal's script stand for. */
export class Cast {
  readonly script: DealScript;
  readonly calendar: Calendar;
  readonly deal: Id<'deal'>;
  readonly account: Id<'account'>;

  constructor(script: DealScript, calendar: Calendar) {
    this.script = script;
    this.calendar = calendar;
    this.deal = sampleId('deal', script.key);
    this.account = sampleId('account', script.account);
  }

  id<T extends string>(type: T, key: string): Id<T> {
    return sampleId(type, `${this.script.key}/${key}`);
  }

  contact(key: string): Id<'contact'> {
    if (!ACCOUNTS[this.script.account]?.contacts[key]) throw new Error(`${this.script.account} has no contact ${key}`);
    return sampleId('contact', `${this.script.account}/${key}`);
  }

  money(units: Units): { readonly amount: number; readonly currency: string } {
    return { amount: Math.round(units * 100), currency: this.script.currency };
  }

  /** `Katrin Weber <katrin.weber@…>` */
  address(key: string): string {
    if (isPersonKey(key)) return `${PEOPLE[key].name} <${mailAddress(PEOPLE[key].name, FIRM_DOMAIN)}>`;
    const account = ACCOUNTS[this.script.account];
    const contact = account?.contacts[key];
    if (!account || !contact) throw new Error(`Nobody is called ${key} in ${this.script.key}`);
    return `${contact[0].replace(/^Dr\. /u, '')} <${mailAddress(contact[0], account.domain)}>`;
  }

  /** Script values in the words of the records: keys become ids, units money, days dates. */
  values<T extends RecordType>(type: T, given: Readonly<Record<string, Json>>): Values<T> {
    const { fields } = definitionOf(type);
    const entries = Object.entries(given).map(([field, value]) => [field, this.value(fields[field], value)] as const);
    return Object.fromEntries(entries) as Values<T>;
  }

  private value(declared: Field | undefined, value: Json): Json {
    if (value === null || !declared) return value;
    if (declared.kind === 'money' && typeof value === 'number') return this.money(value);
    if (declared.kind === 'date' && typeof value === 'number') return this.calendar.date(value);
    if (declared.kind === 'ref' && typeof value === 'string') return this.reference(declared.to, value);
    if (declared.kind === 'members' && Array.isArray(value)) return value.map((key) => this.reference(declared.to, String(key)));
    if (declared.kind === 'link' && Array.isArray(value)) return this.reference(String(value[0]), String(value[1]));
    return value;
  }

  private reference(to: string, key: string): Id<string> {
    if (to === 'person') return sampleId('person', key);
    return to === 'contact' ? this.contact(key) : this.id(to, key);
  }
}

export const FIRM_DOMAIN = 'halden-pryce.example';

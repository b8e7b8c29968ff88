import type { Json } from '../ledger/entry';
import { formatDate } from '../values/calendar';
import { formatMoney, minorDigits } from '../values/money';
import { PHASES } from './deal';
import type { Field, MoneyValue } from './define-record';
import { isPhase, phaseName } from './phase-names';
import type { Records } from './records';
import { joinedPerson } from './joined-person';
import { typeOf } from './registry';
import { nounOf, recordTitle } from './title';
import { t } from '../values/texts';

/** How to put values into words. */
export interface Wording {
  readonly locale: string;
  /** Where titles of referenced records come from. */
  readonly records: Records;
  /** IANA time zone of the reader; absent: UTC. */
  readonly timeZone?: string;
}

/** One stored value as people read it: `€40,000`, `12 Mar 2026`, the name of a person. Empty for no value. */
export function valueText(declared: Field | undefined, value: Json | undefined, wording: Wording): string {
  if (value === null || value === undefined) return '';
  switch (declared?.kind) {
    case 'money':
      return isMoney(value) ? moneyText(value, wording.locale) : plain(value);
    case 'date':
      return typeof value === 'string' ? formatDate(value, wording.locale) : plain(value);
    case 'instant':
      return typeof value === 'string' ? instantText(value, wording) : plain(value);
    case 'ref':
    case 'link':
      return typeof value === 'string' ? titleOf(value, wording.records) : plain(value);
    case 'flag':
      return value === true ? t('yes') : t('no');
    case 'choice':
      return declared.options === PHASES && isPhase(value) ? phaseName(value, wording.records) : t(plain(value));
    case 'number':
      return typeof value === 'number' ? numberText(value, wording.locale, declared.unit) : plain(value);
    default:
      return plain(value);
  }
}

/** The title of whatever an id names, or "unknown person" where the record is not here. */
export function titleOf(id: string, records: Records): string {
  const type = typeOf(id);
  const record = type === 'person' ? joinedPerson(records, id) : type && records.get(type, id);
  return record ? recordTitle(record) : t('unknown {{id}}', { id: nounOf(id) });
}

/** Whole units where there are no cents, else to the cent. */
function moneyText(value: MoneyValue, locale: string): string {
  return formatMoney(value, locale, value.amount % 10 ** minorDigits(value.currency) === 0 ? 'whole' : 'exact');
}

function isMoney(value: Json): value is { readonly amount: number; readonly currency: string } {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value && typeof value.amount === 'number';
}

function instantText(value: string, { locale, timeZone = 'UTC' }: Wording): string {
  const at = Date.parse(value);
  if (Number.isNaN(at)) return value;
  return instantFormat(locale, timeZone).format(new Date(at));
}

/** `9,400`, `12 hours`. */
export function numberText(value: number, locale: string, unit?: string): string {
  const text = numberFormat(locale).format(value);
  return unit ? `${text} ${unit}` : text;
}

function plain(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

// Making a formatter costs a thousand times what using it does, and a long history uses it for every value.
const instantFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function instantFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const made = instantFormats.get(key) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  instantFormats.set(key, made);
  return made;
}

function numberFormat(locale: string): Intl.NumberFormat {
  const made = numberFormats.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  numberFormats.set(locale, made);
  return made;
}

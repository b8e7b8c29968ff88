import type { Json } from '../../ledger/entry';
import { recordsOf } from '../../records/records-from';
import type { AnyRecord, RecordOf, RecordType } from '../../records/registry';
import { viewAs } from '../../records/view';
import { dealFacts, handedOver, type DealFacts } from '../deal-facts';
import { signalSettings, type SignalSettings } from '../signal-settings';

type Values = Readonly<Record<string, Json>>;

export const DAY = '2026-11-26';

/** The thresholds of product.md, with some of them changed. */
export const settings = (changed: Partial<SignalSettings> = {}): SignalSettings => ({ ...signalSettings(recordsOf([])), ...changed });

/** Everybody is themselves. */
export const nobodyJoined = <T>(person: T): T => person;

let minted = 0;

/** A record as readers see it; without `id` one is made up. */
export function some<T extends RecordType>(type: T, values: Values, id = `x${(minted += 1)}`): RecordOf<T> {
  const record = viewAs(type, { id: `${type}:${id}`, values });
  if (!record) throw new Error(`no ${type}`);
  return record;
}

/** A deal that was signed and is being built. */
export const sold = (id: string, values: Values = {}): RecordOf<'deal'> =>
  some(
    'deal',
    { name: id, phase: 'build', ae: 'person:ada', pm: 'person:mehmet', signedAt: '2026-06-01', kickoffAt: '2026-06-10', ...values },
    id,
  );

export const hoursOn = (deal: string, date: string, hours: number, values: Values = {}): RecordOf<'timeEntry'> =>
  some('timeEntry', { deal: `deal:${deal}`, person: 'person:luca', date, hours, activity: 'reconstruction', ...values });

export const eur = (units: number): Json => ({ amount: Math.round(units * 100), currency: 'EUR' });

export const factsOf = (...records: readonly AnyRecord[]): readonly DealFacts[] => {
  const held = recordsOf(records);
  return handedOver(held).map((deal) => dealFacts(held, deal));
};

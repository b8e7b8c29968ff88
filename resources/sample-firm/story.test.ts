import { beforeAll, describe, expect, test } from 'vitest';
import { isOpenDeal, isSignedDeal } from '#shared/deal/phase';
import { foldAll } from '#shared/ledger/fold';
import { booksOf, costBooksOf } from '#shared/money/books';
import { erosion } from '#shared/money/erosion';
import { fees } from '#shared/money/fees';
import { margin } from '#shared/money/margin';
import type { LossCause, Waterfall } from '#shared/money/waterfall';
import type { Records } from '#shared/records/records';
import { recordsFrom } from '#shared/records/records-from';
import { kindOf, type Deal } from '#shared/records/registry';
import type { StoredRecord } from '#shared/records/view';
import { composite } from '#shared/signals/composite';
import { dealFacts, handedOver } from '#shared/signals/deal-facts';
import { firmSignals, samePersonIn } from '#shared/signals/firm-signals';
import { signalSettings } from '#shared/signals/signal-settings';
import { addDays } from '#shared/values/calendar';
import { playSampleFirm, sampleFirm } from './sample-firm';

/** A Sunday in autumn, and a Monday in spring: the story must not hang on the day on which it is told. */
const DAYS = ['2026-11-22', '2027-03-01'] as const;

const told = new Map<string, Records>();
const firmOn = (today: string): Records => told.get(today) ?? recordsFrom([]);

beforeAll(() => {
  for (const today of DAYS) {
    const { team, finance } = playSampleFirm(sampleFirm({ today }));
    told.set(today, recordsFrom([...foldAll(team, kindOf).records(), ...foldAll(finance, kindOf).records()] as Iterable<StoredRecord>));
  }
}, 120_000);

const dealNamed = (records: Records, name: string): Deal => {
  const found = records.all('deal').find((deal) => deal.name === name);
  if (!found) throw new Error(name);
  return found;
};

function booksNamed(records: Records, name: string) {
  const { id } = dealNamed(records, name);
  const [books, cost] = [booksOf(records, id), costBooksOf(records, id)];
  if (!books || !cost) throw new Error(name);
  return { books, cost };
}

function waterfallOf(records: Records, today: string, name: string): Waterfall {
  const { books, cost } = booksNamed(records, name);
  const fall = erosion(books, cost, today);
  if (!fall.ok) throw new Error(fall.error.message);
  return fall.value;
}

const HOSPITALS = 'Procurement and stock for four hospitals';
const sum = (values: readonly { readonly amount: { readonly amount: number } }[]) =>
  values.reduce((total, { amount }) => total + amount.amount, 0);
const points = (share: number | undefined) => Math.round((share ?? Number.NaN) * 100);

describe.each(DAYS)('the story of the sample firm, told on %s', (today) => {
  test('one deal was sold at 34 % and ends at 22 %', () => {
    const { books, cost } = booksNamed(firmOn(today), HOSPITALS);
    const { marginSold, atCompletion, uncosted } = margin(books, cost, today);
    expect([points(marginSold.share), points(atCompletion.share)]).toEqual([34, 22]);
    expect(uncosted.hours).toBe(0);
  });

  test('the waterfall says why, to the cent: sold + what was agreed anew − what it lost = what is left', () => {
    const fall = waterfallOf(firmOn(today), today, HOSPITALS);
    expect(fall.sold.amount.amount + sum(fall.steps)).toBe(fall.rebased.amount.amount);
    expect(fall.rebased.amount.amount + sum(fall.losses)).toBe(fall.atCompletion.amount.amount);
    for (const bar of [...fall.steps, ...fall.losses]) expect(sum(bar.items), bar.cause).toBe(bar.amount.amount);
  });

  test('every cause has records, and less than a tenth of the loss has none', () => {
    const { losses, unexplainedShare, warns } = waterfallOf(firmOn(today), today, HOSPITALS);
    const lost = losses.filter(({ amount }) => amount.amount < -500_00).map(({ cause }) => cause);
    const causes: readonly LossCause[] = [
      'commitments',
      'absorbed change orders',
      'effort',
      'rates',
      'rework',
      'reconstruction',
      'external',
    ];
    expect(lost).toEqual(causes);
    expect(losses.filter(({ cause }) => causes.includes(cause)).every(({ records, at }) => records.length > 0 && at !== undefined)).toBe(
      true,
    );
    expect(unexplainedShare).toBeLessThan(0.1);
    expect(warns).toBe(false);
  });

  test('three signals are on and two are quiet: the firm is losing margin at the handover', () => {
    const records = firmOn(today);
    const facts = handedOver(records).map((deal) => dealFacts(records, deal));
    const signals = firmSignals({ facts, settings: signalSettings(records), same: samePersonIn(records) }, today);
    expect(Object.fromEntries(signals.map(({ key, state }) => [key, state]))).toEqual({
      reconstruction: 'false',
      escalations: 'false',
      figures: 'true',
      changeOrders: 'true',
      outOfSight: 'true',
    });
    expect(composite(signals)).toEqual({ verdict: 'losing margin', trueOnes: 3, withData: 5 });
    const before = firmSignals({ facts, settings: signalSettings(records), same: samePersonIn(records) }, addDays(today, -7));
    expect(before.find(({ key }) => key === 'figures')?.state).toBe('false');
  });

  test('the figures of three systems disagree in one deal, and agree in two', () => {
    const records = firmOn(today);
    const said = records.all('externalFigure');
    expect(new Set(said.map(({ system }) => system)).size).toBe(3);
    expect(new Set(said.map(({ deal }) => deal)).size).toBe(3);
  });

  test('one client has three deals at a time, and one deal is large enough to be split', () => {
    const records = firmOn(today);
    const nordwind = records.all('account').find(({ name }) => name === 'Nordwind Logistik AG');
    expect(records.of('deal', 'account', nordwind?.id ?? '').filter(isOpenDeal).length).toBeGreaterThanOrEqual(3);
    const mega = dealNamed(records, 'Meter-to-cash and asset platform');
    expect(mega.amount).toEqual({ amount: 1_240_000_00, currency: 'EUR' });
    expect(records.of('scopeLine', 'deal', mega.id).filter(({ status }) => status === 'in').length).toBe(10);
  });

  test('change orders end in every way and two are undecided; dates slip by each side’s doing; hours are of every activity', () => {
    const records = firmOn(today);
    const states = records.all('changeOrder').map(({ status }) => status);
    expect(new Set(states)).toEqual(new Set(['requested', 'submitted', 'billed', 'absorbed', 'rejected']));
    expect(states.filter((status) => status === 'requested' || status === 'submitted')).toHaveLength(2);
    expect(new Set(records.all('slip').map(({ party }) => party))).toEqual(new Set(['us', 'client', 'third party']));
    const activities = new Set(records.all('timeEntry').map(({ activity }) => activity));
    expect(activities).toEqual(new Set(['delivery', 'reconstruction', 'escalation', 'rework', 'pursuit']));
  });

  test('everything that was signed can be reckoned: fees of every deal, and hours without a rate in at most three deals', () => {
    const records = firmOn(today);
    const uncosted = records
      .all('deal')
      .filter(isSignedDeal)
      .filter(({ name }) => {
        const { books, cost } = booksNamed(records, name);
        expect(fees(books, today).billed.value.amount, name).toBeGreaterThanOrEqual(0);
        return margin(books, cost, today).uncosted.hours > 0;
      });
    expect(uncosted.length).toBeLessThanOrEqual(3);
  });
});

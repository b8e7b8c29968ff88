import type { Edit, Entry, RecordId } from '#shared/ledger/entry';
import { Fold } from '#shared/ledger/fold';
import type { Id } from '#shared/records/define-record';
import { kindOf } from '#shared/records/registry';
import { addDays } from '#shared/values/calendar';
import { liveQuery } from '../../renderer/data/live-query';
import { ReadModel } from '../../renderer/data/read-model';
import { dealErosion, firmMoney, prepareFirmMoney } from '../../renderer/data/reads/money';
import { seeded } from './dataset';

/** The firm that the money screens are measured on. */
const DEALS = 5_000;
const HOURS_EACH = 100;
const PEOPLE = 60;
const TODAY = '2026-12-01';

const body = (n: number): string => n.toString(32).toUpperCase().padStart(26, '0');
const eur = (amount: number) => ({ amount, currency: 'EUR' });
type Values = Edit['set'];

/** Entries as the fold takes them: it does not look at hashes, which are checked where entries come in. */
class Ledger {
  readonly fold = new Fold(kindOf);
  readonly #device: string;
  #seq = 0;

  constructor(device: string) {
    this.#device = device;
  }

  entry(edits: readonly (readonly [RecordId, Values])[]): Entry {
    this.#seq += 1;
    const at = new Date(Date.UTC(2026, 0, 1) + this.#seq * 1_000).toISOString();
    return {
      v: 1,
      id: `${this.#device}.${String(this.#seq).padStart(8, '0')}.000000000000`,
      prev: '',
      at: `${at}-0000`,
      by: 'person:0',
      act: 'bench.make',
      edits: edits.map(([record, set]) => ({ record, set, salt: '' })),
    };
  }

  add(edits: readonly (readonly [RecordId, Values])[]): void {
    this.fold.add([this.entry(edits)]);
  }
}

export interface MoneyFirm {
  readonly model: ReadModel;
  readonly team: Ledger;
  readonly finance: Ledger;
}

/** 5,000 signed deals with 100 hours each: 500,000 time entries, half of them on lines, in two currencies. */
export function moneyFirm(): MoneyFirm {
  const [team, finance] = [new Ledger('aaaaaaaaaaaaaaaa'), new Ledger('bbbbbbbbbbbbbbbb')];
  const chance = seeded(11);
  team.add(Array.from({ length: PEOPLE }, (_, n) => [`person:${body(n)}`, { name: `P${n}`, 'roles/consultant': true }] as const));
  finance.add(
    Array.from({ length: PEOPLE * 3 }, (_, n) => {
      const rate = {
        person: `person:${body(n % PEOPLE)}`,
        from: `202${4 + Math.floor(n / PEOPLE)}-01-01`,
        hourlyCost: eur(6_000 + (n % 40) * 100),
      };
      return [`costRate:${body(n)}`, rate] as const;
    }),
  );
  for (let n = 0; n < DEALS; n += 1) {
    team.add(dealEdits(n, chance));
    finance.add(costEdits(n));
  }
  return { model: new ReadModel({ team: team.fold, finance: finance.fold }), team, finance };
}

const LINES = 8;
const lineOf = (deal: number, line: number): RecordId => `scopeLine:${body(deal * LINES + line)}`;

function dealEdits(n: number, chance: () => number): readonly (readonly [RecordId, Values])[] {
  const deal: RecordId = `deal:${body(n)}`;
  const currency = n % 5 === 0 ? 'GBP' : 'EUR';
  const money = (amount: number) => ({ amount, currency });
  const own: Values = {
    name: `Deal ${n}`,
    account: `account:${body(n % 900)}`,
    phase: 'build',
    billingModel: n % 7 === 0 ? 'capped T&M' : 'fixed',
    amount: money(10_000_000),
    cap: money(10_000_000),
    signedAt: '2025-10-01',
    pm: `person:${body(n % PEOPLE)}`,
  };
  const lines = Array.from(
    { length: LINES },
    (_, line) =>
      [
        lineOf(n, line),
        {
          deal,
          title: `Line ${line}`,
          status: line === 0 ? 'done' : 'in',
          plannedHours: 80,
          ...(line % 2 ? { remainingHours: 40, remainingAsOf: '2026-11-01' } : {}),
        },
      ] as const,
  );
  const order = [
    `changeOrder:${body(n)}`,
    { deal, title: 'More', status: (['billed', 'absorbed', 'requested'] as const)[n % 3] ?? 'billed', price: money(500_000), hours: 30 },
  ] as const;
  const milestones = Array.from(
    { length: 4 },
    (_, at) =>
      [
        `milestone:${body(n * 4 + at)}`,
        { deal, title: 'Stage', fee: money(2_500_000), ...(at < 3 ? { reachedAt: addDays('2026-01-10', at * 60) } : {}) },
      ] as const,
  );
  const bills = Array.from({ length: 2 }, (_, at) => at + n * 2).flatMap((id) => [
    [`invoice:${body(id)}`, { deal, number: `I${id}`, kind: 'invoice', issuedAt: '2026-03-01', dueAt: '2026-04-01' }] as const,
    [
      `invoiceLine:${body(id)}`,
      { invoice: `invoice:${body(id)}`, net: money(2_500_000), tax: money(475_000), milestone: `milestone:${body(n * 4 + (id % 2))}` },
    ] as const,
    [`payment:${body(id)}`, { invoice: `invoice:${body(id)}`, paidAt: '2026-04-15', amount: money(1_975_000) }] as const,
  ]);
  const hours = Array.from({ length: HOURS_EACH }, (_, at) => {
    const activity = at % 25 === 0 ? 'rework' : at % 40 === 0 ? 'reconstruction' : 'delivery';
    const work = {
      deal,
      person: `person:${body((n * 3 + (at % 6)) % PEOPLE)}`,
      date: addDays('2025-12-01', Math.floor(chance() * 360)),
      hours: 1 + Math.floor(chance() * 28) / 4,
      activity,
      billable: true,
      approved: at % 3 > 0,
      billRate: money(14_000),
    };
    return [`timeEntry:${body(n * HOURS_EACH + at)}`, { ...work, ...(at % 10 ? { scopeLine: lineOf(n, at % LINES) } : {}) }] as const;
  });
  return [[deal, own], ...lines, order, ...milestones, ...bills, ...hours];
}

function costEdits(n: number): readonly (readonly [RecordId, Values])[] {
  const deal: RecordId = `deal:${body(n)}`;
  const plans = Array.from(
    { length: LINES },
    (_, line) =>
      [
        `costPlan:${body(n * LINES + line)}`,
        { deal, scopeLine: lineOf(n, line), planned: { amount: 640_000, currency: n % 5 === 0 ? 'GBP' : 'EUR' } },
      ] as const,
  );
  const expenses = Array.from(
    { length: 3 },
    (_, at) =>
      [
        `expense:${body(n * 3 + at)}`,
        { deal, date: '2026-02-01', text: 'Train', cost: { amount: 20_000 + at, currency: n % 5 === 0 ? 'GBP' : 'EUR' } },
      ] as const,
  );
  return [...plans, ...expenses];
}

/** Milliseconds until the money of the firm is there for the first time, in slices. */
export async function firstMoney({ model }: MoneyFirm): Promise<number> {
  const start = performance.now();
  await prepareFirmMoney(model, TODAY);
  firmMoney(model, TODAY);
  return performance.now() - start;
}

/** Milliseconds from an hour that changed to the sums of the whole firm, on a screen that shows them. */
export function firmAfterOneHour(firm: MoneyFirm, turn: number): number {
  const screen = liveQuery(
    { records: firm.model, version: () => firm.model.version(), subscribe: (hear) => firm.model.subscribe(hear) },
    (records) => firmMoney(records, TODAY),
  );
  const before = screen.get().totals[0]?.costs?.actualCost.value.amount;
  const stop = screen.subscribe(() => undefined);
  const entry: RecordId = `timeEntry:${body((turn * 7_919) % (DEALS * HOURS_EACH))}`;
  const held = firm.team.fold.get(entry);
  const start = performance.now();
  const { records } = firm.team.fold.add([firm.team.entry([[entry, { hours: (turn % 7) + 0.5 }]])], new Map());
  firm.model.apply('team', { records, before: new Map([[entry, held]]) });
  const after = screen.get().totals[0]?.costs?.actualCost.value.amount;
  const took = performance.now() - start;
  stop();
  if (before === undefined || after === undefined) throw new Error('The firm has no costs');
  return took;
}

/** Milliseconds from an hour that changed to the waterfall of its deal. */
export function waterfallAfterOneHour({ model, team }: MoneyFirm, turn: number): number {
  const n = (turn * 131) % DEALS;
  const deal: Id<'deal'> = `deal:${body(n)}`;
  dealErosion(model, deal, TODAY);
  const entry: RecordId = `timeEntry:${body(n * HOURS_EACH + 3)}`;
  const held = team.fold.get(entry);
  const start = performance.now();
  const { records } = team.fold.add([team.entry([[entry, { hours: (turn % 7) + 0.25 }]])], new Map());
  model.apply('team', { records, before: new Map([[entry, held]]) });
  const made = dealErosion(model, deal, TODAY);
  const took = performance.now() - start;
  if (!made?.ok) throw new Error('The deal has no waterfall');
  return took;
}

/** Milliseconds from a new rate of one person to the sums of the whole firm: the deals that they worked on are made anew. */
export function firmAfterOneRate({ model, finance }: MoneyFirm, turn: number): number {
  firmMoney(model, TODAY);
  const rate: RecordId = `costRate:${body(100_000 + turn)}`;
  const start = performance.now();
  const { records } = finance.fold.add(
    [finance.entry([[rate, { person: `person:${body(turn % PEOPLE)}`, from: '2026-06-01', hourlyCost: eur(9_900 + turn) }]])],
    new Map(),
  );
  model.apply('finance', { records, before: new Map([[rate, undefined]]) });
  firmMoney(model, TODAY);
  return performance.now() - start;
}

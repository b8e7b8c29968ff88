import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import type { Command } from '../ledger/command';
import type { Json, RecordId } from '../ledger/entry';
import { leftBehind, sendAfter } from './split-after';
import { suggestAmounts } from './split-amounts';
import { MOVED, MOVED_COSTS, suggestByDepartment } from './split-parts';
import { measuresOf } from './split-sums';
import { draftSplit, splitDeal, type SplitPlan, type Splitter } from './split';
import { euros, MEGA, megaDeals, plansFor, recordsIn, type Stored } from './testing/mega-deal';

const PARTNER: Splitter = { roles: ['partner'], holdsFinance: true, undecided: () => [] };

function after(stored: Stored, ...commands: readonly (Command | undefined)[]): Stored {
  const next = new Map(stored);
  for (const { record, set } of commands.flatMap((command) => command?.changes ?? [])) {
    next.set(record, Object.fromEntries(Object.entries({ ...next.get(record), ...set }).filter(([, value]) => value !== null)));
  }
  return next;
}

const store = (records: Readonly<Record<RecordId, Readonly<Record<string, Json>>>>): Stored =>
  new Map(Object.entries(records) as [RecordId, Readonly<Record<string, Json>>][]);

/** A platform of two departments: a portal for €60,000 and a warehouse for €40,000, with what hangs on them. */
const PLATFORM = store({
  [MEGA]: {
    name: 'Platform',
    phase: 'build',
    account: 'account:1',
    pm: 'person:mehmet',
    signedAt: '2026-03-01',
    amount: euros(10_000_000),
    'buyers/contact:lena': true,
    'buyers/contact:omar': true,
  },
  'contact:lena': { name: 'Lena', department: 'Sales' },
  'contact:omar': { name: 'Omar', department: 'Logistics' },
  'moment:call': { kind: 'call', at: '2026-01-05T10:00:00.000Z', deal: MEGA, 'contacts/contact:omar': true },
  'scopeLine:portal': { deal: MEGA, title: 'Portal', status: 'in', price: euros(6_000_000), plannedHours: 400 },
  'scopeLine:hall': {
    deal: MEGA,
    title: 'Warehouse',
    status: 'in',
    price: euros(4_000_000),
    plannedHours: 300,
    sourceMoment: 'moment:call',
  },
  'ticket:scan': { deal: MEGA, title: 'Scanner', kind: 'incident', status: 'open', scopeLine: 'scopeLine:hall' },
  'timeEntry:1': { deal: MEGA, hours: 7.5, person: 'person:ada', date: '2026-05-01', activity: 'delivery', ticket: 'ticket:scan' },
  'invoice:1': { deal: MEGA, number: '2026-01', kind: 'invoice' },
  'invoiceLine:1': { invoice: 'invoice:1', net: euros(2_000_000), scopeLine: 'scopeLine:hall' },
  'invoiceLine:2': { invoice: 'invoice:1', net: euros(1_000_000), scopeLine: 'scopeLine:portal' },
  'costPlan:1': { deal: MEGA, scopeLine: 'scopeLine:hall', planned: euros(2_600_000) },
  'marginFreeze:1': {
    deal: MEGA,
    acceptedAt: '2026-03-01',
    signedValue: euros(10_000_000),
    plannedCost: euros(6_500_000),
    lines: { 'scopeLine:portal': { hours: 400, cost: 3_700_000 }, 'scopeLine:hall': { hours: 300, cost: 2_600_000 } },
  },
});

const PLAN: SplitPlan = {
  parts: [
    { name: 'Portal', department: 'Sales', amount: euros(6_000_000) },
    { name: 'Warehouse', department: 'Logistics', amount: euros(4_000_000) },
  ],
  ids: ['deal:hall'],
  choices: new Map([['scopeLine:hall', 1]]),
  buyers: new Map<`contact:${string}`, number | 'all'>([
    ['contact:lena', 0],
    ['contact:omar', 'all'],
  ]),
};

describe('a split', () => {
  const records = recordsIn(PLATFORM);
  const deal = records.get('deal', MEGA);
  if (!deal) throw new Error('no deal');
  const split = splitDeal(records, deal, PLAN, PARTNER);
  if (!split.ok) throw new Error(split.error.message);
  const done = recordsIn(after(PLATFORM, split.value.team, split.value.finance));

  test('sends everything after its line: the ticket, its hours, the invoice that bills most of it, and the plan of its cost', () => {
    const moved = ['scopeLine:hall', 'ticket:scan', 'timeEntry:1', 'invoice:1', 'costPlan:1'] as const;
    expect(moved.map((id) => done.get(id.split(':')[0] as 'ticket', id)?.deal)).toEqual(moved.map(() => 'deal:hall'));
    expect(done.get('scopeLine', 'scopeLine:portal')?.deal).toBe(MEGA);
    expect(done.get('moment', 'moment:call')?.deal).toBe(MEGA);
  });

  test('makes a deal that stands where the whole stood, says what it was part of, and is worth €40,000', () => {
    expect(done.get('deal', 'deal:hall')).toMatchObject({
      name: 'Warehouse',
      department: 'Logistics',
      phase: 'build',
      account: 'account:1',
      pm: 'person:mehmet',
      signedAt: '2026-03-01',
      splitFrom: MEGA,
      amount: euros(4_000_000),
      buyers: ['contact:omar'],
    });
    expect(done.get('deal', MEGA)).toMatchObject({ name: 'Portal', amount: euros(6_000_000), buyers: ['contact:lena', 'contact:omar'] });
  });

  test('divides the frozen margin: €26,000 and 40 % of the €2,000 that were frozen for no line go with the warehouse', () => {
    const [frozen] = done.of('marginFreeze', 'deal', 'deal:hall');
    expect(frozen).toMatchObject({
      signedValue: euros(4_000_000),
      plannedCost: euros(2_680_000),
      lines: { 'scopeLine:hall': { hours: 300 } },
    });
    expect(done.get('marginFreeze', 'marginFreeze:1')).toMatchObject({ signedValue: euros(6_000_000), plannedCost: euros(3_820_000) });
  });

  test('is refused where a cent belongs to no part, where a part is empty, and where an offer is open', () => {
    const says = (plan: Partial<SplitPlan>, by: Partial<Splitter> = {}, more: Parameters<typeof store>[0] = {}): string => {
      const held = recordsIn(new Map([...PLATFORM, ...store(more)]));
      const result = splitDeal(held, deal, { ...PLAN, ...plan }, { ...PARTNER, ...by });
      return result.ok ? 'fine' : result.error.message;
    };
    const [first, second] = PLAN.parts;
    if (!first || !second) throw new Error('two parts');
    expect(says({ parts: [first, { ...second, amount: euros(3_999_999) }] })).toBe('€0.01 of the value belongs to no part yet.');
    expect(says({ parts: [first, { ...second, amount: euros(4_000_001) }] })).toContain('€0.01 more value');
    expect(says({ parts: [first, { ...second, name: 'portal ' }] })).toContain('Two parts have one name');
    expect(says({ choices: new Map() })).toBe('Nothing goes to “Warehouse” yet.');
    expect(says({}, {}, { 'proposal:1': { deal: MEGA, version: 2, status: 'sent' } })).toContain('Version 2 of the proposal is open');
    expect(says({}, { holdsFinance: false })).toContain('costs of this deal are not on this device');
    expect(says({}, { roles: ['PM'] })).toBe('Invoices of this deal would move, and only finance or partner may move them.');
    expect(says({}, { undecided: (id) => (id === 'scopeLine:hall' ? ['price'] : []) })).toContain('Price of the scope line is undecided');
  });

  test('suggests parts by department and sums by what was sold', () => {
    const choices = suggestByDepartment(records, deal, ['Sales', 'logistics']);
    expect([...choices]).toEqual([['scopeLine:hall', 1]]);
    expect(suggestAmounts(records, deal, choices, 2)).toEqual([{ amount: euros(6_000_000) }, { amount: euros(4_000_000) }]);
  });

  test('leaves a ticket where it was put that somebody offline added to a line that moved, and can send it after', () => {
    const late = after(recordsLate(), split.value.team, split.value.finance);
    const old = recordsIn(late).get('deal', MEGA);
    if (!old) throw new Error('no deal');
    const left = leftBehind(recordsIn(late), old);
    expect(left.map(({ record, to }) => [record.id, to])).toEqual([
      ['ticket:late', 'deal:hall'],
      ['costPlan:late', 'deal:hall'],
    ]);
    const { team, finance } = sendAfter(old, left);
    const sent = recordsIn(after(late, team, finance));
    expect(sent.get('ticket', 'ticket:late')?.deal).toBe('deal:hall');
    expect(leftBehind(sent, old)).toEqual([]);
  });

  /** What the splitter had not seen is in the world and not in the command. */
  const recordsLate = (): Stored =>
    new Map([
      ...PLATFORM,
      ...store({
        'ticket:late': { deal: MEGA, title: 'Late', kind: 'incident', status: 'open', scopeLine: 'scopeLine:hall' },
        'costPlan:late': { deal: MEGA, scopeLine: 'scopeLine:hall', estimated: euros(1) },
      }),
    ]);
});

const cases = megaDeals.chain((stored) => fc.tuple(fc.constant(stored), plansFor(stored)));

law(
  'any split conserves every sum, to the cent and to the thousandth of an hour, and every record is in exactly one part',
  fc.property(cases, ([stored, plan]) => {
    const records = recordsIn(stored);
    const deal = records.get('deal', MEGA);
    if (!deal) throw new Error('no deal');
    const { team, finance, checks } = draftSplit(records, deal, plan);
    const split = recordsIn(after(stored, team, finance));
    const parts = [MEGA, ...plan.ids];
    const sums = (measures: ReturnType<typeof measuresOf>) =>
      new Map(measures.filter(({ value }) => value !== 0).map(({ key, value }) => [key, value]));
    expect(sums(measuresOf(split, parts))).toEqual(sums(measuresOf(records, [MEGA])));
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
    for (const type of [...MOVED, ...MOVED_COSTS]) {
      const held = parts.flatMap((part) => split.of<typeof type>(type, 'deal', part).map(({ id }) => id));
      expect(held.toSorted()).toEqual(
        records
          .of<typeof type>(type, 'deal', MEGA)
          .map(({ id }) => id)
          .toSorted(),
      );
    }
  }),
);

law(
  'a split whose sums of value do not make the whole is refused, whatever else is right about it',
  fc.property(cases, fc.integer({ min: 1, max: 9_999 }), ([stored, plan], cents) => {
    const records = recordsIn(stored);
    const deal = records.get('deal', MEGA);
    const [first, ...others] = plan.parts;
    if (!deal || !first) throw new Error('no deal');
    const parts = [{ ...first, amount: euros((first.amount?.amount ?? 0) + cents) }, ...others];
    expect(splitDeal(records, deal, { ...plan, parts }, PARTNER).ok).toBe(false);
  }),
);

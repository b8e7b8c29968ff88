import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { law } from '../../test/law';
import { FIGURE_FIELDS } from '../records/external-figure';
import { recordsOf } from '../records/records-from';
import type { AnyRecord, ExternalFigure } from '../records/registry';
import { parseChange } from '../records/parse';
import { keepFigure, setTolerance, tolerances } from './keep-figure';
import { ownFigures } from './own-figures';
import { DEFAULT_TOLERANCES, reconcile, type OwnFigures } from './reconciliation';

const DEAL = 'deal:1' as const;
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const figure = (values: Partial<ExternalFigure>, n = 1): ExternalFigure => ({
  id: `externalFigure:${n}`,
  deal: DEAL,
  system: 'CRM',
  field: 'signed value',
  asOf: '2026-09-01',
  ...values,
});
const own = (figures: OwnFigures) => new Map([[DEAL, figures]]);

describe('reconciliation', () => {
  it('lists a signed value of 48,000 here against 50,000 in the CRM with both sources and the day', () => {
    const found = reconcile(
      [figure({ value: eur(5_000_000), file: 'deals.csv' })],
      own({ 'signed value': { kind: 'money', value: eur(4_800_000) } }),
    );
    expect(found).toEqual([
      {
        deal: DEAL,
        field: 'signed value',
        a: { source: 'Throughline', value: { kind: 'money', value: eur(4_800_000) } },
        b: {
          source: 'CRM',
          value: { kind: 'money', value: eur(5_000_000) },
          asOf: '2026-09-01',
          figure: 'externalFigure:1',
          file: 'deals.csv',
        },
        difference: 200_000,
        apart: 4,
        tolerance: 0.5,
      },
    ]);
  });

  it('passes over 100 hours against 104 at a tolerance of 5 %, and lists them at 3 %', () => {
    const figures = [figure({ field: 'hours', system: 'project tool', quantity: 104 })];
    const ours = own({ hours: { kind: 'quantity', value: 100 } });
    expect(reconcile(figures, ours)).toEqual([]);
    expect(reconcile(figures, ours, { ...DEFAULT_TOLERANCES, hours: 3 }).length).toBe(1);
  });

  it('takes percent complete in points: 50 % against 54 % is 4 points, not 7.4 %', () => {
    const figures = [figure({ field: 'percent complete', system: 'project tool', quantity: 54 })];
    expect(reconcile(figures, own({ 'percent complete': { kind: 'quantity', value: 50 } }))).toEqual([]);
  });

  it('holds a deal won in the CRM to be the same as one in design here, and a lost one not', () => {
    const at = (words: string) => reconcile([figure({ field: 'stage', words })], own({ stage: { kind: 'stage', value: 'design' } })).length;
    expect([at('kickoff'), at('lost'), at('negotiation'), at('Parked')]).toEqual([0, 1, 1, 1]);
  });

  it('never converts: 100 EUR and 100 USD differ, whatever the tolerance', () => {
    const figures = [figure({ value: { amount: 10_000, currency: 'USD' } })];
    const ours = own({ 'signed value': { kind: 'money', value: eur(10_000) } });
    expect(reconcile(figures, ours, { ...DEFAULT_TOLERANCES, 'signed value': 100 }).length).toBe(1);
  });

  it('holds the sources against each other where we say nothing, and passes over figures that were put away', () => {
    const figures = [figure({ value: eur(100) }), figure({ value: eur(200), system: 'finance' }, 2)];
    expect(reconcile(figures, own({}))[0]).toMatchObject({ a: { source: 'CRM' }, b: { source: 'finance' } });
    expect(reconcile([{ ...figures[0], archived: true } as ExternalFigure, ...figures.slice(1)], own({}))).toEqual([]);
  });

  const anyFigure = fc.record({
    field: fc.constantFrom(...FIGURE_FIELDS.map(({ field }) => field), 'something else'),
    system: fc.constantFrom('CRM', 'project tool', 'finance'),
    value: fc.record({ amount: fc.integer(), currency: fc.constantFrom('EUR', 'USD') }),
    quantity: fc.double({ noNaN: true, noDefaultInfinity: true }),
    words: fc.oneof(fc.constantFrom('kickoff', '2026-01-02', '2026-03-04'), fc.string()),
  });
  law(
    'reconciliation: what no tolerance forgives at zero is found whatever the order, and a figure never differs from itself',
    fc.property(fc.array(anyFigure, { maxLength: 6 }), (all) => {
      const figures = all.map((values, n) => figure(values as Partial<ExternalFigure>, n));
      const zero = Object.fromEntries(FIGURE_FIELDS.map(({ field }) => [field, 0])) as typeof DEFAULT_TOLERANCES;
      const keys = (found: ReturnType<typeof reconcile>) =>
        found.map(({ a, b, field }) => [field, ...[a.figure, b.figure].toSorted()].join()).toSorted();
      expect(keys(reconcile(figures.toReversed(), new Map(), zero))).toEqual(keys(reconcile(figures, new Map(), zero)));
      for (const one of figures) expect(reconcile([one, { ...one, id: 'externalFigure:twin' }], new Map(), zero)).toEqual([]);
      expect(reconcile(figures, new Map()).length).toBeLessThanOrEqual(reconcile(figures, new Map(), zero).length);
    }),
  );
});

describe('our own figures', () => {
  const record = (values: object) => values as AnyRecord;
  it('are billed net of credit notes, paid as it arrived, and silent about what nobody recorded', () => {
    const records = recordsOf([
      record({ id: DEAL, phase: 'build', amount: eur(10_000_000), signedAt: '2026-01-02', name: 'X' }),
      record({ id: 'invoice:1', deal: DEAL, kind: 'invoice', number: '1' }),
      record({ id: 'invoice:2', deal: DEAL, kind: 'credit note', number: '2' }),
      record({ id: 'invoiceLine:1', invoice: 'invoice:1', net: eur(100_000), tax: eur(15_000) }),
      record({ id: 'invoiceLine:2', invoice: 'invoice:2', net: eur(20_000) }),
      record({ id: 'payment:1', invoice: 'invoice:1', amount: eur(50_000), paidAt: '2026-02-03' }),
    ]);
    expect(ownFigures(records, DEAL)).toEqual({
      'signed value': { kind: 'money', value: eur(10_000_000) },
      stage: { kind: 'stage', value: 'build' },
      'close date': { kind: 'day', value: '2026-01-02' },
      billed: { kind: 'money', value: eur(80_000) },
      paid: { kind: 'money', value: eur(50_000) },
    });
  });
});

describe('a figure entered by hand', () => {
  it('is one record per deal, system and figure, and says what is missing', () => {
    const empty = recordsOf([]);
    const kept = keepFigure({ deal: DEAL, system: 'finance', field: 'billed', value: eur(100), asOf: '2026-09-01' }, empty);
    const again = keepFigure({ deal: DEAL, system: 'finance', field: 'billed', value: eur(200), asOf: '2026-09-02' }, empty);
    if (!kept.ok || !again.ok) throw new Error('refused');
    expect(kept.value.changes[0]?.record).toBe(again.value.changes[0]?.record);
    expect(kept.value.changes.every((change) => parseChange(change, 'create').ok)).toBe(true);
    expect(keepFigure({ deal: DEAL, system: 'CRM', field: 'hours', asOf: '2026-09-01' }, empty)).toEqual({
      ok: false,
      error: 'Enter the figure.',
    });
  });

  it('is held against the tolerance that the firm set', () => {
    const set = setTolerance('hours', 12, recordsOf([]));
    if (!set.ok) throw new Error(set.error);
    const [change] = set.value.changes;
    const records = recordsOf([{ id: change?.record, ...change?.set } as unknown as AnyRecord]);
    expect(tolerances(records)).toEqual({ ...DEFAULT_TOLERANCES, hours: 12 });
    expect(setTolerance('hours', -1, records).ok).toBe(false);
  });
});

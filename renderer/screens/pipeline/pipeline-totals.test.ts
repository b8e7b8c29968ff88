import { expect, test } from 'vitest';
import type { Phase } from '#shared/records/deal';
import type { Deal } from '#shared/records/registry';
import type { DealRow } from '../../data/reads/deals';
import { columnsOf, pipelineTotals } from './pipeline-totals';

const row = (name: string, phase: Phase, amount: number, currency: string, more: Partial<Deal> = {}): DealRow => ({
  deal: { id: `deal:${name}`, name, phase, amount: { amount, currency }, buyers: [], externalIds: {}, ...more } as unknown as Deal,
  account: '',
  ae: '',
  pm: '',
  people: { ae: undefined, pm: undefined },
  clashes: false,
  words: name,
});

const ROWS = [
  row('Portal', 'proposal', 4_800_000, 'EUR'),
  row('Claims', 'proposal', 1_200_050, 'EUR'),
  row('Fleet', 'proposal', 9_000_000, 'USD'),
  row('Billing', 'build', 10_000_000, 'EUR', { signedAt: '2026-03-01' }),
  row('Gone', 'lost', 99_900, 'EUR'),
];

test('a column adds up each currency for itself and never two together', () => {
  const proposal = columnsOf(ROWS).find(({ phase }) => phase === 'proposal');
  expect(proposal?.totals).toEqual([
    { amount: 6_000_050, currency: 'EUR' },
    { amount: 9_000_000, currency: 'USD' },
  ]);
});

test('every phase has a column, empty ones too, in the order of a deal’s life', () => {
  const columns = columnsOf([]);
  expect(columns.map(({ phase }) => phase).slice(3, 5)).toEqual(['negotiation', 'kickoff']);
  expect(columns.every(({ rows, totals }) => rows.length === 0 && totals.length === 0)).toBe(true);
});

test('won deals stay in the pipeline on their side of the signature; a lost deal counts nowhere', () => {
  const { before, signed } = pipelineTotals(ROWS);
  expect(before.deals).toBe(3);
  expect(signed).toEqual({ deals: 1, totals: [{ amount: 10_000_000, currency: 'EUR' }] });
});

test('a signed deal on hold is still signed, one that never was counts before the signature', () => {
  const paused = [
    row('Paused build', 'on hold', 500, 'EUR', { pausedFrom: 'build', signedAt: '2026-03-01' }),
    row('Paused scoping', 'on hold', 700, 'EUR', { pausedFrom: 'scoping' }),
  ];
  const { before, signed } = pipelineTotals(paused);
  expect([before.totals[0]?.amount, signed.totals[0]?.amount]).toEqual([700, 500]);
});

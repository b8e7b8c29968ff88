import { PHASES, type Phase } from '#shared/records/deal';
import { isSignedDeal } from '#shared/deal/phase';
import type { MoneyValue } from '#shared/records/define-record';
import { totalsByCurrency } from '#shared/values/money';
import type { FirstScreen } from '../../data/first-screen';
import type { DealRow } from '../../data/reads/deals';

/** The deals of one phase and what they come to, per currency. */
export interface PhaseColumn {
  readonly phase: Phase;
  readonly rows: readonly DealRow[];
  /** How many there are; more than there are rows while the records are on their way. */
  readonly deals: number;
  readonly totals: readonly MoneyValue[];
}

/** One column per phase, in the order of a deal's life; empty ones too. `first`: what is known of all deals before they are read. */
export function columnsOf(rows: readonly DealRow[], first?: FirstScreen['totals']): readonly PhaseColumn[] {
  const byPhase = new Map<Phase, DealRow[]>(PHASES.map((phase) => [phase, []]));
  for (const row of rows) byPhase.get(row.deal.phase)?.push(row);
  return [...byPhase].map(([phase, of]) => {
    const kept = first?.find((total) => total.phase === phase);
    return { phase, rows: of, deals: kept?.deals ?? of.length, totals: kept?.amounts ?? totalOf(of) };
  });
}

/** What the pipeline comes to. Two currencies are never added; lost deals count nowhere. */
export interface PipelineTotals {
  /** Not signed yet, on hold included. */
  readonly before: { readonly deals: number; readonly totals: readonly MoneyValue[] };
  /** Signed, whatever became of the work. */
  readonly signed: { readonly deals: number; readonly totals: readonly MoneyValue[] };
}

export function pipelineTotals(rows: readonly DealRow[]): PipelineTotals {
  const counted = rows.filter(({ deal }) => deal.phase !== 'lost');
  const signed = counted.filter(({ deal }) => isSignedDeal(deal));
  const before = counted.filter(({ deal }) => !isSignedDeal(deal));
  return { before: { deals: before.length, totals: totalOf(before) }, signed: { deals: signed.length, totals: totalOf(signed) } };
}

function totalOf(rows: readonly DealRow[]): readonly MoneyValue[] {
  return totalsByCurrency(rows.flatMap(({ deal }) => (deal.amount ? [deal.amount] : [])));
}

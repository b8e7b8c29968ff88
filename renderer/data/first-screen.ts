import { isJsonObject } from '#shared/ledger/json-check';
import { PHASES } from '#shared/records/deal';
import type { MoneyValue } from '#shared/records/define-record';
import { joinedPerson } from '#shared/records/joined-person';
import type { Records } from '#shared/records/records';
import type { AnyRecord, Deal } from '#shared/records/registry';
import { totalsByCurrency } from '#shared/values/money';

/** What the pipeline paints before the records are in memory. Written when idle, replaced as soon as they are. */
export interface FirstScreen {
  /** The first deals in order of phase, then name, with the accounts and people that they name. */
  readonly records: readonly AnyRecord[];
  readonly totals: readonly { readonly phase: Deal['phase']; readonly deals: number; readonly amounts: readonly MoneyValue[] }[];
}

const ROWS = 50;

export function firstScreenOf(records: Records): FirstScreen {
  const deals = records.all('deal').toSorted(inPipelineOrder);
  const rows = deals.slice(0, ROWS);
  const named = rows.flatMap((deal) => [
    records.get('account', deal.account),
    records.get('person', deal.ae),
    records.get('person', deal.pm),
    joinedPerson(records, deal.ae),
    joinedPerson(records, deal.pm),
  ]);
  const totals = PHASES.map((phase) => {
    const within = deals.filter((deal) => deal.phase === phase);
    return { phase, deals: within.length, amounts: totalsByCurrency(within.flatMap(({ amount }) => amount ?? [])) };
  });
  return { records: [...new Set<AnyRecord>([...rows, ...named.filter((record) => record !== undefined)])].map(withoutLongTexts), totals };
}

const LONG = 200;

/** No list shows them, and they would be most of what is read. */
function withoutLongTexts(record: AnyRecord): AnyRecord {
  const shown = Object.entries(record).filter(([, value]) => typeof value !== 'string' || value.length <= LONG);
  return Object.fromEntries(shown) as unknown as AnyRecord;
}

// In localStorage, not in a database: opening one takes longer than painting.
const keyOf = (workspace: string): string => `throughline/${workspace}/first-screen`;

export function saveFirstScreen(workspace: string, value: FirstScreen): void {
  try {
    localStorage.setItem(keyOf(workspace), JSON.stringify(value));
  } catch {
    // No room: an older one would show what is no longer so.
    localStorage.removeItem(keyOf(workspace));
  }
}

export function storedFirstScreen(workspace: string): FirstScreen | undefined {
  const text = localStorage.getItem(keyOf(workspace));
  return text === null ? undefined : parsed(workspace, text);
}

/** It is painted as it is, so it must be whole; where it is not, the first screen waits for the records. */
function parsed(workspace: string, text: string): FirstScreen | undefined {
  try {
    const read = JSON.parse(text) as Partial<FirstScreen> | null;
    const isWhole =
      Array.isArray(read?.records) &&
      read.records.every((record: unknown) => isJsonObject(record) && typeof record['id'] === 'string') &&
      Array.isArray(read.totals) &&
      read.totals.every((total: unknown) => isJsonObject(total) && Array.isArray(total['amounts']));
    if (isWhole) return read as FirstScreen;
  } catch {
    // Not JSON: as good as nothing.
  }
  forgetFirstScreen(workspace);
  return undefined;
}

export function forgetFirstScreen(workspace: string): void {
  localStorage.removeItem(keyOf(workspace));
}

function inPipelineOrder(a: Deal, b: Deal): number {
  return PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

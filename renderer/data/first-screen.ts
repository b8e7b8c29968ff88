import { isJsonObject } from '#shared/ledger/json-check';
import { PHASES } from '#shared/records/deal';
import type { MoneyValue } from '#shared/records/define-record';
import { joinedPerson } from '#shared/records/joined-person';
import type { Records } from '#shared/records/records';
import type { AnyRecord, Deal } from '#shared/records/registry';
import { totalsByCurrency } from '#shared/values/money';
import { openText, sealText } from './vault/sealed-text';
import type { Vault } from './vault/vault';

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

export async function saveFirstScreen(vault: Vault, workspace: string, value: FirstScreen): Promise<void> {
  const sealed = await sealText(vault, JSON.stringify(value), keyOf(workspace));
  try {
    localStorage.setItem(keyOf(workspace), sealed);
  } catch {
    // No room: an older one would show what is no longer so.
    localStorage.removeItem(keyOf(workspace));
  }
}

/** Whether anything is kept; asking costs next to nothing. */
export const hasFirstScreen = (workspace: string): boolean => localStorage.getItem(keyOf(workspace)) !== null;

/** What was kept; nothing where it cannot be opened, since it is made again. */
export async function storedFirstScreen(vault: Vault, workspace: string): Promise<FirstScreen | undefined> {
  const sealed = localStorage.getItem(keyOf(workspace));
  if (sealed === null) return undefined;
  const text = await openText(vault, sealed, keyOf(workspace)).catch(() => '');
  return parsed(workspace, text);
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

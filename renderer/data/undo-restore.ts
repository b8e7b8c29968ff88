import { isEntry, seqOf, type DeviceId, type Entry, type EntryId, type LedgerName, type RecordId } from '#shared/ledger/entry';
import type { Wording } from '#shared/records/value-text';
import type { Written } from './commit';
import { LEDGERS } from './ledger-store';
import type { OpenLedger } from './open-ledger';
import { ifUnreadable } from './recovery/lost-pages';
import type { GroupRow } from './side-database';
import { labelOf } from './undo-label';
import { runOfEntries, stepsOf, takenBackBy, type Run, type Step } from './undo-steps';

/** A step as it was made: by whom, and what it takes back. */
export interface MadeStep {
  readonly step: Step;
  readonly by: RecordId;
  readonly act: string;
  readonly takesBack: EntryId | undefined;
}

interface RestoreParts {
  readonly ledgers: Readonly<Record<LedgerName, OpenLedger>>;
  readonly device: (ledger: LedgerName) => DeviceId;
  readonly wording: Wording;
}

/** How far back a start looks for what can be undone. */
const LOOK_BACK = 300;

/** The last steps of this device in both ledgers, in the order in which they were made. Of a group only its row is read. */
export async function recentSteps(parts: RestoreParts, groups: readonly GroupRow[]): Promise<MadeStep[]> {
  const perLedger = await Promise.all(LEDGERS.map((name) => recentOf(name, parts, groups)));
  return perLedger.flat().sort((a, b) => (a.step.at < b.step.at ? -1 : 1));
}

async function recentOf(name: LedgerName, { ledgers, device, wording }: RestoreParts, groups: readonly GroupRow[]): Promise<MadeStep[]> {
  const ledger = ledgers[name];
  const tip = await ledger.tip(device(name)).catch(ifUnreadable);
  if (tip === undefined) return [];
  const from = tip.seq - LOOK_BACK;
  const own = groups.filter(
    (group) => group.ledger === name && group.device === device(name) && group.last > from && ledger.fold.holds(group.id),
  );
  const inGroup = ({ id }: Entry): boolean => own.some(({ first, last }) => first <= seqOf(id) && seqOf(id) <= last);
  const entries = await entriesOfRun(ledger, { device: device(name), first: from, last: tip.seq });
  const single = stepsOf(entries.filter((entry) => !inGroup(entry))).map((step) => madeOf({ ledger: name, entries: step }, wording));
  return [...single, ...own.map(madeOfGroup)];
}

export function madeOf({ ledger, entries }: Written, wording: Wording): MadeStep {
  const { by, act, at, series } = entries[0] as Entry;
  // Several entries that are no series went in as a group, which is called by its last entry.
  const group = entries.length > 1 && series === undefined ? (entries.at(-1) as Entry).id : undefined;
  const step: Step = {
    ...runOfEntries(entries),
    ledger,
    above: [],
    act,
    at,
    label: () => labelOf(entries, wording),
    ...(group && { group }),
    ...pairOf(entries[0] as Entry),
  };
  return { step, by, act, takesBack: takenBackBy(entries) };
}

/** Acts that change both ledgers, in an entry each. */
const IN_BOTH_LEDGERS: ReadonlySet<string> = new Set(['deal.split', 'deal.sendAfter']);

const pairOf = ({ act, deal }: Entry): Pick<Step, 'pair'> => (IN_BOTH_LEDGERS.has(act) && deal ? { pair: `${act} ${deal}` } : {});

export function madeOfGroup({ id, ledger, device, first, last, by, act, at, label, takesBack }: GroupRow): MadeStep {
  return { step: { ledger, device, first, last, above: [], act, at, label: () => label, group: id }, by, act, takesBack };
}

/** How a group is remembered. */
export function rowOf({ ledger, entries }: Written, label: string): GroupRow {
  const last = entries.at(-1) as Entry;
  const takesBack = takenBackBy(entries);
  const { by, act, at, id } = last;
  return { id, ledger, ...runOfEntries(entries), by, act, label, at, undone: false, ...(takesBack && { takesBack }) };
}

/** The entries of a run, in chain order. */
export async function entriesOfRun(ledger: OpenLedger, run: Run): Promise<Entry[]> {
  const pages = await ledger.itemsOf(ledger.pagesOfRun(run.device, run.first, run.last));
  const found = new Map<EntryId, Entry>();
  for (const { items } of pages) {
    for (const item of items) if (isEntry(item) && seqOf(item.id) >= run.first && seqOf(item.id) <= run.last) found.set(item.id, item);
  }
  return [...found.values()].sort((a, b) => seqOf(a.id) - seqOf(b.id));
}

import { deviceOf, entryIdOf, isEntry, isRedacted, seqOf, type EntryId, type LedgerItem, type LedgerName } from '#shared/ledger/entry';
import { foldAll, type Fold } from '#shared/ledger/fold';
import { sameHave } from '#shared/ledger/have';
import { unpackPage } from '#shared/ledger/page';
import { verifyChain } from '#shared/ledger/verify-chain';
import { kindOf } from '#shared/records/registry';
import type { OpenWorkspace } from '../../renderer/data/open-workspace';
import { FINANCE_MARK } from './random-commands';
import type { SimDevice } from './sim-device';
import type { SimWorld } from './sim-world';
import { readsFinance } from './virtual-hub';

const LEDGERS: readonly LedgerName[] = ['team', 'finance'];

/** The devices that hold a ledger: with a server its roles decide, without one whoever was given it. */
export function holdersOf(world: SimWorld, ledger: LedgerName): readonly SimDevice[] {
  return ledger === 'team' ? world.devices : world.devices.filter(({ user }) => readsFinance(world.hub.rolesOf(user) ?? []));
}

const foldOf = (device: SimDevice, ledger: LedgerName): Fold => (device.workspace as OpenWorkspace).ledgers[ledger].fold;

/** True where all devices hold the same, the server does too, and each of them says so. */
export function isInStep(world: SimWorld): boolean {
  if (world.devices.some(({ isRunning }) => !isRunning)) return false;
  const { hasServer } = world.story;
  if (hasServer && !world.devices.every(saysSo)) return false;
  return LEDGERS.every((ledger) => {
    const [first, ...others] = holdersOf(world, ledger).map((device) => foldOf(device, ledger).have());
    return first === undefined || others.every((other) => sameHave(first, other));
  });
}

/** It says that it is in step, as somebody with the roles that the server gives now. */
function saysSo(device: SimDevice): boolean {
  const { state, link } = device.workspace?.sync.get() ?? {};
  return state?.kind === 'synced' && link?.roles.toSorted().join() === device.rolesThere().toSorted().join();
}

/** Everything that must hold at the end, as sentences about what does not. */
export async function whatDoesNotHold(world: SimWorld): Promise<readonly string[]> {
  return [
    ...LEDGERS.flatMap((ledger) => [...differences(world, ledger), ...againstServer(world, ledger), ...chains(world, ledger)]),
    ...missingValues(world),
    ...needlessForks(world),
    ...(await notInHistory(world)),
    ...leaks(world),
    ...world.devices.flatMap(({ name, workspace }) =>
      (workspace?.problems.get() ?? []).flatMap(({ kind }) => (kind === 'copied' ? [] : [`${name} has a problem: ${kind}`])),
    ),
  ];
}

/** Records, clashes and holdings as plain text: two devices that show the same give the same. */
function shownBy(fold: Fold): ReadonlyMap<string, string> {
  const records = [...fold.records()].map(({ id, values, clashing, undecided, redacted, merged }) => {
    const fields = Object.keys(values).toSorted();
    const heads = fold.fields(id).map((field) => [field, fold.heads(id, field).toSorted()]);
    return [
      id,
      JSON.stringify([fields.map((field) => [field, values[field]]), heads.toSorted(), clashing, undecided, redacted, merged]),
    ] as const;
  });
  return new Map([
    ...records,
    ['clashes', JSON.stringify(fold.clashes())],
    ['newer', JSON.stringify(fold.newer().toSorted())],
    [
      'waiting',
      JSON.stringify(
        fold
          .waiting()
          .map(({ id }) => id)
          .toSorted(),
      ),
    ],
  ]);
}

function differences(world: SimWorld, ledger: LedgerName): readonly string[] {
  const [first, ...others] = holdersOf(world, ledger);
  if (first === undefined) return [];
  const shown = shownBy(foldOf(first, ledger));
  return others.flatMap((other) => {
    const theirs = shownBy(foldOf(other, ledger));
    const keys = new Set([...shown.keys(), ...theirs.keys()]);
    const found = [...keys].filter((key) => shown.get(key) !== theirs.get(key)).slice(0, 3);
    const have = sameHave(foldOf(first, ledger).have(), foldOf(other, ledger).have())
      ? []
      : [`${first.name} and ${other.name} hold different entries (${ledger}): ${missing(first, other, ledger)}`];
    return [...have, ...found.map((key) => `${first.name} and ${other.name} differ in ${key}: ${shown.get(key)} | ${theirs.get(key)}`)];
  });
}

const missing = (one: SimDevice, other: SimDevice, ledger: LedgerName): string =>
  JSON.stringify(foldOf(one, ledger).compare(foldOf(other, ledger).have())).slice(0, 400);

function againstServer(world: SimWorld, ledger: LedgerName): readonly string[] {
  if (!world.story.hasServer) return [];
  const items = world.hub
    .database(ledger)
    .documents()
    .flatMap(({ entries }) => entries as readonly LedgerItem[]);
  const there = foldAll(items, kindOf).have();
  return holdersOf(world, ledger)
    .filter((device) => !sameHave(foldOf(device, ledger).have(), there))
    .map(
      (device) =>
        `${device.name} and the server hold different entries (${ledger}): ${JSON.stringify(foldOf(device, ledger).compare(there)).slice(0, 400)}`,
    );
}

/** What lies on the disk is whole, and is what is in memory. */
function chains(world: SimWorld, ledger: LedgerName): readonly string[] {
  return holdersOf(world, ledger).flatMap((device) => {
    const pages = [...device.disk.tables.pages[ledger].values()];
    const read = pages.map(({ id, entries }) => unpackPage({ id, text: entries }));
    const broken = read.flatMap((page) => (page.ok ? [] : [`${device.name} keeps a page that does not hold: ${page.error.reason}`]));
    const items = read.flatMap((page) => (page.ok ? page.value : []));
    const have = foldOf(device, ledger).have();
    const byId = new Map(items.map((item) => [item.id, item]));
    const wrong = verifyChain(items, have)
      .filter(({ entry }) => !followsLost(byId.get(entry), world))
      .map(({ entry, message }) => `${device.name} (${ledger}): ${entry} ${message}`);
    const anew = foldAll(items, kindOf);
    const stale = sameHave(anew.have(), have) ? [] : [`${device.name} (${ledger}) holds on its disk something else than in memory`];
    const shown = shownBy(foldOf(device, ledger));
    const other = [...shownBy(anew)].filter(([key, text]) => shown.get(key) !== text).slice(0, 2);
    return [
      ...broken,
      ...wrong.slice(0, 3),
      ...stale,
      ...other.map(([key, text]) => `${device.name} shows ${key} otherwise than its disk: ${shown.get(key)} | ${text}`),
    ];
  });
}

/** Only a disk that was put back forks a chain. */
function needlessForks(world: SimWorld): readonly string[] {
  const steady = world.devices.filter(({ wasPutBack }) => !wasPutBack);
  return LEDGERS.flatMap((ledger) => {
    const [holder] = holdersOf(world, ledger);
    const have = holder ? foldOf(holder, ledger).have() : {};
    const forked = steady.flatMap(({ name, ownIds }) =>
      [...ownIds].flatMap((id) => ((have[id]?.tips.length ?? 0) > 1 ? [`the chain of ${name} forked (${ledger})`] : [])),
    );
    return forked;
  });
}

/** What came before it was refused, or had not been sent, when the disk that it was on was put back. */
function followsLost(item: LedgerItem | undefined, { lost, vanished }: SimWorld): boolean {
  const before = item && entryIdOf(deviceOf(item.id), seqOf(item.id) - 1, item.prev);
  return before !== undefined && (lost.has(before) || vanished.has(before));
}

/** LAW 2, across machines: what anybody ever entered is in the records, or waits with its author, refused or sealed. */
function missingValues(world: SimWorld): readonly string[] {
  const found: string[] = [];
  const refused = new Set(world.devices.flatMap(({ disk }) => [...disk.tables.refused.keys()]));
  for (const device of world.devices) {
    for (const [id, { ledger, item }] of device.journal) {
      const holders = holdersOf(world, ledger);
      if (world.lost.has(id) || refused.has(id) || (world.vanished.has(id) && !holders.includes(device))) continue;
      if (holders.length === 0) continue;
      const lacking = holders.filter((holder) => !holdsContent(holder, ledger, item));
      if (lacking.length > 0)
        found.push(
          `${id} (${'act' in item ? item.act : 'newer'}) of ${device.name} is not in the records of ${lacking.map(({ name }) => name).join(', ')}`,
        );
    }
  }
  return found.slice(0, 8);
}

function holdsContent(device: SimDevice, ledger: LedgerName, item: LedgerItem): boolean {
  const fold = foldOf(device, ledger);
  return isEntry(item) ? fold.isFolded(item.id) || fold.waiting().some(({ id }) => id === item.id) : fold.newer().includes(item.id);
}

/** Each value of each entry can be pulled up in the history of its record. */
async function notInHistory(world: SimWorld): Promise<readonly string[]> {
  const found: string[] = [];
  for (const ledger of LEDGERS) {
    const [holder] = holdersOf(world, ledger);
    if (holder?.workspace === undefined) continue;
    const open = holder.workspace.ledgers[ledger];
    const history = new Map<EntryId, string>();
    const logs = open.logsOf([...open.fold.records()].map(({ id }) => id));
    let read: Awaited<typeof logs> | undefined;
    void logs.then((done) => (read = done));
    await world.wait(60_000, () => read !== undefined);
    for (const log of read?.values() ?? []) for (const entry of log) history.set(entry.id, JSON.stringify(entry));
    for (const { journal } of world.devices) {
      for (const [id, noted] of journal) {
        if (noted.ledger !== ledger || !isEntry(noted.item) || !open.fold.isFolded(id) || noted.item.edits.every(isRedacted)) continue;
        if (history.get(id) !== JSON.stringify(noted.item))
          found.push(
            `${id} (${noted.item.act}) is not in the history of its records as it was written: ${history.get(id)} | ${JSON.stringify(noted.item)}`,
          );
      }
    }
  }
  return found.slice(0, 5);
}

/** Nobody who lacks the role holds a byte of the finance ledger, sealed files aside. */
function leaks(world: SimWorld): readonly string[] {
  if (!world.story.hasServer) return [];
  const holders = new Set(holdersOf(world, 'finance'));
  return world.devices.flatMap((device) => {
    if (holders.has(device)) return [];
    const text = device.disk.text(LEDGERS);
    const inMemory = foldOf(device, 'finance').size > 0 ? [`${device.name} shows finance records without the role`] : [];
    return [...inMemory, ...(text.includes(FINANCE_MARK) ? [`${device.name} holds a byte of the finance ledger without the role`] : [])];
  });
}

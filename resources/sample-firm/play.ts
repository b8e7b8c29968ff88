import { appendEntries, type ChainTip } from '#shared/ledger/chain';
import type { DeviceId, Entry, LedgerName } from '#shared/ledger/entry';
import { Fold } from '#shared/ledger/fold';
import { sha256Hex } from '#shared/ledger/hash';
import type { Id } from '#shared/records/define-record';
import { kindOf } from '#shared/records/registry';
import { bytesFrom, chanceFrom } from './chance';
import type { Scene } from './stage';

export type LedgerEntries = Readonly<Record<LedgerName, readonly Entry[]>>;

/** The installation that a person works on, one for each ledger. */
export function deviceOf(person: Id<'person'>, ledger: LedgerName): DeviceId {
  return sha256Hex(`sample-firm/${person}/${ledger}`).slice(0, 16);
}

/**
 * Plays scenes through the ledger itself, each on the device of the person who acts, with the clock of that moment.
 * Everybody has synced before everybody else acts, so nothing clashes, and an act that freezes carries what was known.
 */
export function play(scenes: readonly Scene[]): LedgerEntries {
  const ledgers = { team: new LedgerPlay('team'), finance: new LedgerPlay('finance') };
  for (const scene of scenes) ledgers[scene.ledger].perform(scene);
  return { team: ledgers.team.entries, finance: ledgers.finance.entries };
}

class LedgerPlay {
  readonly entries: Entry[] = [];
  private readonly ledger: LedgerName;
  private readonly fold = new Fold(kindOf);
  private readonly tips = new Map<DeviceId, ChainTip>();
  private readonly random: (count: number) => Uint8Array;

  constructor(ledger: LedgerName) {
    this.ledger = ledger;
    this.random = bytesFrom(chanceFrom(`sample-firm/${ledger}`));
  }

  perform({ at, by, command }: Scene): void {
    const device = deviceOf(by, this.ledger);
    const appended = appendEntries(this.tips.get(device), command, { device, by, now: at, random: this.random, fold: this.fold });
    if (!appended.ok) throw new Error(`${command.act}: ${appended.error.message}`);
    this.tips.set(device, appended.value.tip);
    this.entries.push(...appended.value.entries);
    this.fold.add(appended.value.entries);
  }
}

import type { ChainTip } from '#shared/ledger/chain';
import type { DeviceId, LedgerName } from '#shared/ledger/entry';
import { unpackPage } from '#shared/ledger/page';
import type { Id } from '#shared/records/define-record';
import { devicesIn } from '../devices';
import { LEDGERS, type LedgerStore } from '../ledger-store';
import { observed, type Observable } from '../observable';
import type { OpenLedger } from '../open-ledger';
import type { Problems } from '../problems';
import {
  damagedRanges,
  extentOf,
  joinedRanges,
  stillMissing,
  UNDAMAGED,
  type Damage,
  type DamagedFile,
  type DamagedRange,
  type Missing,
} from './damage';
import { damageProblem, WHOLE_AGAIN } from './damage-words';
import { dropAside, filesAside } from './files-aside';
import { EndUnreadable } from './lost-pages';

/** Where it is remembered what is missing: a page that has gone tells nothing at the next start. */
export interface DamageShelf {
  load(): Promise<readonly DamagedRange[]>;
  save(ranges: readonly DamagedRange[]): Promise<void>;
}

/** How far each device of this installation ever wrote, kept apart from the entries. */
export interface Heads {
  get(device: DeviceId): number;
  note(device: DeviceId, seq: number): void;
}

export interface RecoveryParts {
  readonly ledgers: Readonly<Record<LedgerName, OpenLedger>>;
  readonly device: (ledger: LedgerName) => DeviceId;
  /** From now on this installation writes under another id in this ledger. */
  readonly renew: (ledger: LedgerName) => Promise<void>;
  /** Has what is here compared with the server again. */
  readonly compareAgain: () => void;
  readonly problems: Problems;
  readonly files: LedgerStore['files'];
  readonly shelf: DamageShelf | undefined;
  readonly heads: Heads | undefined;
}

/** What is damaged on this device, and what has to be true before anything is written upon it. */
export class Recovery {
  readonly damage: Observable<Damage>;
  readonly #damage = observed<Damage>(UNDAMAGED);
  readonly #parts: RecoveryParts;
  #ranges: readonly DamagedRange[] = [];
  readonly #files = new Map<string, DamagedFile>();
  #running: Promise<void> = Promise.resolve();

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
    this.damage = this.#damage;
  }

  /** Looks at what was missing at the last start, and at what was found since. */
  async start(): Promise<void> {
    this.#ranges = (await this.#parts.shelf?.load()) ?? [];
    for (const file of await filesAside(this.#parts.files)) this.#files.set(file.id, file);
    await this.look();
  }

  /** Something turned out to be unusable: looked at when whoever found it is done. */
  readonly noticed = (): void => {
    this.#queue(async () => {
      await this.look();
      this.#parts.compareAgain();
    });
  };

  /** Sets every page aside that is not what its id says, to the last hash: where something was found to be altered. */
  async distrust(): Promise<void> {
    for (const name of LEDGERS) {
      const { shelf } = this.#parts.ledgers[name];
      for (const id of await shelf.ids()) {
        const [page] = await shelf.read([id]);
        const checked = page && unpackPage({ id, text: page.entries });
        if (checked && !checked.ok) this.#parts.ledgers[name].setAside(id, checked.error.reason);
      }
    }
    await this.settled();
  }

  /** Entries came in: what was missing may be here again. */
  readonly arrived = (): void => {
    if (this.#ranges.length > 0) this.#queue(() => this.look());
  };

  /** A file was set aside: the server is asked for it. */
  readonly fileDamaged = (file: DamagedFile): void => {
    this.#files.set(file.id, file);
    this.#queue(() => this.#publish());
    this.#parts.compareAgain();
  };

  readonly fileArrived = (id: string): void => {
    if (!this.#files.delete(id)) return;
    this.#queue(async () => {
      await dropAside(this.#parts.files, id);
      await this.#publish();
    });
  };

  /** Resolves when what was noticed so far has been looked at. */
  settled(): Promise<void> {
    return this.#running;
  }

  #queue(work: () => Promise<void>): void {
    this.#running = this.#running.then(work).catch((cause: unknown) => this.#parts.problems.raiseStorage(cause));
  }

  /** Makes what is shown rest on what can be read, and says what is missing. */
  async look(): Promise<void> {
    const { ledgers, shelf } = this.#parts;
    for (const name of LEDGERS) await ledgers[name].mend();
    const found = LEDGERS.flatMap((name) => {
      const { quarantine, lost, fold } = ledgers[name];
      return damagedRanges(name, [...quarantine, ...lost.map((page) => ({ page, reason: 'gone' }))], fold.have());
    });
    const before = this.#ranges;
    const ranges = joinedRanges([...stillMissing(before, (name) => ledgers[name].fold.have()), ...found]);
    this.#ranges = ranges;
    if (JSON.stringify(ranges) !== JSON.stringify(before)) await shelf?.save(ranges);
    await this.#publish();
  }

  /**
   * The end of this device's own chain, to write upon. Where it is damaged, or this installation is known to have written
   * further than can be read, the device goes on under another id: two entries at one place would be a fork.
   */
  async ownTip(name: LedgerName): Promise<ChainTip | undefined> {
    const { ledgers, device, renew, heads } = this.#parts;
    const ledger = ledgers[name];
    const own = device(name);
    const tip = await ledger.tip(own).catch((cause: unknown) => {
      if (cause instanceof EndUnreadable) return 'unreadable' as const;
      throw cause;
    });
    const missing = [...this.#ranges, ...damagedRanges(name, ledger.quarantine, ledger.fold.have())].filter(
      (range) => range.ledger === name,
    );
    const extent = Math.max(extentOf(own, {}, missing), heads?.get(own) ?? 0);
    if (tip !== 'unreadable' && (tip?.seq ?? 0) >= extent) return tip;
    await renew(name);
    return ledger.tip(device(name));
  }

  /** Notes how far the own chain goes. */
  wrote(name: LedgerName, seq: number): void {
    this.#parts.heads?.note(this.#parts.device(name), seq);
  }

  async #publish(): Promise<void> {
    const { problems } = this.#parts;
    const before = this.#damage.get();
    const missing = this.#ranges.length === 0 ? [] : await this.#named();
    const files = [...this.#files.values()];
    const isDamaged = missing.length + files.length > 0;
    const isMended = !isDamaged && (before.isMended || before.missing.length + before.files.length > 0);
    const damage: Damage = { missing, files, isMended };
    if (JSON.stringify(damage) === JSON.stringify(before)) return;
    this.#damage.set(damage);
    if (isDamaged) problems.raise(damageProblem(damage));
    else {
      problems.clear('page-unreadable');
      if (isMended) problems.raise(WHOLE_AGAIN);
    }
  }

  async #named(): Promise<readonly Missing[]> {
    const { ledgers, device } = this.#parts;
    const seen = new Map<string, Id<'person'>>();
    for (const name of LEDGERS)
      if (this.#ranges.some(({ ledger }) => ledger === name))
        for (const { device: of, by } of await devicesIn(ledgers[name], device(name))) seen.set(of, by);
    return this.#ranges.map((range) => {
      const by = seen.get(range.device);
      const of = extentOf(range.device, ledgers[range.ledger].fold.have(), this.#ranges);
      return { ...range, of, isThis: range.device === device(range.ledger), ...(by && { by }) };
    });
  }
}

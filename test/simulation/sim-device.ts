import { deviceOf, type DeviceId, type Entry, type EntryId, type LedgerItem, type LedgerName } from '#shared/ledger/entry';
import { isEntry, isStub } from '#shared/ledger/entry';
import type { Role } from '#shared/records/define-record';
import { partsOfFile } from '../../renderer/data/file-parts';
import { newDeviceId } from '../../renderer/data/devices';
import { OpenWorkspace } from '../../renderer/data/open-workspace';
import { memoryTexts } from '../../renderer/data/memory-store';
import { observed } from '../../renderer/data/observable';
import { dropSnapshot, emptyLedgers, loadSnapshot, saveSnapshot } from '../../renderer/data/snapshot';
import type { ServerLink } from '../../renderer/data/sync-state';
import type { SyncPorts } from '../../renderer/data/sync/ports';
import { openUpkeep } from '../../renderer/data/upkeep';
import { verifyHere } from '../../renderer/data/verify';
import { Dice } from './dice';
import { VirtualDisk, type Step } from './virtual-disk';
import type { Line, VirtualNetwork } from './virtual-network';
import type { Owner, VirtualTime } from './virtual-time';
import { WORKSPACE } from './virtual-hub';

/** Where a device lives. */
export interface Surroundings {
  readonly time: VirtualTime;
  readonly network: VirtualNetwork | undefined;
  /** Something that must not happen. */
  readonly trouble: (what: string) => void;
}

/** Everything that this device's own chains ever held, as it was first written. */
export type Journal = Map<EntryId, { readonly ledger: LedgerName; readonly item: LedgerItem }>;

/** Starts of any device in this process: locks are told apart by it. */
let starts = 0;

/** One person's machine: a disk that stays, and a program that can be killed between any two steps and started again. */
export class SimDevice {
  readonly name: string;
  readonly user: string;
  readonly disk: VirtualDisk;
  readonly line: Line | undefined;
  readonly journal: Journal = new Map();
  /** The ids under which it ever wrote. */
  readonly ownIds = new Set<DeviceId>();
  workspace: OpenWorkspace | undefined;
  /** How far its clock is off, in milliseconds. */
  skew = 0;
  boots = 0;
  /** Nothing runs here, and nothing is about to. */
  isDown = true;
  /** Its disk was put back to what it was before. */
  wasPutBack = false;
  /** What the person at it does now; they do one thing after another. */
  busy: Promise<void> = Promise.resolve();
  #owner: Owner;
  readonly #world: Surroundings;
  readonly #dice: Dice;
  #idle = 0;

  constructor(name: string, user: string, seed: number, world: Surroundings) {
    this.name = name;
    this.user = user;
    this.#world = world;
    this.#dice = new Dice(seed);
    this.#owner = { name, ended: false };
    const at = '2026-11-22T09:00:00.000Z';
    const devices = { team: newDeviceId(this.#random), finance: newDeviceId(this.#random) };
    this.disk = new VirtualDisk({ id: name, name: 'Firm', sample: false, me: 'person:nobody', createdAt: at, openedAt: at, devices });
    this.line = world.network?.line(user);
    this.disk.written = (page, ledger) => this.#note(page.id, page.entries, ledger);
  }

  get isRunning(): boolean {
    return this.workspace !== undefined;
  }

  now = (): number => this.#world.time.now + this.skew;
  readonly #random = (bytes: number): Uint8Array => this.#dice.bytes(bytes);

  /** The next thing on this device's disk: they happen in the order in which they were asked for. */
  readonly #step: Step = (work) => {
    const { time } = this.#world;
    const owner = this.#owner;
    this.#idle = Math.max(this.#idle, time.now) + this.#dice.whole(0, 2);
    return new Promise((resolve, reject) => {
      time.after(
        this.#idle - time.now,
        () => {
          try {
            resolve(work());
          } catch (cause) {
            reject(cause);
          }
        },
        owner,
      );
    });
  };

  /** Starts the program on what the disk holds. */
  async start(): Promise<void> {
    const owner = { name: this.name, ended: false };
    this.#owner = owner;
    this.isDown = false;
    this.#idle = 0;
    this.boots += 1;
    this.busy = Promise.resolve();
    const side = this.disk.sideDatabase(this.#step);
    const loaded = await loadSnapshot(side);
    if (loaded.kind === 'unreadable') this.#world.trouble(`${this.name} cannot read its snapshot`);
    const workspace = await OpenWorkspace.open({
      // Windows of one workspace share locks; those of a killed program are free again.
      registered: { ...this.disk.registered, id: `${this.disk.registered.id}-${(starts += 1)}` },
      store: this.disk.store(this.#step),
      held: loaded.kind === 'held' ? loaded.ledgers : emptyLedgers(),
      groups: this.disk.groups(this.#step),
      texts: memoryTexts(),
      textReader: { read: async () => [], close: () => undefined },
      searchHost: { post: () => undefined, onAnswer: () => undefined, onFailure: () => undefined, close: () => undefined },
      verifyHost: verifyHere,
      readFile: (file) => ({ parts: partsOfFile(file), close: () => undefined }),
      upkeep: (parts) => {
        const upkeep = openUpkeep({
          ...parts,
          side,
          keepFirstScreen: async () => undefined,
          failed: (cause) => this.#world.trouble(String(cause)),
        });
        const saveNow = async (): Promise<boolean> => {
          const version = parts.model.version();
          const isCurrent = () => parts.model.version() === version && Object.values(parts.ledgers).every(({ isSettled }) => isSettled);
          return saveSnapshot(side, parts.ledgers, isCurrent);
        };
        return { ...upkeep, note: () => undefined, saveSnapshot: saveNow };
      },
      amend: (change) => this.#step(() => void (this.disk.registered = { ...this.disk.registered, ...change })),
      forgetSnapshot: () => dropSnapshot(side),
      now: this.now,
      random: this.#random,
      released: () => undefined,
      ...(this.line && { sync: this.#ports(this.line, owner) }),
    });
    if (owner.ended) return;
    await workspace.undoRestored;
    if (owner.ended) return;
    this.workspace = workspace;
  }

  /** The power goes: nothing that was under way ends any more. */
  kill(): void {
    this.#owner.ended = true;
    this.isDown = true;
    this.workspace = undefined;
    this.busy = Promise.resolve();
  }

  /** Starts it, unless somebody did already. */
  startAgain(): void {
    if (this.isDown) void this.start();
  }

  /** Lets the person do something when they are done with what they do now. */
  ask(what: string, act: (workspace: OpenWorkspace) => Promise<void>): Promise<void> {
    const { workspace } = this;
    if (workspace === undefined) return Promise.resolve();
    const owner = this.#owner;
    const done = this.busy.then(async () => {
      try {
        if (!owner.ended) await act(workspace);
      } catch (cause) {
        if (!owner.ended)
          this.#world.trouble(`${this.name}, ${what}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
      }
    });
    this.busy = done;
    return done;
  }

  link(): ServerLink {
    const roles = this.rolesThere();
    return { connection: 'c1', url: 'http://hub', user: this.user, workspace: WORKSPACE, roles };
  }

  rolesThere(): readonly Role[] {
    const given = this.#world.network?.hub.rolesOf(this.user) ?? [];
    return given.map((role) => role.slice(WORKSPACE.length + 1) as Role);
  }

  #ports(line: Line, owner: Owner): SyncPorts {
    const { time } = this.#world;
    const pauseWhen = observed({ metered: true, battery: true });
    const connected = line.of(owner);
    return {
      client: () => connected,
      whoami: connected.whoami,
      time: {
        now: this.now,
        wait: (ms, signal) =>
          new Promise((resolve) => {
            if (signal.aborted) return resolve();
            const over = (): void => {
              stop();
              signal.removeEventListener('abort', over);
              resolve();
            };
            const stop = time.after(ms, over, owner);
            signal.addEventListener('abort', over);
          }),
        random: () => this.#dice.real(),
      },
      shelf: this.disk.syncShelf(this.#step),
      power: observed({ metered: false, lowBattery: false }),
      pauseWhen,
    };
  }

  #note(page: string, text: string, ledger: LedgerName): void {
    const { team, finance } = this.disk.registered.devices;
    this.ownIds.add(team).add(finance);
    if (!this.ownIds.has(page.slice(0, 16))) return;
    for (const item of JSON.parse(text) as readonly LedgerItem[])
      if (!isStub(item) && !this.journal.has(item.id)) this.journal.set(item.id, { ledger, item });
  }

  /** Entries that this device wrote and whose content its disk holds nowhere: for the account of what must be found. */
  get ownEntries(): readonly Entry[] {
    return [...this.journal.values()].flatMap(({ item }) => (isEntry(item) && this.ownIds.has(deviceOf(item.id)) ? [item] : []));
  }
}

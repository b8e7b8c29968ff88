import { isStub, type EntryId, type LedgerItem } from '#shared/ledger/entry';
import { createRecord } from '#shared/records/write';
import type { Id } from '#shared/records/define-record';
import type { OpenWorkspace } from '../../renderer/data/open-workspace';
import { FOUNDING } from '../../renderer/data/undo';
import { Dice } from './dice';
import { writeNewer } from './newer-app';
import { DEEDS, doSomething, type Hands } from './random-commands';
import { SimDevice } from './sim-device';
import { toldOf, type Cast, type Scene, type Story } from './story';
import { readsFinance, VirtualHub, WORKSPACE, type Backup, type Json } from './virtual-hub';
import { VirtualNetwork } from './virtual-network';
import { VirtualTime } from './virtual-time';

const START = Date.UTC(2026, 10, 22, 9);
const MINUTE = 60_000;

/** A file on its way from one device to another. */
interface HandedFile {
  readonly file: Blob;
  readonly to: SimDevice;
}

/** A firm in which a story happens. */
export class SimWorld {
  readonly story: Story;
  readonly time = new VirtualTime(START);
  readonly hub = new VirtualHub();
  readonly network: VirtualNetwork;
  readonly devices: readonly SimDevice[];
  /** What went wrong, in words. Empty: everything is as it must be. */
  readonly troubles: string[] = [];
  /** What is gone with a disk or a server that was put back, and was nowhere else. */
  readonly lost = new Set<EntryId>();
  /** Costs that the server had and was put back without. Whoever loses the role now believes them to be there. */
  readonly vanished = new Set<EntryId>();
  readonly told: string[] = [];
  readonly #editors = new Map<SimDevice, Hands['editors'][number][]>();
  readonly #images = new Map<SimDevice, () => void>();
  #files: HandedFile[] = [];
  #backup: Backup | undefined;

  constructor(story: Story) {
    this.story = story;
    const dice = new Dice(story.seed ^ 0x5eed);
    this.network = new VirtualNetwork(this.hub, this.time, dice);
    const trouble = (what: string): void => void this.troubles.push(what);
    this.devices = story.cast.map(
      ({ name, user }) =>
        new SimDevice(name, user, dice.seed(), { time: this.time, network: story.hasServer ? this.network : undefined, trouble }),
    );
    for (const { user, roles } of story.cast) this.hub.setUser(user, rolesThere(roles));
  }

  /** The first device founds the firm; the others begin as the cast says. */
  async begin(): Promise<void> {
    const { cast, hasServer } = this.story;
    const [first, ...others] = this.devices as [SimDevice, ...SimDevice[]];
    await this.#finished('the first start', first.start());
    await this.#found(first, cast[0] as Cast);
    for (const [at, device] of others.entries()) {
      const role = cast[at + 1] as Cast;
      if (role.beginning === 'by file') await this.#addPerson(first, role);
      await this.#finished(`${device.name} starts`, device.start());
    }
    if (hasServer) await this.#finished('the first device joins', this.#join(first));
    for (const [at, device] of others.entries()) {
      const role = cast[at + 1] as Cast;
      if (role.beginning === 'began offline') await this.#found(device, role);
      if (role.beginning !== 'by file') continue;
      const file = await this.#finished('the first export', this.#exportedBy(first, device));
      await this.#finished(
        'the first file',
        device.ask('reads the first file', (workspace) => taken(workspace.mergeFile(file as Blob))),
      );
      await this.#finished(
        'sitting down',
        device.ask('sits down', (workspace) => workspace.become(personOf(role))),
      );
    }
    if (!hasServer) return;
    for (const [at, device] of others.entries())
      this.time.after(new Dice(this.story.seed + at).whole(0, MINUTE), () => this.#joinSoon(device));
  }

  async play(): Promise<void> {
    const beginning = this.time.now;
    for (const scene of this.story.scenes) this.time.after(scene.at, () => this.#happen(scene));
    const last = this.story.scenes.at(-1)?.at ?? 0;
    await this.time.runUntil(beginning + last + MINUTE);
  }

  /** Whatever was wrong ends; people do what only people can. */
  async heal(): Promise<void> {
    this.network.isDown = false;
    this.hub.alsoRefuses = () => undefined;
    for (const device of this.devices) {
      if (device.line) {
        device.line.isOffline = false;
        device.line.faults = [];
      }
      device.skew = 0;
      if (!device.isRunning) {
        device.kill();
        await this.#finished(`${device.name} starts`, device.start());
      }
    }
  }

  /** What only people can do for sync to go on: they sign in, take back, hand over. */
  async helpOut(): Promise<void> {
    for (const file of this.#files) await this.#finished(`${file.to.name} reads a file`, this.#takeIn(file));
    for (const device of this.devices) await this.#finished(`helping at ${device.name}`, this.#helpAt(device));
    if (!this.story.hasServer) await this.#handAround();
  }

  /** Lets time pass until `enough`, at most so long; true where it was. */
  async wait(ms: number, enough: () => boolean): Promise<boolean> {
    const end = this.time.now + ms;
    // What takes minutes need not be asked for every second.
    for (let pause = 5_000; this.time.now < end; pause = Math.min(MINUTE, pause * 1.5)) {
      if (enough()) return true;
      await this.time.runUntil(Math.min(end, this.time.now + pause));
    }
    return enough();
  }

  /** The content of every entry that is anywhere: on a disk, on the server, in a file on its way. */
  contentsAnywhere(): ReadonlySet<EntryId> {
    const found = new Set<EntryId>();
    const note = (items: readonly unknown[]): void => {
      for (const item of items as readonly LedgerItem[]) if (!isStub(item)) found.add(item.id);
    };
    for (const { disk } of this.devices) {
      const { pages, refused, sealed } = disk.tables;
      for (const table of Object.values(pages)) for (const { entries } of table.values()) note(JSON.parse(entries) as unknown[]);
      note([...refused.values()].map(({ content }) => content));
      for (const { file } of sealed.values()) note(itemsIn(file));
    }
    for (const kind of ['team', 'finance'] as const)
      for (const { entries } of this.hub.database(kind).documents()) note(entries as unknown[]);
    for (const { file } of this.#files) note(itemsIn(file));
    return found;
  }

  #happen(scene: Scene): void {
    const device = this.devices[scene.who] as SimDevice;
    this.told.push(toldOf(scene, this.story.cast));
    switch (scene.what) {
      case 'deed':
        return void this.#do(device, scene.deed, scene.seed);
      case 'newer app':
        return void device.ask('writes with a newer app', (workspace) => writeNewer(workspace, device, new Dice(scene.seed)));
      case 'tidies up':
        return void device.ask(
          'tidies up',
          async ({ upkeep }) => void (await (scene.how === 'pages' ? upkeep.foldPages() : upkeep.saveSnapshot())),
        );
      case 'killed':
        return void this.time.after(scene.steps, () => this.#kill(device, scene.down));
      case 'clock':
        return void (device.skew = scene.skew);
      case 'disk image':
        return void this.#images.set(device, device.disk.image());
      case 'image restored':
        return this.#restoreImage(device);
      case 'hands a file':
        return void this.#handOver(device, this.devices[scene.to] as SimDevice);
      default:
        return this.#happenOutside(scene, device);
    }
  }

  #happenOutside(scene: Scene, device: SimDevice): void {
    switch (scene.what) {
      case 'fault':
        return void device.line?.faults.push(...Array.from({ length: scene.times }, () => scene.fault));
      case 'offline':
        return this.#offline(device, scene.for);
      case 'roles':
        return this.hub.setUser(device.user, rolesThere(device === this.devices[0] ? ['partner', 'admin'] : scene.roles));
      case 'loses a role offline':
        return this.#loseRole(device, scene.seed);
      case 'server restarts':
        this.network.isDown = true;
        this.network.restart();
        return void this.time.after(scene.down, () => (this.network.isDown = false));
      case 'server backed up':
        return void (this.#backup = this.hub.backup());
      case 'server restored':
      case 'server emptied':
        this.network.restart();
        for (const id of this.#costsOnServer()) this.vanished.add(id);
        this.hub.restore(scene.what === 'server restored' ? this.#backup : undefined);
        for (const id of this.#costsOnServer()) this.vanished.delete(id);
        return this.#accountForLoss();
      case 'server refuses':
        this.hub.alsoRefuses = (doc) => refusalOf(doc, device, scene.of, scene.rest);
        return void this.time.after(scene.for, () => (this.hub.alsoRefuses = () => undefined));
      default:
        return undefined;
    }
  }

  #do(device: SimDevice, deed: number, seed: number): Promise<void> {
    const [, name, act] = DEEDS[deed] as (typeof DEEDS)[number];
    const editors = this.#editors.get(device) ?? [];
    this.#editors.set(device, editors);
    return device.ask(name, async (workspace) => {
      const saved = await doSomething({ workspace, dice: new Dice(seed), editors }, act);
      if (saved !== undefined && !device.journal.has(saved))
        this.troubles.push(`${device.name} said that ${saved} was saved, and it was not`);
    });
  }

  #kill(device: SimDevice, down: number): void {
    if (!device.isRunning) return;
    device.kill();
    this.#editors.delete(device);
    this.time.after(down, () => device.startAgain());
  }

  #restoreImage(device: SimDevice): void {
    const restore = this.#images.get(device);
    if (restore === undefined) return;
    device.kill();
    const takenBack = [...device.disk.tables.refused.values()].flatMap(({ entry, takenBack: isBack }) => (isBack ? entry : []));
    restore();
    device.wasPutBack = true;
    // What its author took back is theirs alone, and goes with their disk.
    for (const entry of takenBack) if (!device.disk.tables.refused.has(entry)) this.lost.add(entry);
    this.#editors.delete(device);
    this.#accountForLoss();
    this.time.after(1_000, () => device.startAgain());
  }

  #costsOnServer = (): readonly EntryId[] =>
    (this.hub.database('finance').documents() as readonly { readonly entries: readonly LedgerItem[] }[]).flatMap(({ entries }) =>
      entries.map(({ id }) => id),
    );

  #accountForLoss(): void {
    const found = this.contentsAnywhere();
    for (const { journal } of this.devices) for (const id of journal.keys()) if (!found.has(id)) this.lost.add(id);
  }

  /** Costs that were entered offline, and that nobody takes from this person any more. */
  #loseRole(device: SimDevice, seed: number): void {
    if (device === this.devices[0]) return;
    const costs = DEEDS.findIndex(([, name]) => name === 'enters a cost');
    this.hub.setUser(device.user, rolesThere(['finance']));
    this.time.after(MINUTE, () => {
      this.#offline(device, MINUTE);
      for (let n = 0; n < 3; n += 1) void this.#do(device, costs, seed + n);
    });
    this.time.after(1.5 * MINUTE, () => this.hub.setUser(device.user, rolesThere(['AE'])));
  }

  #offline(device: SimDevice, ms: number): void {
    const { line } = device;
    if (line === undefined) return;
    line.isOffline = true;
    this.time.after(ms, () => (line.isOffline = false));
  }

  /** Runs the world until a promise is settled. */
  async #finished<T>(what: string, work: Promise<T>): Promise<T | undefined> {
    let done = false;
    let value: T | undefined;
    work.then(
      (result) => {
        value = result;
        done = true;
      },
      (cause: unknown) => {
        this.troubles.push(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
        done = true;
      },
    );
    await this.time.runUntil(this.time.now + 30 * MINUTE, () => done);
    if (!done) this.troubles.push(`${what}: it did not end within half an hour`);
    return value;
  }

  async #found(device: SimDevice, { roles }: Cast): Promise<void> {
    await this.#finished(
      'beginning alone',
      device.ask('begins alone', async (workspace) => {
        const me = workspace.newId('person');
        const person = createRecord('person', me, { name: device.name, roles, active: true }, { act: FOUNDING });
        await workspace.become(me);
        const made = await workspace.writer.commitOwn([person]);
        if (!made.ok) throw new Error(made.error.message);
      }),
    );
  }

  async #addPerson(device: SimDevice, role: Cast): Promise<void> {
    const { name, user, roles } = role;
    const person = createRecord('person', personOf(role), { name, roles, active: true, ...(this.story.hasServer && { user }) });
    await this.#finished(
      'adding a person',
      device.ask('adds a person', async (workspace) => void (await workspace.commit(person))),
    );
  }

  async #join(device: SimDevice): Promise<boolean> {
    const { workspace } = device;
    if (workspace === undefined) return false;
    return workspace.info.link !== undefined || (await workspace.sync.join(device.link())).ok;
  }

  /** Tries again every half minute, as a person would whom the server does not answer. */
  #joinSoon(device: SimDevice, tries = 10): void {
    const again = (): void => void (tries > 1 && this.time.after(MINUTE / 2, () => this.#joinSoon(device, tries - 1)));
    void this.#join(device).then((joined) => (joined ? undefined : again()));
  }

  async #helpAt(device: SimDevice): Promise<void> {
    const { workspace } = device;
    if (workspace === undefined || !this.story.hasServer) return;
    if (workspace.info.link === undefined) await this.#join(device);
    const { state, refused, sealed } = workspace.sync.get();
    if (state.kind === 'attention' && ['sign-in', 'locked', 'not-a-member', 'not-set-up'].includes(state.attention.kind))
      await workspace.sync.signedIn(device.link());
    const open = refused.filter(({ takenBack }) => takenBack !== true).map(({ entry }) => entry);
    if (open.length > 0) await workspace.sync.withdraw(open);
    const [relay] = this.devices;
    if (relay === undefined || relay === device) return;
    for (const { id } of sealed) {
      const file = await workspace.sync.sealedFile(id);
      await relay.ask('reads a sealed file', (there) => taken(there.mergeFile(file)));
      await workspace.sync.dropSealed(id);
    }
    // What the server does not take from this person, and what is not theirs to take back: a colleague hands it in.
    if (workspace.sync.get().waiting > 0) {
      const file = await workspace.exportFile({ scope: { kind: 'waiting' } });
      await relay.ask('reads what waits', (there) => taken(there.mergeFile(file)));
    }
  }

  /** Files go round: among all, and among those who may see costs. */
  async #handAround(): Promise<void> {
    const mayFinance = this.devices.filter(({ user }) => readsFinance(this.hub.rolesOf(user) ?? []));
    for (const ring of [this.devices, mayFinance]) {
      for (const [at, device] of ring.entries())
        await this.#finished(`${device.name} hands over`, this.#handOver(device, ring[(at + 1) % ring.length] as SimDevice));
    }
  }

  async #handOver(from: SimDevice, to: SimDevice): Promise<void> {
    if (from === to) return;
    const file = await this.#exportedBy(from, to);
    if (file === undefined) return;
    const handed = { file, to };
    this.#files.push(handed);
    await this.#takeIn(handed);
  }

  /** Where the device is off, or goes off meanwhile, the file waits beside it. */
  #takeIn(handed: HandedFile): Promise<void> {
    return handed.to.ask('reads a file', async (workspace) => {
      await taken(workspace.mergeFile(handed.file));
      this.#files = this.#files.filter((other) => other !== handed);
    });
  }

  /** Nobody hands costs to somebody who may not see them. */
  async #exportedBy(from: SimDevice, to: SimDevice): Promise<Blob | undefined> {
    const ledgers = readsFinance(this.hub.rolesOf(to.user) ?? []) ? (['team', 'finance'] as const) : (['team'] as const);
    let file: Blob | undefined;
    await from.ask('hands a file over', async (workspace) => void (file = await workspace.exportFile({ ledgers })));
    return file;
  }
}

export const rolesThere = (roles: readonly string[]): readonly string[] => roles.map((role) => `${WORKSPACE}:${role}`);
const personOf = ({ user }: Cast): Id<'person'> => `person:01J0000000000000000000${user.toUpperCase()}`;

async function taken(merging: ReturnType<OpenWorkspace['mergeFile']>): Promise<void> {
  const merged = await merging;
  if (!merged.ok) throw new Error(merged.error.message);
}

/** The entries in a workspace file. */
function itemsIn(file: Blob): readonly unknown[] {
  const { bytesNow } = file as Blob & { readonly bytesNow: Uint8Array };
  const lines = new TextDecoder().decode(bytesNow).split('\n');
  return lines
    .filter((line) => line.startsWith('{"ledger"'))
    .flatMap((line) => (JSON.parse(line) as { readonly item?: unknown }).item ?? []);
}

/** Some entries of one device, whoever hands them in. Withdrawals pass, and so do the places of what was withdrawn. */
function refusalOf(doc: Json, device: SimDevice, of: number, rest: number): string | undefined {
  const items = (doc['entries'] ?? []) as readonly LedgerItem[];
  const isMeant = (item: LedgerItem): boolean =>
    device.ownIds.has(item.id.slice(0, 16)) && !isStub(item) && Number(item.id.slice(17, 25)) % of === rest && !('withdraws' in item);
  return items.some(isMeant) ? 'This server does not like the number of this entry.' : undefined;
}

import type { LedgerItem, LedgerName } from '#shared/ledger/entry';
import { LEDGERS } from '../ledger-store';
import type { Attention, ServerLink } from '../sync-state';
import { HubFailure, jsonOf, openAsking } from './asking';
import { readHere } from './batch-reader';
import { openBell, type Bell } from './bell';
import { exchange, heldLedgers, type Exchanged, type Turn } from './exchange';
import { FileSync } from './file-sync';
import type { SyncHost } from './host';
import { LedgerState } from './ledger-state';
import { holdsMoreThan, takeUpRoles } from './lost-ledger';
import { DEFAULT_PACE, type Pace, type SyncPorts } from './ports';
import { Refusals } from './refusals';
import { addressOf, type Round } from './round';
import type { Standing } from './state';
import { hopeless, judge, notAMember, rolesIn, sameRoles } from './stops';
import { wakeUp, type WokenBy } from './wake-up';

const EVERYTHING: Turn = { pull: LEDGERS, files: LEDGERS };
/** So many times longer than they are asked at the soonest, the other databases are asked once more after news. */
const FOLLOW_UP = 5;
/** Documents of one turn from which on the person sees that sync is at work. */
const MUCH = 200;

type Known = Omit<Standing, 'isLinked' | 'paused' | 'notice' | 'waiting' | 'waitingSince' | 'now'>;

/**
 * Talks to the server for as long as it runs: connect, exchange until both hold the same, wait for a reason to do so again.
 * What goes wrong ends the connection; it is judged, and the next one starts with a comparison. Every wait has an end, and
 * every end a reason.
 */
export class Engine implements Exchanged {
  readonly ledgers: Readonly<Record<LedgerName, LedgerState>>;
  readonly files: Readonly<Record<LedgerName, FileSync>>;
  readonly refusals: Refusals;
  readonly bell: Bell = openBell();
  readonly #host: SyncHost;
  readonly #ports: SyncPorts;
  readonly #pace: Pace;
  readonly #changed: () => void;
  #known: Known = { stopped: undefined, offlineSince: undefined, isBusy: false, progress: undefined, inStepAt: undefined };
  #failures = 0;
  #documents = 0;
  #total = 0;
  #lastContact: number | undefined;
  #comparedAt = 0;
  #othersAt = 0;
  #isOwed = false;
  #isRoleDue = false;
  #followsUp = false;
  #waiters: (() => void)[] = [];
  #connection = new AbortController();

  constructor(host: SyncHost, ports: SyncPorts, changed: () => void) {
    const { shelf, pace } = ports;
    this.#host = host;
    this.#ports = ports;
    this.#pace = { ...DEFAULT_PACE, ...pace };
    this.#changed = changed;
    this.ledgers = { team: new LedgerState(host.ledgers.team, shelf), finance: new LedgerState(host.ledgers.finance, shelf) };
    this.files = { team: new FileSync('team', host.files.team, shelf), finance: new FileSync('finance', host.files.finance, shelf) };
    this.refusals = new Refusals(shelf, host);
  }

  get known(): Known {
    return this.#known;
  }

  get lastContact(): number | undefined {
    return this.#lastContact;
  }

  /** Reads what was kept. Where there is no server nothing is unsent. */
  async load(): Promise<void> {
    await this.refusals.load();
    if (this.#host.link() === undefined) return;
    const standing = this.refusals.standing();
    for (const name of LEDGERS) {
      const refused = standing.flatMap(({ ledger, entry }) => (ledger === name ? entry : []));
      await this.ledgers[name].load(refused, this.#ports.time.now());
      await this.files[name].load();
    }
  }

  /** Items that came in here, and not from the server. */
  arrived(ledger: LedgerName, items: readonly LedgerItem[]): void {
    this.ledgers[ledger].arrived(items, this.#ports.time.now());
    this.bell.ring('commit');
    this.#changed();
  }

  fileAdded(ledger: LedgerName, id: string): void {
    this.files[ledger].added(id);
    this.bell.ring('file');
    this.#changed();
  }

  /** Tries at once. Resolves when it is in step, or cannot be. */
  now(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
      this.bell.ring('now');
    });
  }

  /** Ends the connection that there is, if any, and begins anew with what is so now. */
  restart(): void {
    this.#failures = 0;
    this.#set({ stopped: undefined });
    this.#connection.abort(new Error('restarted'));
    this.bell.ring('settings');
  }

  /** Runs until the signal is aborted. `paused` says whether, and why, to hold. */
  async run(signal: AbortSignal, paused: () => boolean): Promise<void> {
    while (!signal.aborted) {
      const link = this.#host.link();
      if (link === undefined || paused()) {
        await this.#hold(signal);
        continue;
      }
      this.#connection = new AbortController();
      const connected = AbortSignal.any([signal, this.#connection.signal]);
      try {
        await this.#connected(link, connected, paused);
      } catch (cause) {
        const isCalledOff = connected.aborted;
        this.#connection.abort(new Error('over'));
        if (!isCalledOff) await this.#failed(cause, link, signal);
      }
      this.#connection.abort(new Error('over'));
      this.#doubt();
    }
    await this.#save();
    this.#answerWaiters();
  }

  #doubt(): void {
    for (const name of LEDGERS) this.ledgers[name].isDoubtful = this.files[name].isDoubtful = true;
  }

  async #hold(signal: AbortSignal): Promise<void> {
    this.#set({ isBusy: false, progress: undefined, offlineSince: undefined });
    this.#answerWaiters();
    await this.bell.rung(signal);
    this.bell.take();
  }

  async #connected(link: ServerLink, signal: AbortSignal, paused: () => boolean): Promise<void> {
    const round = this.#roundOf(link, signal);
    this.bell.take();
    try {
      await this.#greet(link, round);
      this.#comparedAt = this.#ports.time.now();
      let turn: Turn | undefined = EVERYTHING;
      let waking: Promise<WokenBy> | undefined;
      while (!signal.aborted && !paused()) {
        if (turn !== undefined) await this.#turn(turn, round);
        if (this.#isRoleDue) await this.#checkRoles(link);
        waking ??= this.#wakeUp(round);
        const next = await this.#next(waking, round);
        if (next.woken) waking = undefined;
        turn = next.turn;
      }
    } finally {
      round.reader.close();
    }
  }

  /** Who is this, as what; and how much there is, where nothing is here yet. */
  async #greet(link: ServerLink, round: Round): Promise<void> {
    if (this.#known.inStepAt === undefined) this.#set({ isBusy: true });
    await this.#checkRoles(link);
    if (holdsMoreThan(this.#host.link()?.roles ?? [], this)) await this.#takeUp(this.#host.link() ?? link);
    this.#documents = 0;
    this.#total = 0;
    for (const name of heldLedgers(round)) if (this.ledgers[name].since === undefined) this.#total += await documentsIn(name, round);
  }

  /** Roles may be given and taken at any time: they are asked for with every comparison. */
  async #checkRoles(link: ServerLink): Promise<void> {
    this.#isRoleDue = false;
    const who = await this.#ports.whoami(link.connection);
    if (!who.ok) return;
    const roles = rolesIn(link, who.roles);
    if (roles.length === 0) throw new HubFailure('forbidden', notAMember(link).message, 403);
    if (!sameRoles(roles, link.roles)) await this.#takeUp({ ...link, roles });
  }

  async #takeUp(link: ServerLink): Promise<void> {
    const { shelf, time } = this.#ports;
    await takeUpRoles(link, { ...this.#parts(), shelf, now: () => time.now() });
    this.#connection.abort(new Error('roles'));
    this.bell.ring('settings');
  }

  #parts = () => ({ host: this.#host, ledgers: this.ledgers, files: this.files, refusals: this.refusals });

  async #turn(turn: Turn, round: Round): Promise<void> {
    const waiters = this.#waiters.splice(0);
    const { time } = this.#ports;
    try {
      await exchange(turn, this, round);
      this.#failures = 0;
      this.#documents = 0;
      this.#total = 0;
      if (turn.pull.length > 1 || turn.files.length > 1) this.#othersAt = time.now();
      this.#set({ isBusy: false, progress: undefined, offlineSince: undefined, stopped: undefined, inStepAt: time.now() });
    } finally {
      for (const done of waiters) done();
    }
  }

  /** Waits for a reason to do something, and says what. */
  async #next(waking: Promise<WokenBy>, { signal }: Round): Promise<{ readonly turn: Turn | undefined; readonly woken: boolean }> {
    const { time } = this.#ports;
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    const { compare, others } = this.#pace;
    const again = this.#isOwed ? others : this.#followsUp ? others * FOLLOW_UP : compare;
    const due = Math.min(this.#left(this.#comparedAt, compare), this.#left(this.#othersAt, again));
    const rung = this.bell.rung(either);
    const passed = time.wait(due, either);
    const woken = await Promise.race([waking, Promise.race([rung, passed]).then(() => undefined)]);
    over.abort();
    signal.throwIfAborted();
    if (woken?.kind === 'failed') throw woken.cause;
    return { turn: await this.#turnFor(woken, signal), woken: woken !== undefined };
  }

  async #turnFor(woken: WokenBy | undefined, signal: AbortSignal): Promise<Turn | undefined> {
    const { time } = this.#ports;
    let rings = this.bell.take();
    if (rings.has('commit') && !rings.has('now')) {
      await this.#waitUnlessAsked(this.#pace.debounce, signal);
      rings = new Set([...rings, ...this.bell.take()]);
    }
    if (this.#left(this.#comparedAt, this.#pace.compare) === 0) {
      this.#comparedAt = time.now();
      this.#isRoleDue = true;
      this.#doubt();
      return EVERYTHING;
    }
    if (rings.has('now')) return EVERYTHING;
    if (rings.size === 0 && woken?.kind === 'own') return undefined;
    const isTime = this.#left(this.#othersAt, this.#pace.others) === 0;
    this.#isOwed = !isTime;
    const isNews = woken?.kind === 'news';
    // A file is often still on its way when the entry that names it is here.
    this.#followsUp = isNews || (this.#followsUp && !isTime);
    if (isTime) return { pull: isNews ? LEDGERS : LEDGERS.filter((name) => name !== 'team'), files: LEDGERS };
    return { pull: isNews ? ['team'] : [], files: rings.has('file') ? LEDGERS : [] };
  }

  /** Milliseconds until `ms` have passed since; none where the clock was set back, for who knows by how much. */
  #left(since: number, ms: number): number {
    const passed = this.#ports.time.now() - since;
    return passed < 0 ? 0 : Math.max(0, ms - passed);
  }

  /** One wake-up request at a time, and not at once again where the server does not wait. */
  async #wakeUp(round: Round): Promise<WokenBy> {
    const { time } = this.#ports;
    const begun = time.now();
    const woken = await wakeUp(this.ledgers.team, round);
    if (woken.kind === 'quiet') await time.wait(this.#left(begun, this.#pace.others), round.signal);
    return woken;
  }

  async #failed(cause: unknown, link: ServerLink, signal: AbortSignal): Promise<void> {
    const { whoami, time } = this.#ports;
    const verdict = await judge(cause, link, whoami).catch(hopeless);
    if (verdict.kind === 'roles')
      return this.#takeUp({ ...link, roles: verdict.roles }).catch((worse: unknown) => this.#failed(worse, link, signal));
    this.#failures += 1;
    await this.#save();
    const offlineSince = this.#known.offlineSince ?? this.#lastContact ?? time.now();
    const stopped: Attention | undefined = 'attention' in verdict ? verdict.attention : undefined;
    this.#set({ isBusy: false, progress: undefined, stopped, offlineSince });
    this.#answerWaiters();
    await this.#waitUnlessAsked(verdict.kind === 'stop' ? undefined : this.#patience(verdict.kind), signal);
  }

  /** Keeps what is known, so that a start without a network knows it too. Hints, all of it: where that fails, nothing is lost. */
  async #save(): Promise<void> {
    for (const name of LEDGERS) await this.ledgers[name].save('all').catch((cause: unknown) => this.#host.problems.raiseStorage(cause));
  }

  /** Waits so long, or for good; a person who asks ends it. */
  async #waitUnlessAsked(ms: number | undefined, signal: AbortSignal): Promise<void> {
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    const asked = this.bell.rung(either, 'urgent');
    await (ms === undefined ? asked : Promise.race([asked, this.#ports.time.wait(ms, either)]));
    over.abort();
  }

  /** Twice as long after each failure, and never in step with others. */
  #patience(kind: 'back-off' | 'slow'): number {
    const { firstBackOff, longestBackOff } = this.#pace;
    const longest = kind === 'slow' ? longestBackOff : Math.min(longestBackOff, firstBackOff * 2 ** Math.min(this.#failures - 1, 20));
    return longest * (0.5 + this.#ports.time.random() / 2);
  }

  #answerWaiters(): void {
    for (const done of this.#waiters.splice(0)) done();
  }

  #roundOf(link: ServerLink, signal: AbortSignal): Round {
    const { time, client, reader = readHere } = this.#ports;
    return {
      host: this.#host,
      link,
      ask: openAsking(client(link), this.#pace, signal),
      reader: reader(),
      time,
      pace: this.#pace,
      signal,
      progress: (documents) => this.#tookUp(documents),
      contact: () => (this.#lastContact = time.now()),
      changed: () => this.#changed(),
    };
  }

  #tookUp(documents: number): void {
    this.#documents += documents;
    if (this.#documents < MUCH && this.#total === 0) return;
    const progress = this.#total > 0 ? { done: Math.min(this.#documents, this.#total), total: this.#total } : undefined;
    this.#set({ isBusy: true, progress });
  }

  #set(known: Partial<Known>): void {
    this.#known = { ...this.#known, ...known };
    this.#changed();
  }
}

/** How many documents a database holds; for the progress of a first load, so an answer that makes no sense counts as none. */
async function documentsIn(ledger: LedgerName, round: Round): Promise<number> {
  const { doc_count: count } = jsonOf(await round.ask.get(addressOf(round, ledger)));
  round.contact();
  return typeof count === 'number' && count > 0 ? count : 0;
}

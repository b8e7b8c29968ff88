import type { EntryId } from '#shared/ledger/entry';
import { createRecord } from '#shared/records/write';
import { openMemoryWorkspace } from '../../renderer/data/memory-workspace';
import type { OpenWorkspace } from '../../renderer/data/open-workspace';
import { memorySyncShelf } from '../../renderer/data/sync/memory-shelf';
import { observed } from '../../renderer/data/observable';
import { signedInClient, type Answers, type Credentials } from './signed-in-client';

/** One person at work: a workspace in memory with the real engine, committing steadily. */
export class Client {
  readonly workspace: OpenWorkspace;
  readonly committed: EntryId[] = [];
  readonly failed: string[] = [];
  /** Milliseconds from a commit elsewhere to its record here. */
  readonly delays: number[] = [];
  readonly #name: string;
  #beat: ReturnType<typeof setInterval> | undefined;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(name: string, workspace: OpenWorkspace) {
    this.#name = name;
    this.workspace = workspace;
    workspace.subscribe((changed) => this.#hear(changed));
  }

  static async open(credentials: Credentials, workspace: string, answers: Answers, seed: number): Promise<Client> {
    const { url, user } = credentials;
    const whoami = async () => ({ ok: true, url, user, roles: [`${workspace}:partner`, `${workspace}:admin`] }) as const;
    const opened = await openMemoryWorkspace({
      seed,
      me: `person:${user}`,
      sync: {
        client: () => signedInClient(credentials, answers),
        whoami,
        time: { now: () => Date.now(), wait, random: () => Math.random() },
        shelf: memorySyncShelf(),
        power: observed({ metered: false, lowBattery: false }),
        pauseWhen: Object.assign(observed({ metered: true, battery: true }), { set: () => undefined }),
      },
    });
    const joined = await opened.sync.join({ connection: user, url, user, workspace, roles: ['partner', 'admin'] });
    if (!joined.ok) throw new Error(joined.error.message);
    return new Client(user, opened);
  }

  /** Commits `rate` times a second, beginning at some moment of the first turn. */
  begin(rate: number): void {
    const every = 1_000 / rate;
    this.#beat = setTimeout(() => {
      this.#beat = setInterval(() => {
        this.#underWay = this.#commit();
      }, every);
    }, Math.random() * every);
  }

  async stop(): Promise<void> {
    clearInterval(this.#beat);
    await this.#underWay;
  }

  /** Entries of these that are not in the records here. */
  missing(entries: readonly EntryId[]): number {
    const { fold } = this.workspace.ledgers.team;
    return entries.filter((id) => !fold.isFolded(id)).length;
  }

  unsent(): number {
    return [...this.workspace.sync.unsentEntries()].length;
  }

  async #commit(): Promise<void> {
    const { workspace } = this;
    const name = `${this.#name} ${this.committed.length}`;
    const done = await workspace.commit(createRecord('account', workspace.newId('account'), { name, notes: String(clock()) }));
    if (done.ok) this.committed.push(done.value.id);
    else this.failed.push(done.error.message);
  }

  #hear(changed: ReadonlySet<string>): void {
    const now = clock();
    for (const topic of changed) {
      const account = topic.startsWith('account:') ? this.workspace.records.get('account', topic) : undefined;
      if (account?.notes !== undefined && !account.name.startsWith(`${this.#name} `)) this.delays.push(now - Number(account.notes));
    }
  }
}

/** Milliseconds, the same in all threads of this machine. */
const clock = (): number => performance.timeOrigin + performance.now();

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

import type { Log } from '../log';

/** A hub program that was started. */
export interface HubChild {
  /** Resolves when it has ended, with what it said last. Never rejects. */
  readonly ended: Promise<string>;
  stop(): void;
}

/** What keeping a hub running needs. */
export interface HubProcessSetting {
  /** Starts the hub program with these arguments. */
  readonly fork: (args: readonly string[]) => HubChild;
  /** True once the hub answers. */
  readonly answers: () => Promise<boolean>;
  readonly log: Pick<Log, 'write'>;
  /** Waits that many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** How often a starting hub is asked whether it answers, and how many times. */
const ASK_EVERY_MS = 100;
const ASK_TIMES = 200;
/** Between restarts of a hub that dies: doubled each time. */
const FIRST_RESTART_MS = 1_000;
const LONGEST_RESTART_MS = 60_000;

/** Keeps one hub program running: started again when it dies, later and later; stopped when told to. */
export class HubProcess {
  readonly #setting: HubProcessSetting;
  #child: HubChild | undefined;

  constructor(setting: HubProcessSetting) {
    this.#setting = setting;
  }

  get isRunning(): boolean {
    return this.#child !== undefined;
  }

  /** Resolves when it answers; rejects with words fit to show when it does not. Afterwards it is kept running. */
  async start(args: readonly string[]): Promise<void> {
    await this.stop();
    const child = await this.#launch(args);
    this.#child = child;
    void this.#keepRunning(child, args);
  }

  /** Resolves when it has ended. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    child?.stop();
    await child?.ended;
  }

  async #launch(args: readonly string[]): Promise<HubChild> {
    const { fork, answers, pause } = this.#setting;
    const child = fork(args);
    const lastWords: string[] = [];
    void child.ended.then((said) => lastWords.push(said));
    for (let asked = 0; asked < ASK_TIMES && lastWords.length === 0; asked += 1) {
      if (await answers()) return child;
      await pause(ASK_EVERY_MS);
    }
    child.stop();
    throw new Error(`The hub did not start. ${lastWords[0] ?? 'It does not answer.'}`.trim());
  }

  async #keepRunning(first: HubChild, args: readonly string[]): Promise<void> {
    const { answers, log, pause } = this.#setting;
    let child = first;
    for (let delay = FIRST_RESTART_MS; ; delay = Math.min(delay * 2, LONGEST_RESTART_MS)) {
      const said = await child.ended;
      if (this.#child !== child) return;
      log.write('warning', `the hub ended by itself; it is started again in ${delay / 1000} s`, new Error(said));
      await pause(delay);
      if (this.#child !== child) return;
      // Somebody else has started one meanwhile.
      if (await answers()) return void (this.#child = undefined);
      try {
        child = await this.#launch(args);
      } catch (error) {
        log.write('error', 'the hub could not be started again', error);
        continue;
      }
      // Told to stop while it was starting.
      if (this.#child === undefined) return child.stop();
      this.#child = child;
    }
  }
}

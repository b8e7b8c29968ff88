import { z } from 'zod';
import { updateChannel, type UpdateChannel, type UpdateFacts, type UpdateState } from '#shared/ipc/update-messages';
import { type Policy, policySchema } from '#shared/policy/policy';
import type { StateFile } from './hub/state-file';
import type { Log } from './log';

/** A newer version, as the feed describes it. */
export interface Found {
  readonly version: string;
  /** Plain text. */
  readonly notes: string;
}

/** What fetches and installs: electron-updater, or a test's stand-in. */
export interface Updater {
  /** The newer version in the feed; undefined where there is none, or where the staged roll-out has not come to this computer. */
  check(feed: string, channel: 'stable' | 'beta'): Promise<Found | undefined>;
  /** Fetches what was found and checks it against what the feed says, and its signature where the system has such. */
  download(onPercent: (percent: number) => void): Promise<void>;
  /** Ends the app, installs, and starts it again. */
  install(): void;
}

/** What the person chose where the organisation has not. */
export const updateChoice = z.object({ channel: updateChannel, feed: z.string().optional() });
export type UpdateChoice = z.infer<typeof updateChoice>;
export const FIRST_CHOICE: UpdateChoice = { channel: 'stable' };

/** What updates need of the shell around them. */
export interface UpdatesSetting {
  readonly version: string;
  readonly policy: Policy;
  readonly unavailable: string | undefined;
  readonly choice: Pick<StateFile<UpdateChoice>, 'read' | 'change'>;
  readonly updater: () => Promise<Updater>;
  readonly now: () => number;
  readonly log: Pick<Log, 'write'>;
}

const NO_FEED = 'No address is set from which updates come.';
const NOT_HTTPS = 'Updates come by https only. The address must begin with https://.';

/** Looks for a newer version when asked and once a day, fetches it when asked, and installs it when asked. */
export class Updates {
  readonly #setting: UpdatesSetting;
  #state: UpdateState = { kind: 'idle' };

  constructor(setting: UpdatesSetting) {
    this.#setting = setting;
  }

  async facts(): Promise<UpdateFacts> {
    const { channel, feed } = await this.#chosen();
    const { version, unavailable } = this.#setting;
    return {
      version,
      channel,
      state: this.#state,
      ...(feed === undefined ? {} : { feed }),
      ...(unavailable === undefined ? {} : { unavailable }),
    };
  }

  /** What the organisation decided stays; throws with words fit to show where the address is none. */
  async choose({ channel, feed }: { channel: UpdateChannel; feed?: string | undefined }): Promise<UpdateFacts> {
    const address = feed?.trim() ?? '';
    if (address !== '' && !policySchema.shape.updateFeed.safeParse(address).success) throw new Error(NOT_HTTPS);
    await this.#setting.choice.change(() => ({ channel, ...(address === '' ? {} : { feed: address }) }));
    this.#state = { kind: 'idle' };
    return this.facts();
  }

  /** Whether a newer version is there. Never fetches it. */
  async check(): Promise<UpdateFacts> {
    const { channel, feed } = await this.#chosen();
    const isBusy = ['checking', 'downloading', 'ready'].includes(this.#state.kind);
    if (this.#setting.unavailable !== undefined || channel === 'off' || isBusy) return this.facts();
    if (feed === undefined) return this.#failed(NO_FEED);
    this.#state = { kind: 'checking' };
    try {
      const found = await (await this.#setting.updater()).check(feed, channel);
      this.#state = found ? { kind: 'found', ...found } : { kind: 'newest', at: this.#setting.now() };
      return await this.facts();
    } catch (error) {
      this.#setting.log.write('warning', 'looking for an update failed', error);
      return this.#failed('The updates could not be reached. Try again later, or ask your administrator whether the address is right.');
    }
  }

  /** The same unasked: says nothing where no address is set. */
  async checkByItself(): Promise<void> {
    if ((await this.#chosen()).feed !== undefined) await this.check();
  }

  /** Begins to fetch what was found; `facts` says how far it is. Refused where the connection is paid by volume. */
  async download({ metered }: { metered: boolean }): Promise<UpdateFacts> {
    const state = this.#state;
    if (state.kind !== 'found') return this.facts();
    if (metered) throw new Error('This connection is paid by volume. The update is fetched when you are on another.');
    const { version, notes } = state;
    this.#state = { kind: 'downloading', version, notes, percent: 0 };
    void this.#fetch({ version, notes });
    return this.facts();
  }

  async #fetch(found: Found): Promise<void> {
    try {
      const updater = await this.#setting.updater();
      await updater.download((percent) => (this.#state = { kind: 'downloading', ...found, percent }));
      this.#state = { kind: 'ready', ...found };
    } catch (error) {
      this.#setting.log.write('error', 'fetching an update failed', error);
      await this.#failed('The update could not be fetched, or is not what its makers published. Nothing was installed. Try again later.');
    }
  }

  /** Installs what was fetched. The window has asked, and saved, before. */
  async install(): Promise<UpdateFacts> {
    if (this.#state.kind === 'ready') {
      this.#setting.log.write('info', `installing ${this.#state.version}`);
      (await this.#setting.updater()).install();
    }
    return this.facts();
  }

  async #failed(message: string): Promise<UpdateFacts> {
    this.#state = { kind: 'failed', message };
    return this.facts();
  }

  async #chosen(): Promise<UpdateChoice> {
    const own = await this.#setting.choice.read();
    const { updateChannel: channel = own.channel, updateFeed: feed = own.feed } = this.#setting.policy;
    return feed === undefined ? { channel } : { channel, feed };
  }
}

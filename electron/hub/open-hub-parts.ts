import type { Policy } from '#shared/policy/policy';
import type { Log } from '../log';
import { allowedFetch } from './allowed-fetch';
import { Connections } from './connections';
import type { HubParts } from './hub-handlers';
import type { HubChild } from './hub-process';
import { DEFAULT_HUB_PORT, LocalHubHost } from './local-hub';
import { Secrets, type SystemSeal } from './secrets';
import type { Fetch } from './server-session';

/** In what the two shells differ, as far as servers go. */
export interface HubSetting {
  /** Where this shell keeps its connections and secrets. */
  readonly folder: string;
  /** Where the hub of this computer lies, whichever shell runs it. */
  readonly hubFolder: string;
  /** The shell's way to any server; the policy says to which it goes. */
  readonly fetch: Fetch;
  readonly policy: Policy;
  readonly system: SystemSeal | undefined;
  readonly fork: (args: readonly string[]) => HubChild;
  readonly hubPort?: number;
  readonly log: Pick<Log, 'write'>;
}

/** Everything that a shell does about servers. */
export function openHubParts(setting: HubSetting): HubParts {
  const { folder, hubFolder, system, fork, hubPort = DEFAULT_HUB_PORT, log } = setting;
  const fetch = allowedFetch(setting.fetch, setting.policy);
  const secrets = new Secrets(folder, system, log);
  const connections = new Connections({ folder, secrets, fetch, now: Date.now, log });
  const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const localHub = new LocalHubHost({ folder: hubFolder, fork, port: hubPort, log, pause });
  return { connections, secrets, localHub, fetch };
}

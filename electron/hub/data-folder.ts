import { join } from 'node:path';
import { defaultStateFolder } from '../web/state-folder';

/** Where the hub of this user of this computer keeps its data. */
export const defaultHubFolder = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string =>
  join(defaultStateFolder(platform, env), 'hub');

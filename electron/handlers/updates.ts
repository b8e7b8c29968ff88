import { join } from 'node:path';
import { app } from 'electron';
import type { Channel, Request, Response } from '#shared/ipc/contract';
import type { Policy } from '#shared/policy/policy';
import { StateFile } from '../hub/state-file';
import type { Log } from '../log';
import { systemUpdater } from '../system-updater';
import { thisInstallation, updatesUnavailable } from '../update-availability';
import { FIRST_CHOICE, updateChoice, Updates } from '../updates';

type UpdateChannels = Extract<Channel, `updates.${string}`>;
type UpdatesHandlers = { readonly [C in UpdateChannels]: (request: Request<C>) => Promise<Response<C>> };

const A_DAY = 24 * 60 * 60 * 1000;

/** Updates of this installation. It looks for a newer version now and once a day, and fetches none by itself. */
export function updatesHandlers(policy: Policy, log: Log): UpdatesHandlers {
  const updates = new Updates({
    version: APP_VERSION,
    policy,
    unavailable: updatesUnavailable(thisInstallation(app.isPackaged), policy),
    choice: new StateFile(join(app.getPath('userData'), 'updates.json'), updateChoice, FIRST_CHOICE, log),
    updater: systemUpdater,
    now: Date.now,
    log,
  });
  const look = (): void => void updates.checkByItself();
  look();
  setInterval(look, A_DAY).unref();
  return {
    'updates.read': () => updates.facts(),
    'updates.choose': (choice) => updates.choose(choice),
    'updates.check': () => updates.check(),
    'updates.download': (how) => updates.download(how),
    'updates.install': () => updates.install(),
  };
}

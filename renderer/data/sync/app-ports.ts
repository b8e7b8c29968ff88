import { readInWorker } from './batch-reader';
import { hubClient } from './hub-client';
import type { SyncPorts, SyncShelf, SyncTime } from './ports';
import { pauseSetting, powerFacts } from './power';
import { whoami } from './whoami';

const time: SyncTime = {
  now: () => Date.now(),
  random: () => Math.random(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      const over = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', over);
        resolve();
      };
      // Longer than a timer can wait, it would end at once.
      const timer = setTimeout(over, Math.min(ms, 2 ** 31 - 1));
      if (signal.aborted) over();
      else signal.addEventListener('abort', over);
    }),
};

/** The world of the app: the shell's way to servers, this computer's clock. */
export function appSyncPorts(shelf: SyncShelf): SyncPorts {
  return { client: hubClient, whoami, time, shelf, reader: readInWorker, power: powerFacts(), pauseWhen: pauseSetting() };
}

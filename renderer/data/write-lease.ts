import { inThisProcess, webLocks } from './window-lock';
import { openTurnstile } from '#shared/values/turnstile';

/** The right to write a workspace, which one window has at a time. */
export interface WriteLease {
  /**
   * Runs `work` while no other window writes. `mayBeBehind`: another window may have written since this one last did,
   * so what the disk holds must be looked at first.
   */
  write<T>(work: (mayBeBehind: boolean) => Promise<T>): Promise<T>;
  close(): void;
}

/** How often a window that waits says so again: the one that has the right may just have got it. */
const ASK_AGAIN_MS = 100;

/**
 * One writer under a Web Lock. The window that wrote last keeps the lock until another one asks for it, so that a run of
 * commits in one window asks neither the lock nor the disk each time. A window that dies lets go of it.
 */
export function openWriteLease(workspace: string): WriteLease {
  const name = `throughline/${workspace}/write`;
  const locks = webLocks();
  if (locks === undefined) return { write: (work) => inThisProcess(name, () => work(true)), close: () => undefined };

  const channel = new BroadcastChannel(name);
  const oneAtATime = openTurnstile();
  let release: (() => void) | undefined;
  let isWanted = false;
  let waiting = 0;
  const letGo = (): void => {
    release?.();
    release = undefined;
    isWanted = false;
  };
  channel.onmessage = () => {
    isWanted = release !== undefined;
    if (waiting === 0) letGo();
  };

  const acquire = async (): Promise<void> => {
    const ask = setInterval(() => channel.postMessage('wanted'), ASK_AGAIN_MS);
    channel.postMessage('wanted');
    await new Promise<void>((acquired, refused) => {
      const held = locks.request(name, () => {
        acquired();
        return new Promise<void>((resolve) => (release = resolve));
      });
      held.catch(refused);
    }).finally(() => clearInterval(ask));
  };

  return {
    write: (work) => {
      waiting += 1;
      return oneAtATime(async () => {
        try {
          const mayBeBehind = release === undefined;
          if (mayBeBehind) await acquire();
          return await work(mayBeBehind);
        } finally {
          waiting -= 1;
          if (isWanted) letGo();
        }
      });
    },
    close: () => {
      letGo();
      channel.close();
    },
  };
}

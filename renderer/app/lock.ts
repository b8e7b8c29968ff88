import { SYSTEM_LOCKS } from '#shared/ipc/app-command';
import { currentPolicy } from '../platform/policy';
import { platform } from '../platform/current-platform';
import { useLockChoices } from '../ui-state/lock-choices';
import { lockMark } from '../ui-state/lock-mark';
import { useSession } from './session';

const LOOK_EVERY = 5_000;
const MINUTE = 60_000;
/** How long closing may take before the window goes without it: every write is whole. */
const CLOSING = 1_500;
const INPUT = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Locks every window of this profile: screens, records, search and keys leave memory, since each window is loaded anew. */
export function lockNow(): void {
  if (useSession.getState().session.kind !== 'open') return;
  lockMark.set();
  void goDark();
}

/** What a field holds is saved as if it were left; then nothing of this page stays. */
async function goDark(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const { session } = useSession.getState();
  useSession.setState({ session: { kind: 'starting' } });
  const closing = session.kind === 'open' ? session.workspace.close() : Promise.resolve();
  await Promise.race([closing.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, CLOSING))]);
  window.location.reload();
}

const minutesUntilLock = (): number => currentPolicy().lockMinutes ?? useLockChoices.getState().minutes;
const locksWithSystem = (): boolean => currentPolicy().lockWithSystem ?? useLockChoices.getState().withSystem;

/** Locks after the chosen minutes without input in any window, with the system, and with the other windows. Called once. */
export function keepLocked(): void {
  let last = Date.now();
  const channel = new BroadcastChannel('throughline/input');
  channel.onmessage = () => (last = Date.now());
  const touched = (): void => {
    if (Date.now() - last > LOOK_EVERY) channel.postMessage('input');
    last = Date.now();
  };
  for (const kind of INPUT) window.addEventListener(kind, touched, { passive: true, capture: true });
  setInterval(() => {
    const minutes = minutesUntilLock();
    if (minutes > 0 && Date.now() - last >= minutes * MINUTE) lockNow();
  }, LOOK_EVERY);
  lockMark.onChange((isLocked) => (isLocked ? void goDark() : void useSession.getState().unlock()));
  platform.onCommand((command) => {
    if (command === SYSTEM_LOCKS && locksWithSystem()) lockNow();
  });
}

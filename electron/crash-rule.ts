/** Why a page stopped, in Electron's words (`render-process-gone`). */
export type StopReason = Electron.RenderProcessGoneDetails['reason'];

/** So many stops within `WINDOW_MS` mean that the next start would end like the last. */
const MOST = 3;
const WINDOW_MS = 60_000;

/** The program itself is at fault, or what it may use: starting over changes nothing. */
const HOPELESS: ReadonlySet<StopReason> = new Set(['launch-failed', 'integrity-failure']);

/**
 * What becomes of a window whose page stopped at the last of `stops` (milliseconds, oldest first): it starts over by
 * itself, or the person is asked, so that a page that fails at each start does not start for ever. `leave`: it was to end.
 */
export function afterStop(reason: StopReason, stops: readonly number[]): 'leave' | 'reload' | 'ask' {
  if (reason === 'clean-exit') return 'leave';
  const now = stops.at(-1) ?? 0;
  const lately = stops.filter((at) => now - at < WINDOW_MS);
  return HOPELESS.has(reason) || lately.length >= MOST ? 'ask' : 'reload';
}

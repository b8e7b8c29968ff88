import type { WebFrameMain } from 'electron';

/** True for an address of our own renderer. By parts: for a scheme of our own, `URL.origin` is the text "null" in Node. */
export function isAtHome(url: string, home: string): boolean {
  if (!URL.canParse(url)) return false;
  const [there, ours] = [new URL(url), new URL(home)];
  return there.protocol === ours.protocol && there.host === ours.host && there.host !== '';
}

/** Only the top frame of our own page may speak over the bridge: not a frame that shows somebody's mail. */
export function mayUseBridge(frame: Pick<WebFrameMain, 'parent' | 'url'> | null, home: string): boolean {
  return frame !== null && frame.parent === null && isAtHome(frame.url, home);
}

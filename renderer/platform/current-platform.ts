import type { DesktopBridge } from '#shared/ipc/contract';
import { browserPlatform } from './browser-platform';
import { desktopPlatform } from './desktop-platform';
import type { Platform } from './platform';

declare global {
  interface Window {
    /** Present inside Electron only. */
    readonly throughline?: DesktopBridge;
  }
}

/** What surrounds this window. Decided once: a window never changes its shell. */
export const platform: Platform = window.throughline ? desktopPlatform(window.throughline) : browserPlatform;

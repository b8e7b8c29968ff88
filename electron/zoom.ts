import type { WebContents } from 'electron';
import type { WindowAct } from '#shared/ipc/menu-messages';

const STEP = 0.5;
/** From half to three times the size; each level is a factor of 1.2. */
const SMALLEST = -4;
const LARGEST = 6;

/** The zoom level after an act, of Chromium's levels: 0 is actual size. */
export function zoomAfter(level: number, act: Exclude<WindowAct, 'window.new'>): number {
  if (act === 'zoom.reset') return 0;
  return Math.min(LARGEST, Math.max(SMALLEST, level + (act === 'zoom.in' ? STEP : -STEP)));
}

/** Zooms every window of the app, as Chromium keeps one level for a page. */
export function zoom(contents: WebContents, act: Exclude<WindowAct, 'window.new'>): void {
  contents.setZoomLevel(zoomAfter(contents.getZoomLevel(), act));
}

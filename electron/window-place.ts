import { z } from 'zod';

/** A rectangle on the desktop, in device-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is remembered of a window between runs. */
export const windowPlace = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(200), height: z.int().min(200) }),
  maximized: z.boolean(),
});

/** The type of `windowPlace`. */
export type WindowPlace = z.infer<typeof windowPlace>;

export const SMALLEST = { width: 960, height: 620 } as const;
const USUAL = { width: 1440, height: 900 } as const;

/** How much of the title bar must be on a screen for a person to grab it. */
const GRIP = { width: 120, height: 32 } as const;

/**
 * Where to open: as it was left, unless the screen it was on is gone; then centred on the first screen. Never larger
 * than the screen's work area.
 */
export function openAt(remembered: WindowPlace | undefined, workAreas: readonly Rectangle[]): WindowPlace {
  const home = remembered && workAreas.find((area) => holdsTitleBar(area, remembered.bounds));
  if (remembered && home) return { ...remembered, bounds: fitted(remembered.bounds, home) };
  const area = workAreas[0] ?? { x: 0, y: 0, ...USUAL };
  const width = Math.min(USUAL.width, area.width);
  const height = Math.min(USUAL.height, area.height);
  const x = area.x + Math.round((area.width - width) / 2);
  const y = area.y + Math.round((area.height - height) / 2);
  return { bounds: { x, y, width, height }, maximized: remembered?.maximized ?? false };
}

function holdsTitleBar(area: Rectangle, window: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const down = window.y >= area.y - GRIP.height && window.y + GRIP.height <= area.y + area.height;
  return across >= GRIP.width && down;
}

/** Resized to the screen, and moved only where the resizing took the title bar out of reach. */
function fitted(window: Rectangle, area: Rectangle): Rectangle {
  const width = Math.max(SMALLEST.width, Math.min(window.width, area.width));
  const height = Math.max(SMALLEST.height, Math.min(window.height, area.height));
  const leftmost = area.x + GRIP.width - width;
  const rightmost = area.x + area.width - GRIP.width;
  return { x: Math.min(Math.max(window.x, leftmost), rightmost), y: Math.max(window.y, area.y), width, height };
}

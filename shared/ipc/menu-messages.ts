import { z } from 'zod';
import { APP_COMMANDS } from './app-command';

/** What a window tells the native menu: its words in the person's language, and what can be done now. */
export const menuWording = z.object({
  /** Key of `menuKeys` → text. What is not named stays English. */
  labels: z.record(z.string().max(40), z.string().max(80)),
  available: z.array(z.enum(APP_COMMANDS)).max(APP_COMMANDS.length),
});

/** The type of `menuWording`. */
export type MenuWording = z.infer<typeof menuWording>;

/** What only the shell can do to a window. */
export const WINDOW_ACTS = ['window.new', 'zoom.in', 'zoom.out', 'zoom.reset'] as const;

/** One of `WINDOW_ACTS`. */
export type WindowAct = (typeof WINDOW_ACTS)[number];

/** The requests about the native menu and the window. */
export const MENU_CONTRACT = {
  'menu.word': { request: menuWording, response: z.object({}) },
  'window.act': { request: z.object({ act: z.enum(WINDOW_ACTS) }), response: z.object({}) },
} as const;

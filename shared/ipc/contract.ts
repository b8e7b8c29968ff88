import { z } from 'zod';
import { DIAGNOSTICS_CONTRACT } from './diagnostics-messages';
import { BACKUP_CONTRACT } from './backup-messages';
import { HUB_CONTRACT } from './hub-messages';
import { MENU_CONTRACT } from './menu-messages';
import { OUTSIDE_CONTRACT } from './outside-messages';
import { POLICY_CONTRACT } from './policy-messages';
import { UPDATE_CONTRACT } from './update-messages';
import { VAULT_CONTRACT } from './vault-messages';

/** A file as the person picked it. */
const pickedFile = z.object({ name: z.string().max(1024), bytes: z.instanceof(Uint8Array) });

/** A file name without a path: what a save dialog proposes. */
const fileName = z
  .string()
  .min(1)
  .max(200)
  .refine((name) => !/[/\\]/.test(name) && name !== '.' && name !== '..', 'a name, not a path');

/** `.csv`, `.eml`: what an open dialog offers. */
const extension = z.string().regex(/^\.[a-z0-9]{1,12}$/i);

/** What both shells serve: the browser shell over `POST /call/<channel>`. */
const SHELL_CONTRACT = { ...HUB_CONTRACT, ...POLICY_CONTRACT } as const;

/**
 * Every request that the renderer may make of its shell: the only list. Both sides parse with it, so neither
 * trusts the other: the main process the arguments, the renderer the answers.
 */
export const CONTRACT = {
  'files.open': {
    request: z.object({ accept: z.array(extension).max(40), multiple: z.boolean() }),
    response: z.array(pickedFile),
  },
  'files.save': {
    request: z.object({ name: fileName, bytes: z.instanceof(Uint8Array) }),
    response: z.enum(['saved', 'cancelled']),
  },
  'link.open': {
    request: z.object({ url: z.string().max(4096) }),
    response: z.enum(['opened', 'refused']),
  },
  'app.info': {
    request: z.object({}),
    response: z.object({ version: z.string(), runtime: z.string(), system: z.string(), logFile: z.string() }),
  },
  ...DIAGNOSTICS_CONTRACT,
  ...UPDATE_CONTRACT,
  ...BACKUP_CONTRACT,
  ...OUTSIDE_CONTRACT,
  ...MENU_CONTRACT,
  ...VAULT_CONTRACT,
  ...SHELL_CONTRACT,
} as const;

/** The name of a request. */
export type Channel = keyof typeof CONTRACT;

/** A request about servers. */
export type HubChannel = keyof typeof HUB_CONTRACT;

/** A request that the browser shell serves too. */
export type ShellChannel = keyof typeof SHELL_CONTRACT;

/** The names of all of those. */
export const SHELL_CHANNELS = Object.keys(SHELL_CONTRACT) as readonly ShellChannel[];

/** What a request carries. */
export type Request<C extends Channel> = z.infer<(typeof CONTRACT)[C]['request']>;

/** What it is answered with. */
export type Response<C extends Channel> = z.infer<(typeof CONTRACT)[C]['response']>;

/** What the preload script puts on `window.throughline`: the whole of the desktop that the renderer can see. */
export interface DesktopBridge {
  call(channel: Channel, request: unknown): Promise<unknown>;
  onCommand(listener: (command: string) => void): () => void;
}

/** Every answer on the wire: what was asked for, or why not in words fit to show. */
export const reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

/** The type of `reply`. */
export type Reply = z.infer<typeof reply>;

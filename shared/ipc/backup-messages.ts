import { z } from 'zod';

// What window and shell say to each other about backups. The window never names a folder: the shell knows its own, and asks
// the person for any other.

const nothing = z.object({});
const workspace = z.string().regex(/^[0-9a-f]{16}$/);
const token = z.string().regex(/^[0-9a-f]{16}$/);
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
/** A file in the backup folder, by its name alone. */
export const backupName = z.string().regex(/^throughline-[0-9a-f]{16}-\d{8}-\d{6}\.throughline-backup$/);
const offset = z.number().int().min(0);

export const storedBackup = z.object({ name: backupName, madeAt: instant, size: z.number() });

/** Bytes that one message carries. */
export const BACKUP_PIECE = 1024 * 1024;
const piece = z.instanceof(Uint8Array).refine(({ length }) => length <= BACKUP_PIECE + 1024, 'too large');

/** The requests about backups; only the desktop serves them. Part of `CONTRACT`. */
export const BACKUP_CONTRACT = {
  'backups.list': {
    request: z.object({ workspace }),
    response: z.object({ folder: z.string(), isManaged: z.boolean(), backups: z.array(storedBackup).readonly() }),
  },
  'backups.begin': {
    request: z.object({ workspace, madeAt: instant, to: z.enum(['folder', 'ask', 'command-line']) }),
    response: z.object({ writing: token }).or(z.literal('cancelled')),
  },
  'backups.append': { request: z.object({ writing: token, bytes: piece }), response: nothing },
  'backups.readBack': { request: z.object({ writing: token, offset }), response: z.instanceof(Uint8Array) },
  /** Durable under its name; older ones that are no longer wanted go. */
  'backups.keep': { request: z.object({ writing: token }), response: z.object({ name: z.string() }) },
  'backups.drop': { request: z.object({ writing: token }), response: nothing },
  'backups.open': {
    request: z.object({ from: z.union([backupName, z.enum(['ask', 'command-line'])]) }),
    response: z.object({ reading: token, name: z.string(), size: z.number() }).or(z.literal('cancelled')),
  },
  'backups.read': { request: z.object({ reading: token, offset }), response: z.instanceof(Uint8Array) },
  'backups.close': { request: z.object({ reading: token }), response: nothing },
  'backups.chooseFolder': { request: nothing, response: z.enum(['chosen', 'cancelled']) },
  'backups.showFolder': { request: nothing, response: nothing },
  /** What the command line asked for, and what became of it. */
  'backups.job': {
    request: nothing,
    response: z.object({ tag: z.enum(['backup', 'restore', 'none']), recoveryKey: z.string().max(200).optional() }),
  },
  'backups.jobDone': { request: z.object({ ok: z.boolean(), message: z.string().max(2000) }), response: nothing },
  /** Tells this profile folder from a copy of it. */
  'profile.mark': { request: nothing, response: z.object({ mark: z.string().max(100) }) },
} as const;

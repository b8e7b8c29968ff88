import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file';

const adminFileParser = z.object({ name: z.string().min(1), password: z.string().min(16), url: z.string() });

/** The hub's administrator, for the programs of whoever may read this file: the user who runs the hub. */
export type AdminFile = Readonly<z.infer<typeof adminFileParser>>;

const fileIn = (dataFolder: string): string => join(dataFolder, 'admin.json');

/** What a hub that ran or runs on a data folder left there; undefined where none ever did. */
export async function readAdminFile(dataFolder: string): Promise<AdminFile | undefined> {
  const content = await readJsonFile(fileIn(dataFolder));
  if (content === undefined) return undefined;
  const parsed = adminFileParser.safeParse(content);
  if (!parsed.success) throw new Error(`${fileIn(dataFolder)} is damaged. Delete it: the hub then makes a new administrator.`);
  return parsed.data;
}

/** The administrator's name and password, made on first start, with the address of this start. */
export async function writeAdminFile(dataFolder: string, url: string): Promise<AdminFile> {
  const known = await readAdminFile(dataFolder);
  const admin = { name: known?.name ?? 'admin', password: known?.password ?? randomBytes(24).toString('base64url'), url };
  await writeJsonFile(fileIn(dataFolder), admin);
  return admin;
}

/** The password has 192 bits of chance, so it needs no slow hash; only that comparing takes the same time always. */
export function isAdmin(admin: AdminFile, name: string, password: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(JSON.stringify([name, password])), digest(JSON.stringify([admin.name, admin.password])));
}

/** Stands for the password in sessions: another password, another salt. */
export const adminSalt = (admin: AdminFile): string => createHash('sha256').update(admin.password).digest('hex');

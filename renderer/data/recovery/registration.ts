import { Dexie } from 'dexie';
import type { Id } from '#shared/records/define-record';
import { isJsonObject } from '#shared/ledger/json-check';
import { newDeviceId } from '../devices';
import { SideDatabase } from '../side-database';
import type { ServerLink } from '../sync-state';
import { NOBODY } from '../sync/identity';
import type { RegisteredWorkspace } from '../workspace-registry';

/** Lies open: it is read where the keys are lost. */
export const REGISTRATION = 'registration';
const DEVICE = /^[0-9a-f]{16}$/u;
const DATABASE = /^throughline-([0-9a-f]{16})$/u;

/** Keeps a copy of what is registered beside the entries: a list that is damaged is made again from it. */
export async function keepCopy(side: SideDatabase, registered: RegisteredWorkspace): Promise<void> {
  await side.state.put({ key: REGISTRATION, value: registered });
}

/** The copy goes first, so that a workspace that is half removed does not come back. */
export async function dropCopy(id: string): Promise<void> {
  if (!(await Dexie.exists(`throughline-${id}`))) return;
  const side = new SideDatabase(id);
  try {
    await side.state.delete(REGISTRATION);
  } finally {
    side.close();
  }
}

/** Workspaces whose data is on this device and that the list does not know any more. */
export async function unlisted(
  listed: ReadonlySet<string>,
  random: (bytes: number) => Uint8Array,
): Promise<readonly RegisteredWorkspace[]> {
  const ids = (await Dexie.getDatabaseNames()).flatMap((name) => DATABASE.exec(name)?.[1] ?? []).filter((id) => !listed.has(id));
  const found = await Promise.all(ids.map((id) => copyOf(id)));
  return found.flatMap((row, at) => (row === undefined ? [] : [sound(row, ids[at] ?? '', random)]));
}

async function copyOf(id: string): Promise<unknown> {
  const side = new SideDatabase(id);
  try {
    return (await side.state.get(REGISTRATION))?.['value'];
  } catch {
    // Its side is damaged too: then nothing says that it was ever listed.
    return undefined;
  } finally {
    side.close();
  }
}

/**
 * What can still be read of a row of the list, and the least where it cannot. Where the ids under which this installation
 * writes are damaged it takes new ones, so that nothing is written over.
 */
export function sound(row: unknown, id: string, random: (bytes: number) => Uint8Array): RegisteredWorkspace {
  const read = isJsonObject(row) ? row : {};
  const text = (name: string, otherwise: string): string => {
    const value = read[name];
    return typeof value === 'string' ? value : otherwise;
  };
  const devices = isJsonObject(read['devices']) ? read['devices'] : {};
  const device = (ledger: string): string => {
    const value = devices[ledger];
    return typeof value === 'string' && DEVICE.test(value) ? value : newDeviceId(random);
  };
  const link = linkOf(read['link']);
  const mark = read['mark'];
  return {
    id,
    name: text('name', 'Recovered workspace'),
    sample: read['sample'] === true,
    createdAt: text('createdAt', LONG_AGO),
    openedAt: text('openedAt', LONG_AGO),
    ...(link && { link }),
    me: text('me', NOBODY) as Id<'person'>,
    devices: { team: device('team'), finance: device('finance') },
    ...(typeof mark === 'string' && { mark }),
  };
}

const LONG_AGO = '1970-01-01T00:00:00.000Z';

function linkOf(link: unknown): ServerLink | undefined {
  if (!isJsonObject(link)) return undefined;
  const { connection, url, user, workspace, roles } = link;
  const isWhole = [connection, url, user, workspace].every((text) => typeof text === 'string') && Array.isArray(roles);
  return isWhole ? (link as unknown as ServerLink) : undefined;
}

import { appendEntries, type ChainTip } from '#shared/ledger/chain';
import type { Command } from '#shared/ledger/command';
import type { DeviceId, Entry } from '#shared/ledger/entry';
import { Fold } from '#shared/ledger/fold';
import { packPages } from '#shared/ledger/page';
import { kindOf } from '#shared/records/registry';

/** The chain of one device that carried out these commands, one entry each. */
export function chainOf(commands: readonly Command[], device: DeviceId = 'bbbbbbbbbbbbbbbb'): readonly Entry[] {
  const fold = new Fold(kindOf);
  const entries: Entry[] = [];
  let tip: ChainTip | undefined;
  let chance = 1;
  const random = (bytes: number) => Uint8Array.from({ length: bytes }, () => (chance = (chance * 48_271) % 2_147_483_647) & 0xff);
  const env = { device, by: 'person:filler', now: Date.UTC(2026, 0, 5, 9), random, fold } as const;
  for (const command of commands) {
    const made = appendEntries(tip, command, env);
    if (!made.ok) throw new Error(made.error.message);
    fold.add(made.value.entries);
    entries.push(...made.value.entries);
    tip = made.value.tip;
  }
  return entries;
}

/** An administrator's way to a server. */
export interface Admin {
  readonly url: string;
  readonly admin: { readonly name: string; readonly password: string };
}

/** Writes pages of `entries` as an administrator, full ones or one of each entry. */
export async function storePages(at: Admin, database: string, entries: readonly Entry[], size: 'full' | 'one'): Promise<void> {
  const packed = size === 'full' ? packPages(entries) : entries.flatMap((entry) => packPages([entry]));
  const documents = packed.map(({ id, text }) => ({ _id: id, from: at.admin.name, entries: JSON.parse(text) as unknown }));
  await storeDocuments(at, database, documents, size === 'full' ? 10 : 500);
}

export async function storeDocuments(at: Admin, database: string, documents: readonly object[], batch: number): Promise<void> {
  for (let from = 0; from < documents.length; from += batch)
    await askAsAdmin(at, 'POST', `${database}/_bulk_docs`, { docs: documents.slice(from, from + batch) });
}

/** One request with the administrator's password; throws what the server refuses. */
export async function askAsAdmin({ url, admin }: Admin, method: string, path: string, body?: unknown): Promise<unknown> {
  const authorization = `Basic ${Buffer.from(`${admin.name}:${admin.password}`).toString('base64')}`;
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${url}/${path}`, { method, headers: { authorization, 'content-type': 'application/json' }, ...sent });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as unknown;
}

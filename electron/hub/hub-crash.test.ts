import { expect, it } from 'vitest';
import { buildHubProgram, startHubProgram, type HubProgram } from './testing/hub-program';
import { askOf, basic, testFolder, type Ask } from './testing/test-hub';

const CLIENTS = 6;
const KILLS = 4;
/** Batches that must have been acknowledged before the next kill: it then falls into the middle of others. */
const BETWEEN_KILLS = 25;

const adminOf = ({ url, admin }: HubProgram): Ask => askOf(url, { authorization: basic(admin.name, admin.password) });

/** Pushes batches until the hub is gone, and tells of each that was acknowledged. */
async function pushUntilGone(ask: Ask, client: string, acknowledge: (ids: readonly string[]) => void): Promise<void> {
  for (let batch = 0; ; batch += 1) {
    const ids = Array.from({ length: 1 + (batch % 5) }, (_, index) => `${client}-${batch}-${index}`);
    const docs = ids.map((_id) => ({ _id, text: _id.repeat(1 + ((batch * 37) % 200)) }));
    try {
      const { status, json } = await ask('POST', '/firm-team/_bulk_docs', { body: { docs } });
      expect(status).toBe(201);
      acknowledge(json.map(({ id }: { id: string }) => id));
    } catch (error) {
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}

it(`loses nothing that it acknowledged, killed ${KILLS} times while ${CLIENTS} clients push`, async () => {
  const dataFolder = await testFolder();
  const program = await buildHubProgram();
  const acknowledged = new Set<string>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const hub = await startHubProgram(program, dataFolder);
    const ask = adminOf(hub);
    if (kill === 0) await ask('PUT', '/firm-team');
    const killed = new Promise<void>((resolve) => {
      let batches = 0;
      const acknowledge = (ids: readonly string[]): void => {
        for (const id of ids) acknowledged.add(id);
        batches += 1;
        if (batches === BETWEEN_KILLS) resolve(hub.end('SIGKILL').then(() => undefined));
      };
      for (let client = 0; client < CLIENTS; client += 1) void pushUntilGone(ask, `${kill}-${client}`, acknowledge);
    });
    await killed;
  }
  const hub = await startHubProgram(program, dataFolder);
  const { json } = await adminOf(hub)('GET', '/firm-team/_all_docs?include_docs=true');
  const held = new Map<string, string>(json.rows.map(({ id, doc }: { id: string; doc: { text: string } }) => [id, doc.text]));
  expect(acknowledged.size).toBeGreaterThan(KILLS * BETWEEN_KILLS);
  expect([...acknowledged].filter((id) => !held.get(id)?.startsWith(id))).toEqual([]);
  const { json: feed } = await adminOf(hub)('GET', '/firm-team/_changes');
  expect(feed.results.map(({ id }: { id: string }) => id).toSorted()).toEqual([...held.keys()].toSorted());
  expect(json.total_rows).toBe(held.size);
  expect(await hub.end('SIGTERM')).toBe(0);
});

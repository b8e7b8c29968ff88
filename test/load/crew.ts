import { parentPort, workerData } from 'node:worker_threads';
import { Client } from './client';
import type { CrewOrders, FromCrew, ToCrew } from './messages';
import type { Answers } from './signed-in-client';

/** A thread of clients. Each has a way of its own to the server; what they count is counted together. */
async function work({ clients, workspace, rate }: CrewOrders): Promise<void> {
  const answers: Answers = new Map();
  const crew: Client[] = [];
  for (const credentials of clients) crew.push(await Client.open(credentials, workspace, answers, seedOf(credentials.user)));
  parentPort?.on('message', (said: ToCrew) => {
    obey(said, crew, rate, answers).catch((problem: unknown) => {
      throw problem;
    });
  });
  answer({ kind: 'ready' });
}

async function obey(said: ToCrew, crew: readonly Client[], rate: number, answers: Answers): Promise<void> {
  if (said.kind === 'begin') for (const client of crew) client.begin(rate);
  else if (said.kind === 'stop') {
    for (const client of crew) await client.stop();
    answer({ kind: 'stopped', committed: crew.flatMap(({ committed }) => committed), failed: crew.flatMap(({ failed }) => failed) });
  } else if (said.kind === 'check') {
    const missing = Math.max(...crew.map((client) => client.missing(said.entries)));
    answer({ kind: 'checked', missing, unsent: crew.reduce((sum, client) => sum + client.unsent(), 0) });
  } else {
    await Promise.all(crew.map(({ workspace }) => workspace.close()));
    answer({ kind: 'ended', delays: Float64Array.from(crew.flatMap(({ delays }) => delays)), answers: [...answers] });
    parentPort?.close();
  }
}

const answer = (said: FromCrew): void => parentPort?.postMessage(said);

/** Devices are made from it: no two alike. */
const seedOf = (user: string): number => 1_000 + Number(/\d+/u.exec(user)?.[0] ?? 0);

await work(workerData as CrewOrders);

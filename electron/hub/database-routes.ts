import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { answer, jsonBody, jsonIn, route, type Answer, type Call, type HubParts } from './call';
import type { Database } from './database';
import { securityParser, USERS } from './databases';
import { readDocument } from './document-text';
import { badRequest, forbidden, Problem } from './problem';
import { reach, reachAsAdmin } from './reach';
import { checkDatabaseAdmin, checkServerAdmin } from './security';
import { sequence } from './sequence';
import { answerOf, checkSize, write } from './write-documents';

/** Routes about a database. */
export function databaseRoutes(app: FastifyInstance, parts: HubParts): void {
  const reached = (call: Call): Promise<Database> => reach(parts, call);
  route(app, '/:db', {
    GET: async (call) => info(await reached(call)),
    PUT: async (call) => create(parts, call),
    DELETE: async (call) => remove(parts, call),
    POST: async (call) => addOne(parts, call),
  });
  route(app, '/:db/_security', {
    GET: async (call) => (await reached(call), answer(200, parts.databases.security(call.part('db')))),
    PUT: async (call) => setSecurity(parts, call),
  });
  route(app, '/:db/_ensure_full_commit', {
    POST: async (call) => (await reached(call), answer(201, { ok: true, instance_start_time: '0' })),
  });
  route(app, '/:db/_compact', {
    POST: async (call) => {
      await (await reachAsAdmin(parts, call)).compact();
      return answer(202, { ok: true });
    },
  });
}

async function info(database: Database): Promise<Answer> {
  const { name, folder, uuid } = database.facts;
  const size = await sizeOf(folder);
  return answer(200, {
    db_name: name,
    doc_count: await database.count(),
    update_seq: sequence(database.updates, uuid),
    purge_seq: 0,
    compact_running: database.isCompacting,
    sizes: { file: size, external: size, active: size },
    instance_start_time: '0',
    props: {},
    cluster: { q: 1, n: 1, w: 1, r: 1 },
  });
}

/** Bytes of a folder's files. LevelDB replaces files as it goes, so one may be gone before it is looked at. */
async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (file) => {
    try {
      return (await stat(join(folder, file))).size;
    } catch {
      return 0;
    }
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function create({ databases }: HubParts, { user, part }: Call): Promise<Answer> {
  checkServerAdmin(user);
  const name = part('db');
  if (name === USERS) throw new Problem(412, 'file_exists', 'The database could not be created, the file already exists.');
  await databases.create(name);
  return answer(201, { ok: true });
}

async function remove({ databases }: HubParts, { user, part }: Call): Promise<Answer> {
  checkServerAdmin(user);
  if (part('db') === USERS) throw forbidden('The users cannot be deleted as a whole.');
  await databases.remove(part('db'));
  return answer(200, { ok: true });
}

async function setSecurity({ databases }: HubParts, call: Call): Promise<Answer> {
  const name = call.part('db');
  checkDatabaseAdmin(call.user, databases.security(name));
  if (name === USERS) throw forbidden('You cannot edit the security object of the user database.');
  const parsed = securityParser.safeParse(jsonIn(jsonBody(call)));
  if (!parsed.success) throw badRequest('Security object must be an object of admins and members, each with lists of names and roles.');
  await databases.setSecurity(name, parsed.data);
  return answer(200, { ok: true });
}

async function addOne(parts: HubParts, call: Call): Promise<Answer> {
  await reach(parts, call);
  const text = jsonBody(call);
  const document = readDocument(text);
  checkSize(document, text, parts);
  const [row] = await write(parts, call, [document], true);
  return answerOf(row);
}

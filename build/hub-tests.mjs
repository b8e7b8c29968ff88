// `npm run test:hub`: what a server has to do, tried on an embedded hub of its own, or on the one that COUCHDB_URL names
// (with COUCHDB_USER and COUCHDB_PASSWORD of an administrator). It makes workspaces and users of random names there and removes them.
import { at } from './place.mjs';
import { runNode } from './run.mjs';
import { setup } from './setup.mjs';

const { COUCHDB_URL, COUCHDB_USER, COUCHDB_PASSWORD } = process.env;
if (COUCHDB_URL && !(COUCHDB_USER && COUCHDB_PASSWORD)) {
  console.error('COUCHDB_URL needs an administrator: set COUCHDB_USER and COUCHDB_PASSWORD as well.');
  process.exit(2);
}
await setup();
console.log(
  COUCHDB_URL
    ? `Against ${COUCHDB_URL}. Not tried there, since it needs the server's clock: how sessions and lock-outs end.`
    : 'Against an embedded hub; COUCHDB_URL names another server.',
);
const { code } = await runNode(at('node_modules', 'vitest', 'vitest.mjs'), ['run', 'test/hub', ...process.argv.slice(2)]);
process.exitCode = code;

// `npm run import|verify|hub|provision|redact -- …`: parts of the app without the app. Everything that this
// script says goes to standard error; standard output is the command's alone.
import { existsSync } from 'node:fs';
import { buildIfStale } from './build.mjs';
import { networkEnvironment } from './network-environment.mjs';
import { at } from './place.mjs';
import { handSignalsOn, runNode } from './run.mjs';
import { setup } from './setup.mjs';

const COMMANDS = ['import', 'verify', 'hub', 'provision', 'redact'];
const [command, ...args] = process.argv.slice(2);
if (!COMMANDS.includes(command)) {
  console.error(`Say which: ${COMMANDS.join(', ')}.`);
  process.exit(2);
}
await setup(console.error);
await buildIfStale(console.error);
const script = at('out', 'main', `${command}.cjs`);
if (!existsSync(script)) throw new Error(`The build did not make ${script}.`);
handSignalsOn();
const { code } = await runNode(script, args, { cwd: process.env.INIT_CWD ?? process.cwd(), env: networkEnvironment() });
process.exitCode = code;

// `npm run dev`: the app with refresh on every change; in Electron where that can be, else the page alone in a browser.
import { electronBinary, hasDisplay, sandboxArguments } from './electron-binary.mjs';
import { at } from './place.mjs';
import { runNode } from './run.mjs';
import { setup } from './setup.mjs';

await setup();
const binary = hasDisplay() ? electronBinary() : undefined;
const cli = at('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
console.log(binary ? 'Developing in Electron.' : 'No Electron or no display here: open the printed address in a browser.');
const args = binary ? ['dev', '--', ...sandboxArguments()] : ['dev', '--rendererOnly'];
const { code } = await runNode(cli, args, { env: binary ? { ELECTRON_EXEC_PATH: binary } : {} });
process.exitCode = code;

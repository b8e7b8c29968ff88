// `npm run dev`: the app with refresh on every change; in Electron where that can be, else the page alone in a browser.
import { electronBinary, hasDisplay, sandboxArguments } from './electron-binary.mjs';
import { at } from './place.mjs';
import { runNode } from './run.mjs';
import { setup } from './setup.mjs';

await setup();
const binary = hasDisplay() ? electronBinary() : undefined;
if (binary) await developInElectron(binary);
else await developInBrowser();

async function developInElectron(program) {
  console.log('Developing in Electron.');
  const cli = at('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code } = await runNode(cli, ['dev', '--', ...sandboxArguments()], { env: { ELECTRON_EXEC_PATH: program } });
  process.exitCode = code;
}

/** electron-vite always starts an Electron, so its renderer settings are given to vite alone. */
async function developInBrowser() {
  const [{ resolveConfig }, { createServer }] = await Promise.all([import('electron-vite'), import('vite')]);
  const { config } = await resolveConfig({ root: at() }, 'serve', 'development');
  const server = await createServer({ ...config.renderer, configFile: false });
  await server.listen();
  console.log('No Electron or no display here. Open this in a browser; its data are apart from those of npm start.');
  server.printUrls();
}

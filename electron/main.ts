import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, powerMonitor, safeStorage, session, shell, utilityProcess } from 'electron';
import type { Policy } from '#shared/policy/policy';
import { type ShellCommand, SYSTEM_LOCKS } from '#shared/ipc/app-command';
import { APP_COMMAND_CHANNEL } from '#shared/ipc/ipc-name';
import { APP_ORIGIN, registerAppScheme, serveApp, serveHubBeside } from './app-protocol';
import { serveBridge } from './bridge';
import { readCommandLine } from './command-line';
import { backupJob, backupSetting, quitBeside } from './backup-job';
import { backupHandlers } from './handlers/backups';
import { diagnosticsHandlers, type DiagnosticsSetting, writeDiagnostics } from './handlers/diagnostics';
import { openFiles, saveFile } from './handlers/files';
import { updatesHandlers } from './handlers/updates';
import { vaultHandlers } from './handlers/vault';
import { mayUseBridge } from './home-address';
import { hubInUtilityProcess } from './hub/fork-hub';
import { hubHandlers, type HubParts } from './hub/hub-handlers';
import { openHubParts } from './hub/open-hub-parts';
import { systemFetch } from './hub/system-fetch';
import { systemSeal } from './hub/system-seal';
import { listenOutside } from './listen-outside';
import { lockWithSystem } from './lock-with-system';
import { type Log, openLog } from './log';
import { offerTextMenu, showMenu, wordMenu } from './menu';
import { type MachinePolicy, policyAtStart } from './policy';
import { DEBUGGER_REFUSED, refusesDebugger } from './refuse-debugger';
import { answeredAtOnce, endAsMisused, refusePolicy } from './refuse-start';
import { Outside } from './outside';
import { lockDown, openOutside } from './security';
import { defaultStateFolder } from './web/state-folder';
import { actOnWindow, openHidden, openWindow, type WindowSetting } from './window';

// The composition root of the desktop shell: who is given what. What they do stands in their own files.
type Managed = Extract<MachinePolicy, { ok: true }>;

const here = (path: string): string => join(import.meta.dirname, path);

const logFile = (): string => join(app.getPath('logs'), 'throughline.log');

app.setName('Throughline');
const userData = app.commandLine.getSwitchValue('user-data-dir');
if (userData) app.setPath('userData', userData);
registerAppScheme();

const asked = readCommandLine(process.argv.slice(1));
const outside = new Outside(() => sendToFocused('outside.arrived'));
outside.offer(asked, process.cwd());
const machine = policyAtStart(app.isPackaged, process.env);
const isSpiedOn = refusesDebugger({
  isPackaged: app.isPackaged,
  appPath: app.getAppPath(),
  hasSwitch: (name) => app.commandLine.hasSwitch(name),
});
if (isSpiedOn) endAsMisused(DEBUGGER_REFUSED);
else if (!answeredAtOnce(asked, APP_VERSION)) {
  if (!machine.ok)
    void refusePolicy(
      machine,
      asked,
      openLog(logFile(), () => new Date()),
    );
  else if (asked.tag === 'diagnostics') void diagnose(machine, asked.file);
  else if (app.requestSingleInstanceLock()) start(machine);
  else quitBeside(asked);
}

/** Needs nothing that a running app holds, so it may run beside it. */
async function diagnose({ policy, source }: Managed, file: string): Promise<void> {
  const connections = async (): Promise<readonly string[]> => [];
  const setting: DiagnosticsSetting = { policy, policySource: source, logFile: logFile(), connections };
  app.exit(await writeDiagnostics(setting, file));
}

function start(managed: Managed): void {
  const log = openLog(logFile(), () => new Date(), app.commandLine.hasSwitch('log-debug') ? 'debug' : 'info');
  const setting: WindowSetting = { home: homeAddress(), preload: here('../preload/preload.cjs'), log };
  logFailures(log);
  if (asked.tag === 'open') listenOutside(outside, setting);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app
    .whenReady()
    .then(() => run(setting, managed))
    .catch((error: unknown) => {
      log.write('error', 'the app could not start', error);
      app.exit(1);
    });
}

function run(setting: WindowSetting, { policy, source }: Managed): void {
  const { home, log } = setting;
  log.write('info', `Throughline ${APP_VERSION} on Electron ${process.versions.electron}`);
  log.write('info', 'set by the organisation', Object.keys(policy));
  const hub = openHub(log, policy);
  serveApp(session.defaultSession, here('../renderer'), hub.connections);
  if (!home.startsWith(APP_ORIGIN)) serveHubBeside(home, session.defaultSession, hub.connections);
  lockDown(session.defaultSession, home, policy, log);
  app.on('web-contents-created', (_event, contents) => offerTextMenu(contents));
  serveBridge(
    {
      'files.open': openFiles,
      'files.save': (file, window) => saveFile(file, window, policy),
      'link.open': ({ url }) => openOutside(url, policy, log),
      'app.info': async () => ({
        version: APP_VERSION,
        runtime: `Electron ${process.versions.electron}, Chromium ${process.versions.chrome}`,
        system: `${process.platform} ${process.getSystemVersion()} ${process.arch}`,
        logFile: log.file,
      }),
      ...diagnosticsHandlers({
        policy,
        policySource: source,
        logFile: log.file,
        connections: async () => (await hub.connections.list()).map(({ state }) => state),
      }),
      ...updatesHandlers(policy, log),
      'policy.read': async () => ({ policy, source }),
      'outside.take': () => outside.take(),
      'menu.word': async (wording, window) => {
        wordMenu(window, wording);
        return {};
      },
      'window.act': async ({ act }, window) => {
        actOnWindow(act, window, setting);
        return {};
      },
      ...backupHandlers(backupSetting(asked, policy, userData), backupJob(asked)),
      ...vaultHandlers(systemSeal(safeStorage, process.platform)),
      ...hubHandlers(hub),
    },
    { ipc: ipcMain, maySpeak: (frame) => mayUseBridge(frame, home), windowOf: (event) => BrowserWindow.fromWebContents(event.sender), log },
  );
  lockWithSystem(powerMonitor, () => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send(APP_COMMAND_CHANNEL, SYSTEM_LOCKS);
  });
  showMenu({
    send: sendToFocused,
    act: (act) => actOnWindow(act, BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0], setting),
    showLog: () => shell.showItemInFolder(log.file),
  });
  app.setAboutPanelOptions({ applicationName: 'Throughline', applicationVersion: APP_VERSION, copyright: 'Apache License 2.0' });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(setting);
  });
  if (asked.tag === 'open') openWindow(setting);
  else openHidden(setting);
}

/**
 * What the desktop does about servers. `--hub` runs the hub of this computer, unless the person has stopped it;
 * `--hub-port=N` says at which port.
 */
function openHub(log: Log, policy: Policy): HubParts {
  const port = app.commandLine.getSwitchValue('hub-port');
  const folder = app.getPath('userData');
  const hub = openHubParts({
    folder,
    hubFolder: userData ? folder : defaultStateFolder(process.platform, process.env),
    // In memory only: nothing of a server's answers comes to lie in a cache on disk.
    fetch: systemFetch(session.fromPartition('hub', { cache: false })),
    policy,
    system: systemSeal(safeStorage, process.platform),
    fork: (args) => hubInUtilityProcess(utilityProcess.fork(here('hub.cjs'), [...args], { stdio: 'pipe', serviceName: 'Throughline hub' })),
    ...(port ? { hubPort: Number(port) } : {}),
    log,
  });
  const resumed = hub.localHub.resume({ running: app.commandLine.hasSwitch('hub'), network: false });
  resumed.catch((error: unknown) => log.write('error', 'the hub of this computer does not run', error));
  app.on('will-quit', () => void hub.localHub.stop());
  return hub;
}

/** The page is the built renderer; under `npm run dev` it is the development server's. */
function homeAddress(): string {
  const development = process.env['ELECTRON_RENDERER_URL'];
  return !app.isPackaged && development ? development : `${APP_ORIGIN}/`;
}

function sendToFocused(command: ShellCommand): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  window?.webContents.send(APP_COMMAND_CHANNEL, command);
}

function logFailures(log: Log): void {
  process.on('uncaughtExceptionMonitor', (error) => log.write('error', 'uncaught', error));
  process.on('unhandledRejection', (reason) => log.write('error', 'unhandled rejection', reason));
  app.on('child-process-gone', (_event, details) => log.write('error', 'a process stopped', details));
}

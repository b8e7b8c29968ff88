import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, dialog, session } from 'electron';
import type { Request, Response } from '#shared/ipc/contract';
import type { WindowFacts } from '#shared/ipc/diagnostics-messages';
import type { Policy } from '#shared/policy/policy';
import { diagnosticsText } from '../diagnostics';
import { writeWhole } from '../write-file';

/** What diagnostics need of the shell around them. */
export interface DiagnosticsSetting {
  readonly policy: Policy;
  readonly policySource: string | undefined;
  readonly logFile: string;
  /** State of each connection. */
  readonly connections: () => Promise<readonly string[]>;
}

interface DiagnosticsHandlers {
  'diagnostics.collect'(request: Request<'diagnostics.collect'>, window: BrowserWindow): Promise<string>;
  'diagnostics.save'(request: Request<'diagnostics.save'>, window: BrowserWindow): Promise<Response<'diagnostics.save'>>;
}

/** Collecting what helps to find a fault, and saving just that. */
export function diagnosticsHandlers(setting: DiagnosticsSetting): DiagnosticsHandlers {
  const collected = new WeakMap<BrowserWindow, string>();
  return {
    'diagnostics.collect': async ({ window: facts }, window) => {
      const text = await collect(setting, facts);
      collected.set(window, text);
      return text;
    },
    'diagnostics.save': async (_request, window) => {
      const text = collected.get(window);
      if (text === undefined) throw new Error('Collect the diagnostics first: then you see what is saved.');
      const name = `Throughline diagnostics ${new Date().toISOString().slice(0, 10)}.json`;
      const choice = await dialog.showSaveDialog(window, { defaultPath: join(app.getPath('downloads'), name) });
      if (choice.canceled || !choice.filePath) return 'cancelled';
      await writeWhole(choice.filePath, text);
      return 'saved';
    },
  };
}

/** `--diagnostics FILE`: without a window, so without the counts of a workspace. Gives the exit code. */
export async function writeDiagnostics(setting: DiagnosticsSetting, file: string): Promise<number> {
  const path = resolve(file);
  try {
    await app.whenReady();
    await writeWhole(path, await collect(setting, undefined));
    process.stdout.write(`${path}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

async function collect(
  { policy, policySource, logFile, connections }: DiagnosticsSetting,
  window: WindowFacts | undefined,
): Promise<string> {
  return diagnosticsText({
    at: new Date(),
    versions: {
      throughline: APP_VERSION,
      electron: process.versions.electron,
      chromium: process.versions['chrome'] ?? '',
      node: process.versions.node,
    },
    system: {
      platform: process.platform,
      version: process.getSystemVersion(),
      architecture: process.arch,
      locale: app.getLocale(),
      processors: cpus().length,
      memory: totalmem(),
      packaged: app.isPackaged,
    },
    graphics: app.getGPUFeatureStatus(),
    policy,
    policySource,
    connections: await connections(),
    route: policy.serverUrl === undefined ? 'no server is set' : await session.defaultSession.resolveProxy(policy.serverUrl),
    folder: app.getPath('userData'),
    logFile,
    window,
  });
}

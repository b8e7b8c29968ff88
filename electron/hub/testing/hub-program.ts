import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { onTestFinished } from 'vitest';
import { readAdminFile } from '../admin-file';

const ROOT = join(import.meta.dirname, '../../..');

/** The hub's program, built for this test where it finds its packages. */
export async function buildHubProgram(): Promise<string> {
  const folder = join(ROOT, 'node_modules', '.cache', `hub-program-${process.pid}`);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    define: { APP_VERSION: '"test"' },
    ssr: { noExternal: true, external: ['leveldown'] },
    build: {
      ssr: join(ROOT, 'electron', 'cli', 'hub.ts'),
      outDir: folder,
      target: 'node20.18',
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'hub.cjs' } },
    },
  });
  return join(folder, 'hub.cjs');
}

/** A hub in a process of its own, which can be killed. */
export interface HubProgram {
  readonly url: string;
  readonly admin: { readonly name: string; readonly password: string };
  readonly child: ChildProcess;
  /** Resolves with the exit code, `null` for one that was killed. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/** Starts the program and waits until it says that it answers. */
export async function startHubProgram(program: string, dataFolder: string): Promise<HubProgram> {
  const child = spawn(process.execPath, [program, '--data', dataFolder, '--port', '0', '--quiet'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), exited]);
  const url = /https?:\S+/u.exec(String(line))?.[0];
  const admin = await readAdminFile(dataFolder);
  if (url === undefined || !admin) throw new Error(`The hub did not start: ${String(line)}`);
  return {
    url,
    admin,
    child,
    end: async (signal) => {
      child.kill(signal);
      const [code] = await exited;
      return typeof code === 'number' ? code : null;
    },
  };
}

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a process has used so far. */
export interface ProcessUse {
  readonly cpuSeconds: number;
  readonly memoryBytes: number;
}

/** The embedded hub as a program of its own, as people run it. */
export interface HubProcess {
  readonly url: string;
  readonly admin: { readonly name: string; readonly password: string };
  /** Ends it without a goodbye, in the middle of whatever it does. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Starts it again on the same data and the same port. */
  readonly startAgain: () => Promise<void>;
  /** Undefined where the system does not tell. */
  readonly use: () => ProcessUse | undefined;
}

export interface HubStart {
  readonly dataFolder: string;
  /** The built hub: `out/main/hub.cjs`. */
  readonly program: string;
}

/** Starts the built hub on any free port and waits until it answers. */
export async function startHubProcess({ dataFolder, program }: HubStart): Promise<HubProcess> {
  if (!existsSync(program)) throw new Error(`${program} is not there. Build first: npm run build`);
  let { child, url } = await begun(program, dataFolder, 0);
  const port = Number(new URL(url).port);
  const admin = JSON.parse(readFileSync(join(dataFolder, 'admin.json'), 'utf8')) as { readonly name: string; readonly password: string };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    url,
    admin,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    startAgain: async () => {
      await end('SIGTERM');
      ({ child, url } = await begun(program, dataFolder, port));
    },
    use: () => useOf(child.pid),
  };
}

async function begun(program: string, dataFolder: string, port: number): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [program, '--data', dataFolder, '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /is at (https?:\S+)/.exec(printed)?.[1];
      if (found !== undefined) resolve(found.replace(/\/$/, ''));
    });
    child.once('exit', () => reject(new Error(`The hub did not start: ${printed}`)));
  });
  return { child, url };
}

/** Of a Linux process; `ps` asks in words that every system has. */
function useOf(pid: number | undefined): ProcessUse | undefined {
  if (pid === undefined || process.platform === 'win32') return undefined;
  try {
    const [time = '', kilobytes = ''] = execFileSync('ps', ['-o', 'time=,rss=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
    const [seconds = 0, minutes = 0, hours = 0] = time.split(':').map(Number).toReversed();
    return { cpuSeconds: hours * 3600 + minutes * 60 + seconds, memoryBytes: Number(kilobytes) * 1024 };
  } catch {
    // No `ps` here: the figure is left out, nothing depends on it.
    return undefined;
  }
}

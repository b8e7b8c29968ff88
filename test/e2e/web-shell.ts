import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const WEB = join(import.meta.dirname, '..', '..', 'out', 'main', 'web.cjs');

/** A running browser shell. */
export interface WebShell {
  readonly origin: string;
  /** The address with the one-time token. */
  readonly address: string;
  /** Everything it printed so far. */
  readonly printed: () => string;
  /** Asks it to stop and resolves with its exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** Starts the built browser shell and waits until it says where it is. Port 0 is any free one. */
export async function startWebShell(stateFolder: string, port = 0): Promise<WebShell> {
  // Where a test has this computer run a hub, it takes any free port: tests run side by side.
  const args = [WEB, '--port', String(port), '--hub-port', '0', '--state-dir', stateFolder];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = /is at (http:\S+)/.exec(printed)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The browser shell did not start: ${printed}`)));
  });
  return { origin: new URL(address).origin, address, printed: () => printed, stop: (signal = 'SIGINT') => stop(child, signal) };
}

/** Runs the shell to its end, for starts that are expected to give up. */
export async function runWebShell(stateFolder: string, port: number): Promise<{ code: number | null; printed: string }> {
  const child = spawn(process.execPath, [WEB, '--port', String(port), '--state-dir', stateFolder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, printed };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code] = (await ended) as [number | null];
  return code;
}

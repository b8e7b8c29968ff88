import { fork } from 'node:child_process';
import type { UtilityProcess } from 'electron';
import type { HubChild } from './hub-process';

/** The last line that a program said before it ended is the reason that it gives. */
const lastLine = (said: string): string => said.trim().split('\n').at(-1)?.slice(0, 300) ?? '';

/** Runs the hub's program in a Node of its own. It ends when this process ends, however that comes. */
export function forkHub(program: string, args: readonly string[]): HubChild {
  const child = fork(program, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4096)));
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(lastLine(said)));
  });
  return { ended, stop: () => void child.kill('SIGTERM') };
}

/** The same in a utility process of Electron, which is Electron's own Node. */
export function hubInUtilityProcess(child: UtilityProcess): HubChild {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4096)));
  child.stdout?.resume();
  const ended = new Promise<string>((resolve) => child.once('exit', () => resolve(lastLine(said))));
  return { ended, stop: () => void child.kill() };
}

// Starts a program and waits for it.
import { spawn } from 'node:child_process';
import { root } from './place.mjs';

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill()));

/**
 * Runs `command` in the repository and resolves with its exit code; 127 when it could not be started.
 * `stdio` as Node's; a stream that is piped is collected and resolved as `output`, and told to `onOutput` as it comes. `timeout` in milliseconds.
 */
export function run(command, args, { stdio = 'inherit', env = {}, cwd = root, timeout, onOutput } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio, env: { ...process.env, ...env }, timeout });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        output += chunk;
        onOutput?.(String(chunk));
      });
    const finish = (result) => {
      running.delete(child);
      resolve(result);
    };
    child.once('error', (error) => finish({ code: 127, output: output + error.message }));
    child.once('close', (code) => finish({ code: code ?? 1, output }));
  });
}

/**
 * Hands signals on to whatever runs, and waits for its end instead of ending here. Ctrl+C reaches the whole group
 * anyway; npm that is told to end does not tell the scripts that it runs, so a parent that is gone counts as a signal.
 */
export function handSignalsOn() {
  const tell = (signal) => running.forEach((child) => child.kill(signal));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, tell);
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && tell('SIGTERM'), 1000).unref();
}

/** Runs a script of an installed package with this Node. */
export const runNode = (script, args = [], options = {}) => run(process.execPath, [script, ...args], options);

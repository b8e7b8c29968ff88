import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { logWords } from './log-words';

/** When a log grows beyond this it becomes `.1`, the former `.1` becomes `.2`, and so on. Bytes. */
const LIMIT_BYTES = 1_000_000;
/** How many files there are at most, the one that is written among them. */
const FILES = 5;

const LEVELS = ['debug', 'info', 'warning', 'error'] as const;
export type LogLevel = (typeof LEVELS)[number];

/**
 * A plain file of what happened: for the person's administrator, never sent anywhere. It holds no business content: of an
 * error only its kind, codes and places (`log-words.ts`), and every other detail is a fact of the program's own.
 */
export interface Log {
  readonly file: string;
  write(level: LogLevel, what: string, detail?: unknown): void;
}

/** Writes what is at least as grave as `least`; synchronously, so that the last words of a crash are on disk. */
export function openLog(file: string, now: () => Date, least: LogLevel = 'info'): Log {
  mkdirSync(dirname(file), { recursive: true });
  return {
    file,
    write: (level, what, detail) => {
      if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
      rotate(file);
      const words = [what, ...(detail === undefined ? [] : [detail])].map((part) => logWords(part, homedir()));
      appendFileSync(file, `${now().toISOString()} ${level} ${words.join(' ')}\n`, { mode: 0o600 });
    },
  };
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
const nth = (file: string, n: number): string => (n === 0 ? file : `${file}.${n}`);

function rotate(file: string): void {
  if (sizeOf(file) <= LIMIT_BYTES) return;
  rmSync(nth(file, FILES - 1), { force: true });
  for (let n = FILES - 2; n >= 0; n -= 1) if (sizeOf(nth(file, n)) > 0) renameSync(nth(file, n), nth(file, n + 1));
}

/** The last words of a log, oldest first: at most `bytes` of them, from as many of its files as that takes. */
export function lastWords(file: string, bytes: number): string {
  let words = '';
  for (let n = 0; n < FILES && words.length < bytes; n += 1) {
    if (sizeOf(nth(file, n)) > 0) words = readFileSync(nth(file, n), 'utf8') + words;
  }
  const cut = words.slice(-bytes);
  return cut.length < words.length ? cut.slice(cut.indexOf('\n') + 1) : cut;
}

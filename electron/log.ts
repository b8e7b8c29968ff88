import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** When a log grows beyond this it becomes `.1`, and the former `.1` goes: two files at most. */
const LIMIT_BYTES = 1_000_000;

/** A plain file of what happened: for the person's administrator, never sent anywhere. */
export interface Log {
  readonly file: string;
  write(level: 'info' | 'warning' | 'error', what: string, detail?: unknown): void;
}

/** Writes synchronously, so that the last words of a crash are on disk. */
export function openLog(file: string, now: () => Date): Log {
  mkdirSync(dirname(file), { recursive: true });
  return {
    file,
    write: (level, what, detail) => {
      rotate(file);
      appendFileSync(file, `${now().toISOString()} ${level} ${what}${detail === undefined ? '' : ` ${text(detail)}`}\n`);
    },
  };
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LIMIT_BYTES) renameSync(file, `${file}.1`);
}

/** One line, so that a hostile name cannot write a line of its own. */
function text(detail: unknown): string {
  const words = detail instanceof Error ? (detail.stack ?? detail.message) : typeof detail === 'string' ? detail : JSON.stringify(detail);
  return withoutSecrets(words).replaceAll('\r', '').replaceAll('\n', ' ⏎ ');
}

/** Nothing here logs a secret; an error of somebody else's code might quote one, or who signed in with it. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/(\/\/)[^/\s:@]+(?::[^/\s@]*)?@/g, '$1…@'],
  [/\b(AuthSession=)[^;,\s"]+/gi, '$1…'],
  [/\b((?:Basic|Bearer) )[\w+/=.~-]+/g, '$1…'],
  [/("(?:password|passphrase|token|secret|name|user)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi, '$1"…"'],
  [/\b(org\.couchdb\.user(?::|%3A))[^\s"/?]+/gi, '$1…'],
];

/** The words without passwords, cookies, and names of users. */
export const withoutSecrets = (words: string): string => SECRETS.reduce((rest, [pattern, mask]) => rest.replace(pattern, mask), words);

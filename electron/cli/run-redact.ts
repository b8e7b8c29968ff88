import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#shared/values/result';
import { redactServer, type RedactedServer } from '../hub/redact-server';
import type { Fetch } from '../hub/server-session';
import type { Outcome } from './outcome';
import { PLACE_OPTIONS, serverPlace, type ServerPlace } from './server-arguments';

const REDACT_HELP = `Erases from a server what an admin redacted in the app: pages are written anew without the values, the earlier
revisions purged, the databases compacted. Devices erase by themselves when the redaction reaches them.

  npm run redact -- --url https://couch.example.com --admin NAME --workspace halden_pryce

  --url URL, --admin NAME, --workspace NAME
                       as for provision; the password is asked for, or THROUGHLINE_ADMIN_PASSWORD, or standard input
  --file file:SHA256   also remove this file, if no entry names it any more; may be said several times
  --dry-run            say what would be done; change nothing
  --help

Backups made before still hold what was erased: see build/couchdb/RUNBOOK.md.
Exit code: 0 done or nothing to do, 1 something could not be erased, 2 the command cannot be understood.
`;

const OPTIONS = {
  ...PLACE_OPTIONS,
  file: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface RedactArguments extends ServerPlace {
  readonly files: readonly string[];
  readonly mode: 'do' | 'look';
}

/** Redacts as the command line says. `password` asks for the administrator's. */
export async function runRedact(argv: readonly string[], fetch: Fetch, password: (question: string) => Promise<string>): Promise<Outcome> {
  const said = redactArguments(argv);
  if (!said.ok) return { out: '', complaint: `${said.error}\nnpm run redact -- --help says how.`, code: 2 };
  if (said.value === 'help') return { out: REDACT_HELP, code: 0 };
  const { admin, ...order } = said.value;
  const secret = await password(`Password of ${admin} at ${order.url}: `);
  if (secret === '') return { out: '', complaint: 'There is no password. Type it, or set THROUGHLINE_ADMIN_PASSWORD.', code: 1 };
  const done = await redactServer({ ...order, admin: { name: admin, password: secret } }, fetch);
  if (!done.ok) return { out: '', complaint: done.message, code: 1 };
  const isWhole = done.broken.length === 0 && done.files.every(({ namedBy }) => namedBy === undefined);
  return { out: redactText(done, order.mode), code: isWhole ? 0 : 1 };
}

function redactText({ pages, broken, files, leftAlone }: RedactedServer, mode: 'do' | 'look'): string {
  const lines = [
    ...pages.flatMap(({ database, page, edits }) => [`${database}/${page}`, ...edits.map((edit) => `  ${edit}`)]),
    ...broken.map(({ database, page }) => `${database}/${page} is not what its id says and was left as it is. Look at it.`),
    ...files.map(({ file, documents, namedBy }) =>
      namedBy === undefined ? `${file}: ${documents} documents` : `${file} was left: entry ${namedBy} still names it.`,
    ),
    ...leftAlone.map(({ entry, by }) => `Entry ${entry} redacts, but ${by} is no admin: left alone.`),
  ];
  const erased = pages.length + files.filter(({ documents }) => documents > 0).length;
  const closing = erased === 0 ? 'Nothing to erase.' : mode === 'do' ? 'Erased, purged and compacted.' : 'Nothing was changed (--dry-run).';
  return `${[...lines, closing].join('\n')}\n`;
}

function redactArguments(argv: readonly string[]): Result<RedactArguments | 'help', string> {
  const parsed = parsedOrReason(argv);
  if (!parsed.ok) return parsed;
  const { help, file: files = [], 'dry-run': dryRun, ...place } = parsed.value;
  if (help) return ok('help');
  const wrong = files.find((file) => !/^file:[0-9a-f]{64}$/.test(file));
  if (wrong !== undefined) return err(`--file ${wrong}: say file: and the 64 hex digits of its SHA-256.`);
  const at = serverPlace(place);
  return at.ok ? ok({ ...at.value, files, mode: dryRun ? 'look' : 'do' }) : at;
}

function parsedOrReason(argv: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...argv], options: OPTIONS, strict: true }).values);
  } catch (thrown) {
    return err(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ROLES } from '#shared/records/define-record';
import { err, ok, type Result } from '#shared/values/result';
import { provision, type Provisioned, type UserOrder } from '../hub/provision';
import type { Fetch } from '../hub/server-session';
import type { Outcome } from './outcome';
import { PLACE_OPTIONS, serverPlace, type ServerPlace } from './server-arguments';

const PROVISION_HELP = `Makes a server ready for a workspace: databases, rules, members, users. Safe to run again.

  npm run provision -- --url https://couch.example.com --admin NAME --workspace halden_pryce --title "Halden & Pryce"

  --url URL            the server: Apache CouchDB 3.3 or newer, or a Throughline hub
  --admin NAME         an administrator of it. The password is asked for; or set THROUGHLINE_ADMIN_PASSWORD; or give it on
                       standard input
  --workspace NAME     short name: small letters, digits and _; the databases are called NAME-team and so on
  --title TITLE        what people call the workspace; another title than before changes it
  --user NAME:ROLES    a user and exactly their roles here, such as ann:PM,partner; may be said several times.
                       Somebody new gets a password, which is printed once. "ann:" takes all roles away.
                       Roles: ${ROLES.join(', ')}
  --dry-run            say what would be done; change nothing
  --check              say in what the server differs; change nothing; exit code 1 where it does
  --help

Exit code: 0 done or nothing to do, 1 the server differs (--check) or refused, 2 the command cannot be understood.
`;

const OPTIONS = {
  ...PLACE_OPTIONS,
  title: { type: 'string' },
  user: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  check: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface ProvisionArguments extends ServerPlace {
  readonly title?: string;
  readonly users: readonly UserOrder[];
  readonly mode: 'do' | 'dry-run' | 'check';
}

/** Provisions as the command line says. `password` asks for the administrator's. */
export async function runProvision(
  argv: readonly string[],
  fetch: Fetch,
  password: (question: string) => Promise<string>,
): Promise<Outcome> {
  const said = provisionArguments(argv);
  if (!said.ok) return { out: '', complaint: `${said.error}\nnpm run provision -- --help says how.`, code: 2 };
  if (said.value === 'help') return { out: PROVISION_HELP, code: 0 };
  const { mode, admin, ...order } = said.value;
  const secret = await password(`Password of ${admin} at ${order.url}: `);
  if (secret === '') return { out: '', complaint: 'There is no password. Type it, or set THROUGHLINE_ADMIN_PASSWORD.', code: 1 };
  const passwords = new Map<string, string>();
  const firstPassword = (name: string) => {
    const made = newPassword();
    passwords.set(name, made);
    return made;
  };
  const done = await provision(
    { ...order, admin: { name: admin, password: secret }, mode: mode === 'do' ? 'do' : 'look', titleMayChange: true, firstPassword },
    fetch,
  );
  if (!done.ok) return { out: '', complaint: done.message, code: 1 };
  const differs = done.steps.length + done.concerns.length > 0;
  return { out: provisionText(done, order.workspace, mode, passwords), code: mode === 'check' && differs ? 1 : 0 };
}

function provisionText(
  { url, title, steps, concerns }: Provisioned,
  workspace: string,
  mode: ProvisionArguments['mode'],
  passwords: ReadonlyMap<string, string>,
): string {
  const heading = { do: 'Done:', 'dry-run': 'Would be done:', check: 'To be done, by the same command without --check:' }[mode];
  const list = (lines: readonly string[]) => lines.map((line) => `  ${line}`);
  const lines = [
    `${url}, workspace ${workspace} (“${title}”)`,
    ...(steps.length === 0 ? ['Nothing to do.'] : [heading, ...list(steps)]),
    ...(concerns.length === 0 ? [] : ['To be mended in the settings of the server:', ...list(concerns)]),
    ...(mode === 'do' ? [...passwords].map(([name, secret]) => `Password of ${name}, shown only now: ${secret}`) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function provisionArguments(argv: readonly string[]): Result<ProvisionArguments | 'help', string> {
  const parsed = parsedOrReason(argv);
  if (!parsed.ok) return parsed;
  const { help, title, user = [], check, 'dry-run': dryRun, ...place } = parsed.value;
  if (help) return ok('help');
  if (check && dryRun) return err('Say --check or --dry-run, not both.');
  const at = serverPlace(place);
  if (!at.ok) return at;
  const users: UserOrder[] = [];
  for (const one of user) {
    const [name = '', roles, ...more] = one.split(':');
    if (name === '' || roles === undefined || more.length > 0) return err(`--user ${one}: say a name and roles, such as ann:PM,partner.`);
    users.push({ name, roles: roles.split(',').filter((role) => role !== '') });
  }
  const mode = check ? 'check' : dryRun ? 'dry-run' : 'do';
  return ok({ ...at.value, users, mode, ...(title === undefined ? {} : { title }) });
}

function parsedOrReason(argv: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...argv], options: OPTIONS, strict: true }).values);
  } catch (thrown) {
    return err(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** Without signs that are taken for one another when read out: 20 of 56, over a hundred bits. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
const newPassword = (): string => Array.from({ length: 20 }, () => SIGNS[randomInt(SIGNS.length)]).join('');

import { z } from 'zod';
import { err, ok, type Result } from '../values/result';

/** `hub.example.com`, `10.0.0.5`, or `*.example.com` for everything under it; never with a scheme, a port or a path. */
const hostPattern = z
  .string()
  .max(253)
  .regex(/^(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/, 'must be a host in small letters, like hub.example.com or *.example.com');

/** With the host as its own group; no user name, no query. */
const WEB_ADDRESS = /^(https?):\/\/(\[[0-9a-f:]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(:\d{1,5})?(?:\/[^\s?#]*)?$/i;
const webAddress = z.string().max(2048).regex(WEB_ADDRESS, 'must be an address like https://hub.example.com');
const httpsAddress = webAddress.regex(/^https:/i, 'must begin with https://');

/** Absolute on Windows, macOS or Linux, or under the person's own folder (`~/…`, `%USERPROFILE%\…`). */
const folder = z
  .string()
  .max(1024)
  .regex(/^(?:\/|~\/|[a-z]:\\|\\\\[^\\]+\\[^\\]+|%USERPROFILE%\\)/i, 'must be a whole path, or begin with ~/ or %USERPROFILE%\\');

/**
 * What an organisation may decide for the computers it manages: the one schema of all of its sources. Every key is
 * optional; what is not said is the person's own choice. A key that is not here is refused: a misspelt one would
 * otherwise be a rule that nobody keeps.
 */
export const policySchema = z.strictObject({
  /** The only server that this computer signs in to. */
  serverUrl: webAddress.optional(),
  /** Hosts that the app may speak to and open pages of; that of `serverUrl` always is one. */
  allowedHosts: z.array(hostPattern).max(500).readonly().optional(),
  /** The folder on a web server that holds the updates. */
  updateFeed: httpsAddress.optional(),
  updateChannel: z.enum(['off', 'stable', 'beta']).optional(),
  /** False: nothing is saved as a file, printed or dragged out. */
  exportAllowed: z.boolean().optional(),
  backupFolder: folder.optional(),
  /** How many automatic backups stay before the oldest goes. */
  backupsKept: z.number().int().min(1).max(365).optional(),
  language: z.enum(['en', 'de']).optional(),
  /** After how many minutes without input the app locks. */
  lockMinutes: z.number().int().min(1).max(1440).optional(),
  /** Whether it locks when the system locks its screen or sleeps. */
  lockWithSystem: z.boolean().optional(),
  /** True: data opens with a passphrase alone, also where the system has a key store. */
  passphraseRequired: z.boolean().optional(),
});

/** What the organisation decided; an absent key is the person's own choice. */
export type Policy = z.infer<typeof policySchema>;

/** One of the things that can be decided. */
export type PolicyKey = keyof Policy;

export const POLICY_KEYS = Object.keys(policySchema.shape) as readonly PolicyKey[];

/** What is wrong in a policy; `key` is absent where it is about the whole. */
export interface PolicyProblem {
  readonly key?: string;
  /** Goes on after the key: "must be true or false". */
  readonly message: string;
}

/** The policy in `raw`, or everything that is wrong in it. */
export function parsePolicy(raw: unknown): Result<Policy, readonly PolicyProblem[]> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return err([{ message: 'is not a list of keys and values' }]);
  const unknown = Object.keys(raw).filter((key) => !Object.hasOwn(policySchema.shape, key));
  const parsed = policySchema.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  const wrong = parsed.error.issues.filter(({ code }) => code !== 'unrecognized_keys');
  return err([
    ...unknown.map((key) => ({ key, message: 'is not a key that Throughline knows' })),
    ...wrong.map(({ path, message, code, ...issue }) => ({ key: path.join('.'), message: wordsOf(code, message, issue) })),
  ]);
}

const EXPECTED: Readonly<Record<string, string>> = {
  boolean: 'must be true or false',
  number: 'must be a number',
  int: 'must be a whole number',
  string: 'must be a text',
  array: 'must be a list of texts',
};

function wordsOf(code: string, message: string, issue: object): string {
  if (code === 'invalid_type' && 'expected' in issue) return EXPECTED[String(issue.expected)] ?? message;
  if (code === 'invalid_value' && 'values' in issue && Array.isArray(issue.values)) return `must be one of ${issue.values.join(', ')}`;
  if (code === 'too_small' && 'minimum' in issue) return `must be at least ${String(issue.minimum)}`;
  if (code === 'too_big' && 'maximum' in issue) return `must be at most ${String(issue.maximum)}`;
  return message;
}

/** The host in an address of the web, in small letters and without its port; undefined where it is none. */
export const hostOf = (url: string): string | undefined => WEB_ADDRESS.exec(url.split(/[?#]/)[0] ?? '')?.[2]?.toLowerCase();

/** Whether the app may speak to `host`, or open a page of it. */
export function mayReach({ allowedHosts, serverUrl }: Policy, host: string): boolean {
  if (!allowedHosts) return true;
  const name = host.toLowerCase().replace(/\.$/, '');
  const isUnder = (pattern: string): boolean => (pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern);
  return name === (serverUrl && hostOf(serverUrl)) || allowedHosts.some(isUnder);
}

/** Why this computer may ask nothing of a server at `url`, fit to show; undefined where it may. `url` may go on with a path. */
export function serverRefusal(policy: Policy, url: string): string | undefined {
  const { serverUrl } = policy;
  if (serverUrl !== undefined && !`${plain(url)}/`.startsWith(`${plain(serverUrl)}/`)) {
    return `Your organisation has set the server of this computer: ${serverUrl}. Another cannot be used.`;
  }
  const host = hostOf(url) ?? '';
  return mayReach(policy, host) ? undefined : `Your organisation does not allow the host ${host}. Ask your administrator to add it.`;
}

/** Small letters and no slash at its end: two ways to write one address. */
const plain = (url: string): string => url.toLowerCase().replace(/\/+$/, '');

/** Whether anything may leave the app as a file, on paper or by dragging. The one question behind every such door. */
export const mayExport = ({ exportAllowed }: Policy): boolean => exportAllowed !== false;

/** What a door that `mayExport` closes says. */
export const EXPORT_REFUSED = 'Your organisation has switched off saving, exporting and printing on this computer.';

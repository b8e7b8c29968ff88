import { constants } from 'node:os';

// What of a fault may come into a log: which fault it is and where in the program, never what somebody wrote.

/** The most lines of a stack: enough to find the place. */
const FRAMES = 8;

/** One line, so that a hostile name cannot write a line of its own. */
export function logWords(detail: unknown, home: string): string {
  const words = detail instanceof Error ? faultWords(detail) : typeof detail === 'string' ? detail : (JSON.stringify(detail) ?? '');
  const plain = home === '' ? words : words.replaceAll(home, '~');
  return withoutSecrets(plain).replaceAll('\r', '').replaceAll('\n', ' ⏎ ');
}

/**
 * The kind of a fault, the codes that it carries, the places that it came through, and the same of its causes. Not its
 * message: that quotes file names, addresses and values, and those belong to somebody's business.
 */
export function faultWords(error: Error): string {
  const own = [KIND.test(error.name) ? error.name : 'Error', ...codesOf(error), ...framesOf(error)].join(' ');
  return error.cause instanceof Error ? `${own} caused by ${faultWords(error.cause)}` : own;
}

const KIND = /^[A-Za-z]{1,40}$/;
const ERRNO: ReadonlySet<string> = new Set(Object.keys(constants.errno));
/** `net::ERR_CERT_AUTHORITY_INVALID` of Chromium, `ERR_INVALID_ARG_TYPE` of Node. */
const NETWORK_OR_NODE = /^(?:net::)?ERR_[A-Z0-9_]{2,60}$/;

function codesOf(error: Error): string[] {
  const said = [...('code' in error ? [String(error.code)] : []), ...error.message.split(/[^A-Za-z0-9_:]+/)];
  return [...new Set(said.filter((word) => ERRNO.has(word) || NETWORK_OR_NODE.test(word)))];
}

/** `at name (file:line:column)`, with the name of the file alone: its folder may carry the name of a person. */
const FRAME = /^ {4}at (?:([\w.$<>#[\] ]{1,80}) \()?(?:[^()\s]*[/\\])?([\w.-]{1,60}:\d+:\d+)\)?$/;

function framesOf({ name, message, stack = '' }: Error): string[] {
  const head = `${name}: ${message}`;
  const lines = (stack.startsWith(head) ? stack.slice(head.length) : '').split('\n');
  return lines
    .flatMap((line) => {
      const found = FRAME.exec(line);
      return found ? [`⏎ at ${found[1] ? `${found[1]} ` : ''}${found[2]}`] : [];
    })
    .slice(0, FRAMES);
}

/** Nothing here logs a secret; the words of somebody else's code might quote one, or who signed in with it. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/(\/\/)[^/\s:@]+(?::[^/\s@]*)?@/g, '$1…@'],
  [/\b(AuthSession=)[^;,\s"]+/gi, '$1…'],
  [/\b((?:Basic|Bearer) )[\w+/=.~-]+/g, '$1…'],
  [/("(?:password|passphrase|token|secret|name|user)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi, '$1"…"'],
  [/\b(org\.couchdb\.user(?::|%3A))[^\s"/?]+/gi, '$1…'],
];

/** The words without passwords, cookies, and names of users. */
const withoutSecrets = (words: string): string => SECRETS.reduce((rest, [pattern, mask]) => rest.replace(pattern, mask), words);

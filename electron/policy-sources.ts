import { POLICY_KEYS, type PolicyKey } from '#shared/policy/policy';

// What the systems' own tools print about a managed computer, as plain values that the schema can judge.

/** Of one registry key: names and values of type text, list of texts, or number. */
export type RegistryValues = Readonly<Record<string, string | number | readonly string[]>>;

const LINE = /^ {4}(.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/;

/** The values in what `reg.exe query KEY` prints: four blanks before each of name, type and value. Subkeys are no values. */
export function parseRegistry(printed: string): RegistryValues {
  const lines = printed.split(/\r?\n/).map((line) => LINE.exec(line));
  return Object.fromEntries(lines.flatMap((found) => (found ? [[found[1] ?? '', valueOf(found[2] ?? '', found[3] ?? '')]] : [])));
}

function valueOf(type: string, text: string): string | number | readonly string[] {
  if (type === 'REG_DWORD') return Number(text);
  return type === 'REG_MULTI_SZ' ? text.split('\\0').filter((part) => part !== '') : text;
}

const SWITCHES: ReadonlySet<string> = new Set<PolicyKey>(['exportAllowed', 'lockWithSystem', 'passphraseRequired']);

/** The registry has no true and false: a policy editor writes 1 and 0. Names there may be written in any case. */
export function policyOfRegistry(values: RegistryValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name !== '(Default)')
      .map(([name, value]) => {
        const key = POLICY_KEYS.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;
        return [key, SWITCHES.has(key) && (value === 0 || value === 1) ? value === 1 : value];
      }),
  );
}

/** What a payload of managed preferences says in the JSON that `plutil` makes of it, without what is about the payload itself. */
export function policyOfPreferences(json: string): unknown {
  const raw: unknown = JSON.parse(json);
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !key.startsWith('Payload')));
}

/** Who may change a file, as `stat` says it. */
export interface Ownership {
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
}

const GROUP_MAY_WRITE = 0o020;
const OTHERS_MAY_WRITE = 0o002;

/** What is wrong with who may change a policy file, or the folder it lies in; undefined where only root may. */
export function ownershipProblem({ uid, gid, mode }: Ownership, what: 'file' | 'folder'): string | undefined {
  if (uid !== 0) return `The ${what} must belong to root; it belongs to user ${uid}.`;
  if (mode & OTHERS_MAY_WRITE) return `The ${what} may be changed by everybody. Take that right away (chmod o-w).`;
  if (mode & GROUP_MAY_WRITE && gid !== 0) return `The ${what} may be changed by group ${gid}. Take that right away (chmod g-w).`;
  return undefined;
}

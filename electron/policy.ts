import { execFileSync } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { parsePolicy, type Policy, type PolicyProblem } from '#shared/policy/policy';
import { type Ownership, ownershipProblem, parseRegistry, policyOfPreferences, policyOfRegistry } from './policy-sources';

/**
 * What the organisation that manages this computer decided. A policy with anything wrong in it is refused as a whole,
 * and the app with it: half of the rules would look like all of them (decisions/0001-a-bad-policy-stops-the-app.md).
 */
export type MachinePolicy =
  | { readonly ok: true; readonly policy: Policy; readonly source?: string }
  | { readonly ok: false; readonly source: string; readonly problems: readonly PolicyProblem[] };

/** What reading needs of the computer; a test brings another. */
export interface PolicyMachine {
  readonly platform: NodeJS.Platform;
  /** The person's name on macOS, which keeps preferences for the computer and for each person; nothing asks for it elsewhere. */
  readonly user: string;
  /** Undefined where there is no such file. `text` is JSON, also of preferences. */
  readonly file: (path: string) => { readonly ownership: Ownership; readonly folder: Ownership; readonly text: () => string } | undefined;
  /** What `reg.exe query KEY /reg:64` prints; empty where there is no such key. */
  readonly registry: (key: string) => string;
}

const LINUX_FILE = '/etc/throughline/policy.json';
const PREFERENCES = 'app.throughline.desktop.plist';
/** A program of the system that has not answered by then counts as unreadable. Milliseconds. */
const PATIENCE = 10_000;
const REGISTRY_KEY = 'Software\\Policies\\Throughline';

/** One place that a policy can come from; undefined where it says nothing. */
type Source = { readonly name: string; readonly raw: unknown } | { readonly name: string; readonly problem: string } | undefined;

/** The policy of this computer. What the computer says goes before what is said for the person. */
export function readMachinePolicy(machine: PolicyMachine): MachinePolicy {
  return together(sourcesOf(machine).filter((source) => source !== undefined));
}

/** A test's own policy in place of the computer's: whose file it is does not matter there. */
export function readTestPolicy(path: string): MachinePolicy {
  return together([jsonSource(path, () => readFileSync(path, 'utf8'), JSON.parse)]);
}

function sourcesOf(machine: PolicyMachine): readonly Source[] {
  switch (machine.platform) {
    case 'win32':
      return [registrySource(machine, 'HKLM'), registrySource(machine, 'HKCU')];
    case 'darwin':
      return [PREFERENCES, `${machine.user}/${PREFERENCES}`].map((name) =>
        fileSource(machine, `/Library/Managed Preferences/${name}`, policyOfPreferences),
      );
    default:
      return [fileSource(machine, LINUX_FILE, JSON.parse)];
  }
}

function together(sources: readonly Exclude<Source, undefined>[]): MachinePolicy {
  let policy: Policy = {};
  for (const source of sources) {
    if ('problem' in source) return { ok: false, source: source.name, problems: [{ message: source.problem }] };
    const parsed = parsePolicy(source.raw);
    if (!parsed.ok) return { ok: false, source: source.name, problems: parsed.error };
    policy = { ...parsed.value, ...policy };
  }
  return sources.length === 0 ? { ok: true, policy } : { ok: true, policy, source: sources.map(({ name }) => name).join(' and ') };
}

function fileSource(machine: PolicyMachine, name: string, parse: (text: string) => unknown): Source {
  try {
    const file = machine.file(name);
    if (!file) return undefined;
    const problem = ownershipProblem(file.ownership, 'file') ?? ownershipProblem(file.folder, 'folder');
    return problem === undefined ? jsonSource(name, file.text, parse) : { name, problem };
  } catch (error) {
    return { name, problem: `It cannot be read: ${wordsOf(error)}` };
  }
}

function jsonSource(name: string, text: () => string, parse: (text: string) => unknown): Exclude<Source, undefined> {
  try {
    return { name, raw: parse(text()) };
  } catch (error) {
    return { name, problem: error instanceof SyntaxError ? `It is not JSON: ${error.message}` : `It cannot be read: ${wordsOf(error)}` };
  }
}

function registrySource(machine: PolicyMachine, hive: 'HKLM' | 'HKCU'): Source {
  const name = `${hive}\\${REGISTRY_KEY}`;
  try {
    const printed = machine.registry(name);
    // reg.exe prints in the code page of the console; what that has no letter for would be another value.
    if (/[\uFFFD]/.test(printed)) return { name, problem: 'It holds letters other than a–z. Use those only.' };
    const raw = policyOfRegistry(parseRegistry(printed));
    return Object.keys(raw).length === 0 ? undefined : { name, raw };
  } catch (error) {
    return { name, problem: `It cannot be read: ${wordsOf(error)}` };
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** This computer. The programs asked are the system's own, by their whole path and with fixed arguments. */
export const thisMachine = (): PolicyMachine => ({
  platform: process.platform,
  user: process.platform === 'darwin' ? userInfo().username : '',
  file: openedFile,
  registry: queried,
});

/** Owner and content of one opened file: it cannot be exchanged between the two looks. */
function openedFile(path: string): ReturnType<PolicyMachine['file']> {
  let opened: number;
  try {
    opened = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined;
    throw error;
  }
  try {
    const bytes = readFileSync(opened);
    return {
      ownership: fstatSync(opened),
      folder: statSync(dirname(path)),
      text: () => (path.endsWith('.plist') ? jsonOf(bytes) : bytes.toString('utf8')),
    };
  } finally {
    closeSync(opened);
  }
}

const jsonOf = (preferences: Buffer): string =>
  execFileSync('/usr/bin/plutil', ['-convert', 'json', '-o', '-', '-'], { input: preferences, encoding: 'utf8', timeout: PATIENCE });

/** reg.exe ends with 1 where there is no such key, and says so on its other output. */
function queried(key: string): string {
  const program = `${process.env['SystemRoot'] ?? 'C:\\Windows'}\\System32\\reg.exe`;
  try {
    return execFileSync(program, ['query', key, '/reg:64'], {
      encoding: 'utf8',
      timeout: PATIENCE,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 1) return '';
    throw error;
  }
}

/** The words for a person who is to mend a policy: where it lies, which key, what is wrong. */
export function policyRefusal({ source, problems }: Extract<MachinePolicy, { ok: false }>): string {
  const lines = problems.map(({ key, message }) => (key === undefined ? `  ${message}` : `  ${key} ${message}`));
  return `${source}\n${lines.join('\n')}`;
}

/** The policy to obey at this start. In a build that is not packaged, `THROUGHLINE_POLICY` names another file: for tests. */
export function policyAtStart(isPackaged: boolean, environment: NodeJS.ProcessEnv): MachinePolicy {
  const own = environment['THROUGHLINE_POLICY'];
  return !isPackaged && own ? readTestPolicy(own) : readMachinePolicy(thisMachine());
}

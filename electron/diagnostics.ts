import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { WindowFacts } from '#shared/ipc/diagnostics-messages';
import type { Policy } from '#shared/policy/policy';
import { lastWords } from './log';

/** What a bundle is made of. */
export interface DiagnosticsSources {
  readonly at: Date;
  readonly versions: Readonly<Record<string, string>>;
  readonly system: Readonly<Record<string, string | number | boolean>>;
  /** As Chromium says what of the graphics card it uses. */
  readonly graphics: unknown;
  readonly policy: Policy;
  readonly policySource: string | undefined;
  /** State of each connection to a server; which server and who is not said. */
  readonly connections: readonly string[];
  /** How the system says that the server of the policy is reached: `DIRECT`, or through which proxy. */
  readonly route: string;
  /** The folder with this person's data. */
  readonly folder: string;
  readonly logFile: string;
  /** Absent where no window was open. */
  readonly window: WindowFacts | undefined;
}

/** The most of the log that goes into a bundle. Characters. */
const LOG_LENGTH = 400_000;

/** The bundle as JSON, to be read by people: nothing in it comes from a record, a file name or a message of somebody. */
export function diagnosticsText({ at, folder, logFile, policy, policySource, window, ...facts }: DiagnosticsSources): string {
  const bundle = {
    about: 'Throughline diagnostics: versions, settings of the organisation, counts, sizes and the log. No business content.',
    at: at.toISOString(),
    ...facts,
    policy: { source: policySource ?? 'none: nobody manages this computer', ...policy },
    folders: sizesIn(folder),
    window: window ?? 'no window was open',
    log: lastWords(logFile, LOG_LENGTH).split('\n'),
  };
  return JSON.stringify(bundle, null, 2);
}

/** Folder or file of the program's own, and its size in bytes. Their names are the program's; no deeper name is told. */
function sizesIn(folder: string): Record<string, number> {
  const parts = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => OWN_NAME.test(name));
  return Object.fromEntries(parts.map((part) => [part.name, sizeOf(join(folder, part.name), part.isDirectory())]));
}

const OWN_NAME = /^[A-Za-z][A-Za-z _.-]{0,40}$/;

function sizeOf(path: string, isFolder: boolean): number {
  try {
    if (!isFolder) return statSync(path).size;
    return readdirSync(path, { withFileTypes: true }).reduce((sum, part) => sum + sizeOf(join(path, part.name), part.isDirectory()), 0);
  } catch {
    // Chromium makes and takes away files of its own all the time.
    return 0;
  }
}

/** What a start of the desktop app is to do. Paths are as typed: the caller resolves them against the folder it was started in. */
export type CommandLine =
  | { readonly tag: 'open'; readonly link?: string; readonly bundle?: string }
  | { readonly tag: 'diagnostics' | 'backup' | 'restore'; readonly file: string }
  | { readonly tag: 'version' | 'help' }
  | { readonly tag: 'wrong'; readonly message: string };

const JOBS = ['diagnostics', 'backup', 'restore'] as const;
type Job = (typeof JOBS)[number];

export const COMMAND_LINE_HELP = `Throughline [LINK | FILE.throughline]
  throughline://…     goes to a screen of the app
  FILE.throughline    opens a file that somebody handed over
  --diagnostics FILE  writes what helps to find a fault, without business content, and ends
  --backup FILE       writes an encrypted backup of this person's data, and ends
  --restore FILE      brings a backup back, and ends
  --recovery-key-file FILE  the recovery key, where this computer does not have it
  --version, --help   prints this, and ends
  --hub               runs the hub of this computer, too
  --hub-port=N        its port
  --log-debug         writes more into the log
  --user-data-dir=DIR where the data lies`;

/**
 * Reads the arguments after the program. Flags and words that are not ours belong to Chromium and the system, and are
 * let through. A value follows its flag, or stands after `=`. Beside a link nothing else is heard: who wrote the link may
 * have written the rest, too.
 */
export function readCommandLine(args: readonly string[]): CommandLine {
  const link = args.find((arg) => /^throughline:/i.test(arg));
  if (link !== undefined) return { tag: 'open', link };
  if (args.includes('--help')) return { tag: 'help' };
  if (args.includes('--version')) return { tag: 'version' };
  const jobs = args.flatMap((arg, at) => jobAt(arg, args[at + 1]));
  const [job, ...more] = jobs;
  if (more.length > 0) return { tag: 'wrong', message: `Ask for one of ${JOBS.map((name) => `--${name}`).join(', ')} at a time.` };
  if (job) return job.file === '' ? { tag: 'wrong', message: `--${job.tag} wants the name of a file after it.` } : job;
  const bundle = args.find((arg) => !arg.startsWith('-') && /\.throughline$/i.test(arg));
  return { tag: 'open', ...(bundle === undefined ? {} : { bundle }) };
}

function jobAt(arg: string, next: string | undefined): { readonly tag: Job; readonly file: string }[] {
  const tag = JOBS.find((name) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  if (!tag) return [];
  const file = arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : (next ?? '');
  return [{ tag, file: file.startsWith('-') ? '' : file }];
}

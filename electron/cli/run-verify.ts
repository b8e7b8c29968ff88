import { existsSync } from 'node:fs';
import { verifyWorkspaceFile } from '#shared/exchange/verify-bundle';
import type { Outcome } from './outcome';
import { textOf } from './workspace-file';

const VERIFY_HELP = `Checks a workspace file: every entry against its hash, every chain against its tips, every file against its name.

  npm run verify -- FILE

Says OK with the counts, or names the first entry that does not hold. This proves that the file is whole, not who wrote it.
Exit code: 0 it holds, 1 it does not, 2 the command cannot be understood.
`;

/** Verifies the workspace file that the command line names. */
export async function runVerify(argv: readonly string[]): Promise<Outcome> {
  if (argv.includes('--help') || argv.includes('-h')) return { out: VERIFY_HELP, code: 0 };
  const [file, ...more] = argv;
  if (file === undefined || more.length > 0)
    return { out: '', complaint: 'Name one workspace file.\nnpm run verify -- --help says how.', code: 2 };
  if (!existsSync(file)) return { out: '', complaint: `${file}: there is no such file.`, code: 2 };
  const verified = await verifyWorkspaceFile(textOf(file));
  if (verified.ok) {
    const { name, entries, leftOut, devices, files } = verified;
    const held = `${count(entries, 'entry', 'entries')} by ${count(devices, 'device')}, ${count(files, 'file')}`;
    const part = leftOut === 0 ? '' : ` It holds a part of the workspace: ${count(leftOut, 'entry is', 'entries are')} left out.`;
    return { out: `OK  ${file}: “${name}”, ${held}.${part}\n`, code: 0 };
  }
  const { line, entry, reason } = verified;
  const what = entry === undefined ? `line ${line}` : `entry ${entry} (line ${line})`;
  return { out: `BROKEN  ${file}: ${what} does not hold: ${reason}.\n`, code: 1 };
}

const count = (number: number, one: string, several = `${one}s`): string => `${number} ${number === 1 ? one : several}`;

import { app, clipboard, dialog } from 'electron';
import { COMMAND_LINE_HELP, type CommandLine } from './command-line';
import type { Log } from './log';
import { type MachinePolicy, policyRefusal } from './policy';

/** `EX_CONFIG` and `EX_USAGE` of sysexits.h. */
const BAD_POLICY = 78;
const BAD_USAGE = 64;

/** Says what is wrong with the policy and ends: before a window, a server or any data was opened. */
export async function refusePolicy(refused: Extract<MachinePolicy, { ok: false }>, asked: CommandLine, log: Log): Promise<void> {
  const detail = policyRefusal(refused);
  log.write('error', 'the policy is refused', detail);
  process.stderr.write(`Throughline does not start: the policy of this computer is wrong.\n${detail}\n`);
  if (asked.tag !== 'open') return app.exit(BAD_POLICY);
  await app.whenReady();
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Throughline',
    message: 'Throughline cannot start: what your organisation set for this computer is wrong.',
    detail: `${detail}\n\nYour data is untouched. Send these lines to your administrator.`,
    buttons: ['Close', 'Copy and close'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) await clipboard.writeText(detail);
  app.exit(BAD_POLICY);
}

/** Answers `--help`, `--version` and a command line that is wrong. False where there is more to do. */
export function answeredAtOnce(asked: CommandLine, version: string): boolean {
  if (asked.tag === 'help') process.stdout.write(`${COMMAND_LINE_HELP}\n`);
  else if (asked.tag === 'version') process.stdout.write(`Throughline ${version}\n`);
  else if (asked.tag === 'wrong') process.stderr.write(`${asked.message}\nThroughline --help says what there is.\n`);
  else return false;
  app.exit(asked.tag === 'wrong' ? BAD_USAGE : 0);
  return true;
}

/** Says what nobody may ask for, and ends: before a window, a server or any data was opened. */
export function endAsMisused(message: string): void {
  process.stderr.write(`${message}\n`);
  app.exit(BAD_USAGE);
}

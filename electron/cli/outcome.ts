/** What a command of the command line ends with. */
export interface Outcome {
  /** For standard output. */
  readonly out: string;
  /** For standard error. */
  readonly complaint?: string;
  readonly code: 0 | 1 | 2;
}

/** Prints an outcome and leaves its code to the process, which ends when all of it is written. */
export async function end(outcome: Promise<Outcome>): Promise<void> {
  const { out, complaint, code } = await outcome;
  process.stdout.write(out);
  if (complaint !== undefined) process.stderr.write(`${complaint}\n`);
  process.exitCode = code;
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { verifyEvidenceFile, type EvidenceManifest, type VerifiedEvidence } from '#shared/evidence/evidence-file';
import type { Outcome } from './outcome';
import { textOf } from './workspace-file';

const VERIFY_HELP = `Checks a workspace file or an evidence file: every entry against its hash, every chain against its tips, every
file against its name. Of evidence also: every quote against the entry or file in which it stands, and the report
against its digest, where the PDF lies beside the file or is named.

  npm run verify -- FILE [REPORT.pdf]

Says OK with the counts, or names the first thing that does not hold. This proves that the file is whole, not who wrote it.
Exit code: 0 it holds, 1 it does not, 2 the command cannot be understood.
`;

/** Verifies the workspace or evidence file that the command line names. */
export async function runVerify(argv: readonly string[]): Promise<Outcome> {
  if (argv.includes('--help') || argv.includes('-h')) return { out: VERIFY_HELP, code: 0 };
  const [file, report, ...more] = argv;
  if (file === undefined || more.length > 0)
    return { out: '', complaint: 'Name one workspace or evidence file.\nnpm run verify -- --help says how.', code: 2 };
  for (const named of [file, report])
    if (named !== undefined && !existsSync(named)) return { out: '', complaint: `${named}: there is no such file.`, code: 2 };
  const verified = await verifyEvidenceFile(textOf(file));
  if (!verified.ok) return brokenFile(file, verified);
  const { evidence } = verified;
  if (evidence === undefined)
    return report === undefined
      ? { out: `OK  ${file}: ${heldIn(verified)}\n`, code: 0 }
      : { out: '', complaint: `${file} is no evidence file: no report belongs to it.`, code: 2 };
  return evidenceOutcome(file, verified, evidence, report);
}

type Whole = Extract<VerifiedEvidence, { ok: true }>;

function brokenFile(file: string, { line, entry, reason }: Extract<VerifiedEvidence, { ok: false }>): Outcome {
  const what = entry === undefined ? `line ${line}` : `entry ${entry} (line ${line})`;
  return { out: `BROKEN  ${file}: ${what} does not hold: ${reason}.\n`, code: 1 };
}

function heldIn({ name, entries, leftOut, devices, files }: Whole): string {
  const held = `${count(entries, 'entry', 'entries')} by ${count(devices, 'device')}, ${count(files, 'file')}`;
  const part = leftOut === 0 ? '' : ` It holds a part of the workspace: ${count(leftOut, 'entry is', 'entries are')} left out.`;
  return `“${name}”, ${held}.${part}`;
}

function evidenceOutcome(file: string, verified: Whole, evidence: EvidenceManifest, named: string | undefined): Outcome {
  const { about, madeAt, madeBy, claim, quotes, pdf } = evidence;
  const report = named ?? join(dirname(file), basename(pdf.name));
  const isThere = existsSync(report);
  if (isThere && createHash('sha256').update(readFileSync(report)).digest('hex') !== pdf.sha256)
    return { out: `BROKEN  ${report} is not the report that belongs to ${file}: its digest is another one.\n`, code: 1 };
  const lines = [
    `OK  ${file}: ${heldIn(verified)}`,
    `    ${about}, by ${madeBy}, ${madeAt}.`,
    ...(claim ? [`    “${claim.text}”: ${claim.verdict}. ${claim.reason}`] : []),
    ...(claim?.overruled === undefined ? [] : [`    ${claim.overruled}`]),
    `    ${count(quotes.length, 'quote stands', 'quotes stand')} where the file says.`,
    ...quotes.map(({ record, words }) => `      ${record}: “${words.replace(/\s+/g, ' ')}”`),
    isThere
      ? `    The report ${basename(report)} is the one that belongs to it.`
      : `    The report ${pdf.name} is not beside it and was not checked.`,
  ];
  return { out: `${lines.join('\n')}\n`, code: 0 };
}

const count = (number: number, one: string, several = `${one}s`): string => `${number} ${number === 1 ? one : several}`;

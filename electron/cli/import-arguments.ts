import { parseArgs } from 'node:util';
import { TABLE_NOUNS } from '#shared/exchange/any-table';
import type { Question } from '#shared/exchange/import-plan';
import { SYSTEM_LABELS } from '#shared/exchange/source';
import { err, ok, type Result } from '#shared/values/result';

export const IMPORT_HELP = `Brings exports and mail into a Throughline workspace file, or says what it would do.

  npm run import -- --dry-run FILE…              what would happen; nothing is written
  npm run import -- --workspace FIRM.throughline FILE…
                                                 writes the workspace file; one that exists is brought up to date

FILE: exports of ${SYSTEM_LABELS.join(', ')},
and messages (.eml, .msg). Files named together are planned together: what one refers to may stand in another, in any order.

  --dry-run            write nothing; with --workspace, compare with that workspace
  --json               one JSON document on standard output: { files: [{ file, source, counts, problems }], … }
  --workspace FILE     the workspace file to write or update
  --name NAME          name of a new workspace (default: the name of its file)
  --as NAME            who imports, for the history (default: your user name)
  --currency CODE      currency of amounts whose file names none, such as EUR
  --dates ORDER        day-first or month-first, where dates such as 03/04/2026 leave it open
  --table NOUN         what tables hold that no system is known for, such as deal, contact or ticket
  --deal NAME          the deal of projects, clients and meetings that nobody has assigned to one
  --help

Exit code: 0 done, 1 a file could not be read or the workspace does not hold, 2 the command cannot be understood.
Rows with problems are reported and do not change the exit code.
`;

export interface ImportArguments {
  readonly files: readonly string[];
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly workspace?: string;
  readonly name?: string;
  readonly as?: string;
  /** What tables hold that no system is known for. */
  readonly table?: string;
  /** The deal of projects and clients that nobody has assigned. */
  readonly deal?: string;
  /** Answers to questions that the files leave open, by kind. */
  readonly answers: Readonly<Partial<Record<Question['kind'], string>>>;
}

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  workspace: { type: 'string' },
  name: { type: 'string' },
  as: { type: 'string' },
  currency: { type: 'string' },
  dates: { type: 'string' },
  table: { type: 'string' },
  deal: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What the command line asks for; `'help'` where it asks how to ask. The error is fit to show. */
export function importArguments(argv: readonly string[]): Result<ImportArguments | 'help', string> {
  const parsed = parseOrReason(argv);
  if (!parsed.ok) return parsed;
  const { values, positionals: files } = parsed.value;
  if (values.help) return ok('help');
  if (files.length === 0) return err('Name the files to bring in.');
  if (!values['dry-run'] && values.workspace === undefined) {
    return err('Say --dry-run to see what would happen, or --workspace FILE to write a workspace.');
  }
  const answers = answersOf(values.currency, values.dates);
  if (!answers.ok) return answers;
  const { workspace, name, as, table, deal } = values;
  if (table !== undefined && !TABLE_NOUNS.some((noun) => noun === table))
    return err(`--table ${table}: say one of ${TABLE_NOUNS.join(', ')}.`);
  return ok({
    files,
    dryRun: values['dry-run'] ?? false,
    json: values.json ?? false,
    ...(workspace === undefined ? {} : { workspace }),
    ...(name === undefined ? {} : { name }),
    ...(as === undefined ? {} : { as }),
    ...(table === undefined ? {} : { table }),
    ...(deal === undefined ? {} : { deal }),
    answers: answers.value,
  });
}

function parseOrReason(argv: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true }));
  } catch (thrown) {
    return err(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function answersOf(currency: string | undefined, dates: string | undefined): Result<ImportArguments['answers'], string> {
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) return err(`--currency ${currency}: say three capital letters, such as EUR.`);
  if (dates !== undefined && dates !== 'day-first' && dates !== 'month-first')
    return err(`--dates ${dates}: say day-first or month-first.`);
  return ok({ ...(currency === undefined ? {} : { currency }), ...(dates === undefined ? {} : { 'date order': dates.replace('-', ' ') }) });
}

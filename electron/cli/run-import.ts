import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, extname } from 'node:path';
import { commandsOf, filesOf } from '#shared/exchange/commands';
import { NO_DEAL } from '#shared/exchange/deal-question';
import { NO_CHOICES, type ImportChoices, type ImportPlan } from '#shared/exchange/import-plan';
import { personIdOfOwner } from '#shared/exchange/owners';
import { planImport, type PlanInputs } from '#shared/exchange/plan';
import { readImportFile, type ReadFile } from '#shared/exchange/read-file';
import type { Command } from '#shared/ledger/command';
import type { RecordId } from '#shared/ledger/entry';
import type { Records } from '#shared/records/records';
import { EXPORT_REFUSED, mayExport, type Policy } from '#shared/policy/policy';
import { createRecord } from '#shared/records/write';
import { err, ok, type Result } from '#shared/values/result';
import { IMPORT_HELP, importArguments, type ImportArguments } from './import-arguments';
import { importReport, reportText, type ImportReport } from './import-report';
import type { Outcome } from './outcome';
import { emptyWorkspace, readWorkspace, recordsIn, saveWorkspace, withCommands, withFiles, type HeldWorkspace } from './workspace-file';

/**
 * Plans, and unless it is a dry run carries out, the import that the command line asks for. A workspace file is an export:
 * where `policy` has switched those off, none is written.
 */
export async function runImport(argv: readonly string[], policy: Policy = {}): Promise<Outcome> {
  const asked = importArguments(argv);
  if (!asked.ok) return { out: '', complaint: `${asked.error}\nnpm run import -- --help says how.`, code: 2 };
  if (asked.value === 'help') return { out: IMPORT_HELP, code: 0 };
  const { value } = asked;
  if (!value.dryRun && !mayExport(policy)) return { out: '', complaint: EXPORT_REFUSED, code: 1 };
  const held = await heldWorkspace(value);
  if (!held.ok) return { out: '', complaint: held.error, code: 1 };
  const records = recordsIn(held.value);
  const read = await Promise.all(value.files.map(async (path) => (await readFileAt(path)).map((file) => ({ path, file }))));
  const files = read.flat().map(({ file }) => file);
  const now = Date.now();
  const today = new Date(now).toISOString().slice(0, 10);
  const choices = choicesFor(value, { files, records, today });
  if (!choices.ok) return { out: '', complaint: choices.error, code: 2 };
  const plan = planImport({ files, records, choices: choices.value, today });
  const report = importReport(
    plan,
    read.flat().map(({ path }) => path),
  );
  const written = value.dryRun ? ok({}) : await write(value, held.value, plan, records, now);
  if (!written.ok) return { out: '', complaint: written.error, code: 1 };
  const full: ImportReport = { ...report, ...written.value };
  const code = plan.files.some(({ source }) => source === 'unknown') ? 1 : 0;
  return { out: value.json ? `${JSON.stringify(full, null, 2)}\n` : reportText(full), code };
}

/** The command line answers whole kinds of questions; which of them the files ask shows in a first plan. */
function choicesFor({ table, deal, answers }: ImportArguments, asked: Omit<PlanInputs, 'choices'>): Result<ImportChoices, string> {
  const { files, records } = asked;
  const named = deal === undefined ? [] : records.all('deal').filter(({ name }) => name.toLowerCase() === deal.toLowerCase());
  if (deal !== undefined && named.length !== 1)
    return err(`--deal ${deal}: the workspace has ${named.length === 0 ? 'no deal' : 'several deals'} of that name.`);
  const kinds = Object.fromEntries(
    files.flatMap((file) => (table !== undefined && file.kind === 'loose table' ? [[file.name, table]] : [])),
  );
  const choices: ImportChoices = { ...NO_CHOICES, kinds };
  const { questions } = planImport({ ...asked, choices });
  const given = questions.flatMap(({ id, kind, answer }): [string, string][] => {
    if (kind === 'deal') return answer === NO_DEAL && named[0] ? [[id, named[0].id]] : [];
    return answers[kind] === undefined ? [] : [[id, answers[kind]]];
  });
  return ok({ ...choices, answers: Object.fromEntries(given) });
}

async function heldWorkspace({ workspace, name }: ImportArguments): Promise<Result<HeldWorkspace, string>> {
  if (workspace === undefined) return ok(emptyWorkspace(''));
  if (existsSync(workspace)) return readWorkspace(workspace);
  return ok(emptyWorkspace(name ?? basename(workspace, extname(workspace))));
}

async function readFileAt(path: string): Promise<readonly ReadFile[]> {
  const name = basename(path);
  try {
    return await readImportFile({ name, bytes: new Uint8Array(await readFile(path)) });
  } catch (thrown) {
    const missing = (thrown as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = missing
      ? 'There is no such file.'
      : `The file cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
    return [{ kind: 'unsupported', name, label: 'an unreadable file', reason }];
  }
}

async function write(
  { workspace = '', as }: ImportArguments,
  held: HeldWorkspace,
  plan: ImportPlan,
  records: Records,
  now: number,
): Promise<Result<Pick<ImportReport, 'workspace'>, string>> {
  const size = (one: HeldWorkspace) => [...one.items.values()].reduce((sum, items) => sum + items.length, 0);
  const author = authorOf(as ?? userInfo().username, records, plan);
  const commands = commandsOf(plan, records);
  if (commands.length === 0) return ok({ workspace: { file: workspace, entries: size(held), added: 0 } });
  const next = withCommands(held, [...author.commands, ...commands], { by: author.by, now });
  if (!next.ok) return err(next.error);
  const complete = withFiles(next.value, filesOf(plan));
  try {
    await saveWorkspace(workspace, complete);
  } catch (thrown) {
    return err(`${workspace} cannot be written: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  return ok({ workspace: { file: workspace, entries: size(complete), added: size(complete) - size(held) } });
}

/** Every entry has an author: the person of that name, made if there is none. An owner of that name in the files is the same person. */
function authorOf(name: string, records: Records, plan: ImportPlan): { readonly by: RecordId; readonly commands: readonly Command[] } {
  const known = records.all('person').find((person) => person.name.toLowerCase() === name.toLowerCase());
  if (known) return { by: known.id, commands: [] };
  const id = personIdOfOwner(name);
  return { by: id, commands: plan.also.some((made) => made.id === id) ? [] : [createRecord('person', id, { name })] };
}

import type { Change, Command } from '../ledger/command';
import type { Json, RecordId } from '../ledger/entry';
import { utf8Length } from '../ledger/hash';
import { MAX_EDITS, MAX_ENTRY_BYTES } from '../ledger/limits';
import type { Records } from '../records/records';
import { settingId } from '../records/phase-names';
import { typeOf, type RecordType } from '../records/registry';
import { setOf } from '../records/write';
import type { FilePlan, ImportPlan, PlannedRow } from './import-plan';
import { BACK } from './plan-table';
import { rememberedKey } from './remembered';

/** Room that an entry needs beside its changes: its header; salt and seal of each edit; what each field of an edit is over. */
const HEADER_BYTES = 2_000;
const EDIT_BYTES = 280;
const FIELD_BYTES = 60;

/** Referred-to records before those that refer to them, so that a reader who has half of an import can make sense of it. */
const ORDER: readonly RecordType[] = [
  'person',
  'account',
  'contact',
  'deal',
  'scopeLine',
  'milestone',
  'changeOrder',
  'ticket',
  'invoice',
  'invoiceLine',
  'payment',
  'timeEntry',
  'moment',
];

const orderOf = (type: RecordType): number => (ORDER.includes(type) ? ORDER.indexOf(type) : ORDER.length);

/**
 * The commands that carry a plan out, each small enough to be one entry. A row and what it brought are never parted, so
 * stopping half-way leaves whole rows, and running the import again does the rest. Empty when nothing would change.
 */
export function commandsOf(plan: ImportPlan, records: Records): readonly Command[] {
  const isMail = ({ source }: FilePlan) => source === 'eml' || source === 'msg';
  const rowsOf = (files: readonly FilePlan[]) => files.flatMap(({ rows }) => rows).toSorted((a, b) => orderOf(a.type) - orderOf(b.type));
  const people = plan.also.filter(({ type }) => type === 'person').map(({ id, type, values }) => [written(type, id, values, records)]);
  const contacts = plan.also.filter(({ type }) => type === 'contact').map(({ id, type, values }) => [written(type, id, values, records)]);
  const rates = plan.also.filter(({ type }) => type === 'costRate').map(({ id, type, values }) => [written(type, id, values, records)]);
  const answers = plan.remember.map(({ question, answer }) => [remembered(question, answer, records)]);
  const figures = plan.figures.map(({ id, values }) => [written('externalFigure', id, values, records)]);
  const tables = rowsOf(plan.files.filter((file) => !isMail(file))).map((row) => changesOf(row, records));
  const mails = rowsOf(plan.files.filter(isMail)).map((row) => changesOf(row, records));
  const isNeeded = tables.some((changes) => changes.length > 0);
  return [
    ...batches(actOf(plan), [...(isNeeded ? [...people, ...answers, ...tables] : []), ...figures], records),
    ...batches('import.mail', [...contacts, ...mails], records),
    // Another ledger, so commands of their own.
    ...batches(actOf(plan), rates, records),
  ];
}

/** `import.hubspot`; several systems at once are `import.files`. */
function actOf({ files }: ImportPlan): string {
  const systems = new Set(files.flatMap(({ system }) => system ?? []));
  const [only] = systems;
  return only !== undefined && systems.size === 1 ? `import.${only}` : 'import.files';
}

/** The raw messages that the moments of a plan point to: to be stored before the commands are committed. */
export function filesOf(
  plan: ImportPlan,
): readonly { readonly id: `file:${string}`; readonly name: string; readonly type: string; readonly bytes: Uint8Array }[] {
  return plan.files.flatMap(({ rows, mail }) => {
    if (!mail || rows[0]?.action !== 'create') return [];
    const type = mail.mail.format === 'msg' ? 'application/vnd.ms-outlook' : 'message/rfc822';
    return [{ id: `file:${mail.mail.sha}` as const, name: mail.mail.name, type, bytes: mail.raw }];
  });
}

function changesOf({ type, record, write }: PlannedRow, records: Records): readonly Change[] {
  if (!write || record === undefined) return [];
  const changes = [written(type, record, write.values, records)];
  if (write.imported) {
    const { id, source, externalId, brought } = write.imported;
    changes.push(written('importedRow', id, { source, externalId, target: record, brought }, records));
  }
  return changes.filter(({ set }) => Object.keys(set).length > 0);
}

/** The change that gives a record these values: makes it, changes it, or brings it back with them where it was put away. */
function written(type: RecordType, record: RecordId, values: Readonly<Record<string, unknown>>, records: Records): Change {
  const current = records.get(type, record);
  if (current === undefined) return { record, set: setOf(type, values as never) };
  return { record, set: setOf(type, { ...values, ...(current.archived ? BACK : {}) } as never, current as never) };
}

const remembered = (question: string, answer: string, records: Records): Change =>
  written('firmSetting', settingId(rememberedKey(question)), { key: rememberedKey(question), value: answer satisfies Json }, records);

function batches(act: string, groups: readonly (readonly Change[])[], records: Records): readonly Command[] {
  const commands: Command[] = [];
  let changes: Change[] = [];
  let bytes = HEADER_BYTES;
  for (const group of groups.filter(({ length }) => length > 0)) {
    const size = group.reduce((sum, change) => sum + sizeOf(change, records), 0);
    if (changes.length > 0 && (changes.length + group.length > MAX_EDITS || bytes + size > MAX_ENTRY_BYTES)) {
      commands.push({ act, changes });
      [changes, bytes] = [[], HEADER_BYTES];
    }
    changes.push(...group);
    bytes += size;
  }
  return changes.length > 0 ? [...commands, { act, changes }] : commands;
}

/** A new record is over nothing; an edit names, for each field, what it replaces. */
function sizeOf({ record, set }: Change, records: Records): number {
  const fields = Object.keys(set);
  const type = typeOf(record);
  const isEdit = type !== undefined && records.get(type, record) !== undefined;
  return (
    utf8Length(JSON.stringify({ record, set })) +
    2 * utf8Length(fields.join('","')) +
    EDIT_BYTES +
    (isEdit ? FIELD_BYTES * fields.length : 0)
  );
}

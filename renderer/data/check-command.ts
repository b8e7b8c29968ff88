import type { Change, Command } from '#shared/ledger/command';
import type { LedgerName } from '#shared/ledger/entry';
import type { FoldedRecord } from '#shared/ledger/record-cell';
import type { Role } from '#shared/records/define-record';
import { notAllowed } from '#shared/records/may-write';
import { parseChange, type ChangeMode } from '#shared/records/parse';
import { declarationOf, definitionOf, typeOf, type RecordType } from '#shared/records/registry';
import { nounOf } from '#shared/records/title';
import { undecidedMessage } from '#shared/deal/undecided';
import { err, ok, type Result } from '#shared/values/result';
import { SETTLE } from './review-settle';
import type { CommitProblem } from './workspace';
import { spokenLanguage, t } from '#shared/values/texts';

export interface CheckedCommand {
  readonly ledger: LedgerName;
  /** The parsed command: what is handed on is what was checked. */
  readonly command: Command;
}

/** What a check needs to know: who asks, and what is there already. */
export interface CheckEnv {
  readonly roles: readonly Role[];
  readonly stored: (record: Change['record']) => FoldedRecord | undefined;
  /** The records that must hold nothing undecided for this command. */
  readonly reliesOn: (command: Command) => readonly Change['record'][];
  /** Why a command may not touch what left the house; nothing where it does not. */
  readonly frozen: (command: Command) => string | undefined;
}

/** The door: every change is of a known noun, with values its declaration accepts, by somebody who may write it. */
export function checkCommand(command: Command, env: CheckEnv): Result<CheckedCommand, CommitProblem> {
  const changes: Change[] = [];
  for (const change of command.changes) {
    const mode = modeOf(change, command, env.stored(change.record));
    const parsed = parseChange(change, mode);
    if (!parsed.ok) {
      const [first] = parsed.error;
      return err({
        kind: 'invalid',
        message: `${first?.message ?? t('Not valid')}.`,
        record: change.record,
        ...(first && { field: first.field }),
      });
    }
    const refusal = roleRefusal(parsed.value, mode, env.roles);
    if (refusal !== undefined) return err(refusal);
    changes.push(parsed.value);
  }
  const refusal = frozenProblem(command, env) ?? undecidedRefusal(command, env);
  return refusal ? err(refusal) : inOneLedger({ ...command, changes });
}

function modeOf({ set }: Change, { act }: Command, stored: FoldedRecord | undefined): ChangeMode {
  if (stored === undefined) return 'create';
  return act === SETTLE && Object.keys(set).every((field) => stored.clashing?.includes(field)) ? 'settle' : 'edit';
}

function frozenProblem(command: Command, { frozen }: CheckEnv): CommitProblem | undefined {
  const message = frozen(command);
  return message === undefined ? undefined : { kind: 'frozen', message };
}

/** A refusal where the act would rest on a value between which and another nobody has chosen. */
function undecidedRefusal(command: Command, { reliesOn, stored }: CheckEnv): CommitProblem | undefined {
  for (const record of reliesOn(command)) {
    const [field, ...others] = stored(record)?.undecided ?? [];
    if (field !== undefined) return { kind: 'undecided', record, field, message: undecidedMessage(record, [field, ...others]) };
  }
  return undefined;
}

const NEWER_APP = t('This was made with a newer version of Throughline. Update this one to change it.');

/** Which ledger a command belongs to; one that touches both is two commands. */
export function inOneLedger(command: Command): Result<CheckedCommand, CommitProblem> {
  const unknown = command.changes.find(({ record }) => typeOf(record) === undefined);
  // What takes back an entry may name what only a newer app knows.
  if (unknown !== undefined) return err({ kind: 'invalid', record: unknown.record, message: NEWER_APP });
  const ledgers = new Set(command.changes.map(({ record }) => definitionOf(typeOf(record) as RecordType).ledger));
  const [ledger, other] = ledgers;
  if (ledger === undefined) return err({ kind: 'nothing', message: t('Nothing changed.') });
  if (other !== undefined) throw new Error(`${command.act} changes two ledgers; a rule that does returns two commands`);
  return ok({ ledger, command });
}

/** A refusal where none of the person's roles may write the record, or one of its fields. */
function roleRefusal(change: Change, mode: ChangeMode, roles: readonly Role[]): CommitProblem | undefined {
  const refused = notAllowed(change, { roles }, mode === 'create');
  if (refused === undefined) return undefined;
  const { record } = change;
  const type = typeOf(record) as RecordType;
  const { field } = refused;
  const declared = field === undefined ? undefined : declarationOf(type, field);
  const what = declared ? t('{{label}} of a {{record}}', { label: declared.label, record: nounOf(record) }) : definitionOf(type).plural;
  const message = t('{{what}} can be changed by {{writers}}. {{roles}}', { what, writers: listed(refused.writers), roles: yours(roles) });
  return { kind: 'not-allowed', record, message, ...(field === undefined ? {} : { field }) };
}

const listed = (roles: readonly Role[]): string => new Intl.ListFormat(spokenLanguage(), { type: 'disjunction' }).format(roles);
const yours = (roles: readonly Role[]): string =>
  roles.length === 0 ? t('You have no role in this firm yet.') : t('Your role is {{roles}}.', { roles: listed(roles) });

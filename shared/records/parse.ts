import { z } from 'zod';
import type { Change } from '../ledger/command';
import type { Json } from '../ledger/entry';
import { isDate } from '../values/calendar';
import { err, ok, type Result } from '../values/result';
import type { Field, Id } from './define-record';
import { declarationOf, definitionOf, fieldName, memberName, typeOf, type FieldOf, type RecordOf, type RecordType } from './registry';
import { t } from '../values/texts';

/** What is wrong with one value, in words fit to stand beside its form control. */
export interface FieldProblem {
  readonly field: string;
  readonly label: string;
  readonly message: string;
}

/** What a form or an import may say of a record: any of its fields; `null` clears. */
export type Values<T extends RecordType> = { readonly [F in FieldOf<T>]?: RecordOf<T>[F & keyof RecordOf<T>] | null };

const LONGEST_TEXT = 1_000_000;

/**
 * Parses one value as readers see it (a set as an array). `null` means "no value"; a required field refuses it.
 */
export function parseField<T extends RecordType, F extends FieldOf<T>>(
  type: T,
  field: F,
  value: unknown,
): Result<NonNullable<RecordOf<T>[F & keyof RecordOf<T>]> | null, FieldProblem> {
  const declared = declarationOf(type, field);
  if (!declared) return err(unknownField(type, field));
  if (value === null || value === undefined || value === '') {
    return declared.required ? err(problem(field, declared, t('must not be empty'))) : ok(null);
  }
  const parsed = parserOf(type, field, declared).safeParse(value);
  return parsed.success ? ok(parsed.data as never) : err(problem(field, declared, messageOf(parsed.error)));
}

/** Parses the values of a new record; names every problem, missing required fields included. */
export function parseRecord<T extends RecordType>(type: T, input: unknown): Result<Values<T>, readonly FieldProblem[]> {
  if (typeof input !== 'object' || input === null) {
    return err([
      { field: '', label: definitionOf(type).label, message: t('{{label}} must be an object', { label: definitionOf(type).label }) },
    ]);
  }
  const given = input as Readonly<Record<string, unknown>>;
  const problems: FieldProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const field of Object.keys(given)) if (!declarationOf(type, field)) problems.push(unknownField(type, field));
  for (const [field, declared] of Object.entries(definitionOf(type).fields)) {
    if (given[field] === undefined && !declared.required) continue;
    const parsed = parseField(type, field as FieldOf<T>, given[field]);
    if (!parsed.ok) problems.push(parsed.error);
    else if (parsed.value !== null) values[field] = parsed.value;
  }
  return problems.length ? err(problems) : ok(values as Values<T>);
}

/** To settle is to choose between words that stand there already, so it may touch evidence. */
export type ChangeMode = 'create' | 'edit' | 'settle';

/**
 * Checks a change in stored form before it becomes an entry: known type, known fields, right values, nothing
 * required cleared or left out, no evidence touched. The door of `commit`.
 */
export function parseChange(change: Change, mode: ChangeMode): Result<Change, readonly FieldProblem[]> {
  const type = typeOf(change.record);
  if (!type)
    return err([
      {
        field: '',
        label: change.record,
        message: t('{{record}} is not a kind of record that this version knows', { record: change.record }),
      },
    ]);
  const problems: FieldProblem[] = [];
  const set: Record<string, Json> = {};
  for (const [stored, value] of Object.entries(change.set)) {
    const parsed = parseStored(type, stored, value, mode);
    if (parsed.ok) set[stored] = parsed.value;
    else problems.push(parsed.error);
  }
  if (mode === 'create') problems.push(...missing(type, change.set));
  return problems.length ? err(problems) : ok({ ...change, set });
}

function parseStored(type: RecordType, stored: string, value: Json, mode: ChangeMode): Result<Json, FieldProblem> {
  if (stored === 'archived') return value === null || typeof value === 'boolean' ? ok(value) : err(archivedProblem);
  const declared = declarationOf(type, stored);
  const member = memberName(stored);
  if (!declared || (member !== undefined) !== isSet(declared)) return err(unknownField(type, stored));
  const field = fieldName(stored);
  if (declared.fixed && mode === 'edit') return err(problem(field, declared, t('is evidence and cannot be changed')));
  if (value === null) return declared.required ? err(problem(field, declared, t('must not be empty'))) : ok(null);
  const whole = member === undefined ? value : wholeOf(declared, member, value);
  const parsed = parserOf(type, field, declared).safeParse(whole);
  if (!parsed.success) return err(problem(field, declared, messageOf(parsed.error)));
  return ok(member === undefined ? (parsed.data as Json) : value);
}

/** The set or map with this one member, as its parser wants it. */
function wholeOf(declared: Field, member: string, value: Json): unknown {
  if (declared.kind === 'keyed') return { [member]: value };
  return value === true ? [member] : [value];
}

function missing(type: RecordType, set: Change['set']): FieldProblem[] {
  return Object.entries(definitionOf(type).fields)
    .filter(([field, declared]) => declared.required && set[field] === undefined)
    .map(([field, declared]) => problem(field, declared, t('must not be empty')));
}

const isSet = (declared: Field): boolean => declared.kind === 'members' || declared.kind === 'tags' || declared.kind === 'keyed';
const archivedProblem: FieldProblem = { field: 'archived', label: t('Archived'), message: t('Archived must be yes or no') };

function problem(field: string, declared: Field, message: string): FieldProblem {
  return { field, label: declared.label, message: `${declared.label} ${message}` };
}

function unknownField(type: RecordType, field: string): FieldProblem {
  return { field, label: field, message: t('{{label}} has no field “{{field}}”', { label: definitionOf(type).label, field }) };
}

/** Parsers are made once per field; every message completes the sentence "Amount …". */
const parsers = new Map<string, z.ZodType>();

function parserOf(type: RecordType, field: string, declared: Field): z.ZodType {
  const key = `${type}/${field}`;
  let parser = parsers.get(key);
  if (!parser) parsers.set(key, (parser = makeParser(declared)));
  return parser;
}

const messageOf = (error: z.ZodError): string => error.issues[0]?.message ?? t('is not valid');

function makeParser(declared: Field): z.ZodType {
  switch (declared.kind) {
    case 'text':
    case 'rank':
      return z.string(t('must be text')).max(LONGEST_TEXT, t('is too long'));
    case 'choice':
      return z.enum(declared.options, `must be one of: ${declared.options.join(', ')}`);
    case 'ref':
      return idParser([declared.to]);
    case 'link':
      return idParser(declared.to);
    case 'members':
      return z.array(idParser([declared.to]), t('must be a list of {{to}}s', { to: nounOf(declared.to) }));
    case 'tags':
      return z.array(z.enum(declared.options, `may only hold: ${declared.options.join(', ')}`), t('must be a list'));
    case 'keyed':
      return z.record(z.string(), z.string(t('must hold texts')), t('must hold texts by name'));
    case 'date':
      return z.string(t('must be a date like 2026-11-22')).refine(isDate, t('must be a date like 2026-11-22'));
    case 'instant':
      return z.iso.datetime(t('must be a moment in time like 2026-11-22T10:00:00Z'));
    case 'number':
      return numberParser(declared.min, declared.max);
    case 'money':
      return moneyParser;
    case 'flag':
      return z.boolean(t('must be yes or no'));
    case 'tree':
      return declared.parse;
  }
}

const moneyParser = z.strictObject(
  {
    amount: z.int(t('must be a whole number of minor units (cents)')),
    currency: z.string(t('must have a currency')).regex(/^[A-Z]{3}$/, 'must have a currency of three letters, such as EUR'),
  },
  t('must be a sum of money with a currency'),
);

function numberParser(min: number | undefined, max: number | undefined): z.ZodType {
  let parser = z.number(t('must be a number'));
  if (min !== undefined) parser = parser.min(min, t('must not be less than {{min}}', { min }));
  if (max !== undefined) parser = parser.max(max, t('must not be more than {{max}}', { max }));
  return parser;
}

function idParser(to: readonly string[]): z.ZodType<Id<string>> {
  const accepted = (value: string) => to.some((type) => value.startsWith(`${type}:`) && value.length > type.length + 1);
  const message = t('must refer to {{join}}', { join: to.map((type) => withArticle(nounOf(type))).join(' or ') });
  return z.string(message).refine(accepted, message) as unknown as z.ZodType<Id<string>>;
}

function nounOf(type: string): string {
  return (typeOf(`${type}:`) ? definitionOf(type as RecordType).label : type).toLowerCase();
}

const withArticle = (noun: string): string => (/^[aeiou]/.test(noun) ? t('an {{noun}}', { noun }) : `a ${noun}`);

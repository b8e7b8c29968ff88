import type { z } from 'zod';
import type { LedgerName } from '../ledger/entry';
import type { MergeKind } from '../ledger/merge-kind';
import { t } from '../values/texts';

/** What a person may do in the firm; decides which ledgers a client holds and who may write a record. */
export const ROLES = ['AE', 'PM', 'consultant', 'finance', 'partner', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Identity of a record of one type: `deal:01J8…`. */
export type Id<Type extends string> = `${Type}:${string}`;

/** An amount that cannot be separated from its currency: integer minor units and an ISO 4217 code. */
export type MoneyValue = { readonly amount: number; readonly currency: string };

/** Calendar date `2026-11-22`: a day on the wall, no time zone inside. */
export type CalendarDateText = string;
/** Instant `2026-11-22T10:00:00.000Z`, always UTC. */
export type InstantText = string;

/** What every field says of itself. `merge` is never defaulted: leaving it out does not compile. */
interface About {
  readonly label: string;
  readonly merge: MergeKind;
  /** A record cannot be created without it, and a reader always finds a value. */
  readonly required?: true;
  /** One line of help under the form control. */
  readonly help?: string;
  /** Computed or internal: kept and shown in history, not offered in forms. */
  readonly internal?: true;
  /** Evidence: given once, when the record is made; no edit may touch it afterwards. */
  readonly fixed?: true;
  /** Only these roles may set it; absent: every writer of the record. */
  readonly writers?: readonly Role[];
}

type Spec<Kind extends string, More = unknown> = About & { readonly kind: Kind } & More;

export type TextField = Spec<'text', { readonly multiline?: true }>;
export type ChoiceField<Options extends readonly string[] = readonly string[]> = Spec<'choice', { readonly options: Options }>;
export type RefField<To extends string = string> = Spec<'ref', { readonly to: To }>;
/** A reference to a record of one of several types. */
export type LinkField<To extends readonly string[] = readonly string[]> = Spec<'link', { readonly to: To }>;
/** A set of references, stored as one field per member: `buyers/contact:x: true`. */
export type MembersField<To extends string = string> = Spec<'members', { readonly to: To }>;
/** A set of words, stored as one field per word: `roles/PM: true`. */
export type TagsField<Options extends readonly string[] = readonly string[]> = Spec<'tags', { readonly options: Options }>;
/** A map of texts, stored as one field per key: `externalIds/hubspot: "7001"`. */
export type KeyedField = Spec<'keyed'>;
export type DateField = Spec<'date'>;
export type InstantField = Spec<'instant'>;
export type NumberField = Spec<'number', { readonly min?: number; readonly max?: number; readonly unit?: string }>;
export type MoneyField = Spec<'money'>;
/** A reader always finds true or false; `initially` is what it finds while nobody has said. */
export type FlagField = Spec<'flag', { readonly initially?: boolean }>;
export type RankField = Spec<'rank'>;
/** A small JSON tree with a parser of its own (rich text, options of a view). */
export type TreeField<Value = unknown> = Spec<'tree', { readonly parse: z.ZodType<Value> }>;

export type Field =
  | TextField
  | ChoiceField
  | RefField
  | LinkField
  | MembersField
  | TagsField
  | KeyedField
  | DateField
  | InstantField
  | NumberField
  | MoneyField
  | FlagField
  | RankField
  | TreeField;

type With<F, K extends string = never> = Omit<F, 'kind' | K>;
/** `A` and not one property more: a misspelt `requird` must not compile. */
type Exactly<A, Allowed> = A & { readonly [K in Exclude<keyof A, keyof Allowed>]: never };

export const text = <const A extends With<TextField>>(about: Exactly<A, With<TextField>>) => ({ kind: 'text', ...about }) as const;
export const choice = <const O extends readonly string[], const A extends With<ChoiceField, 'options'>>(
  options: O,
  about: Exactly<A, With<ChoiceField, 'options'>>,
) => ({ kind: 'choice', options, ...about }) as const;
export const ref = <const To extends string, const A extends With<RefField, 'to'>>(to: To, about: Exactly<A, With<RefField, 'to'>>) =>
  ({ kind: 'ref', to, ...about }) as const;
export const link = <const To extends readonly string[], const A extends With<LinkField, 'to'>>(
  to: To,
  about: Exactly<A, With<LinkField, 'to'>>,
) => ({ kind: 'link', to, ...about }) as const;
export const members = <const To extends string, const A extends With<MembersField, 'to'>>(
  to: To,
  about: Exactly<A, With<MembersField, 'to'>>,
) => ({ kind: 'members', to, ...about }) as const;
export const tags = <const O extends readonly string[], const A extends With<TagsField, 'options'>>(
  options: O,
  about: Exactly<A, With<TagsField, 'options'>>,
) => ({ kind: 'tags', options, ...about }) as const;
export const keyed = <const A extends With<KeyedField>>(about: Exactly<A, With<KeyedField>>) => ({ kind: 'keyed', ...about }) as const;
export const date = <const A extends With<DateField>>(about: Exactly<A, With<DateField>>) => ({ kind: 'date', ...about }) as const;
export const instant = <const A extends With<InstantField>>(about: Exactly<A, With<InstantField>>) =>
  ({ kind: 'instant', ...about }) as const;
export const number = <const A extends With<NumberField>>(about: Exactly<A, With<NumberField>>) => ({ kind: 'number', ...about }) as const;
export const money = <const A extends With<MoneyField>>(about: Exactly<A, With<MoneyField>>) => ({ kind: 'money', ...about }) as const;
export const flag = <const A extends With<FlagField>>(about: Exactly<A, With<FlagField>>) => ({ kind: 'flag', ...about }) as const;
export const rank = <const A extends With<RankField>>(about: Exactly<A, With<RankField>>) => ({ kind: 'rank', ...about }) as const;
export const tree = <V, const A extends With<TreeField, 'parse'>>(parse: z.ZodType<V>, about: Exactly<A, With<TreeField, 'parse'>>) =>
  ({ kind: 'tree', parse, ...about }) as const;

/** What a reader gets for a field. */
export type ValueOf<F> = F extends { kind: 'choice'; options: infer O extends readonly string[] }
  ? O[number]
  : F extends { kind: 'ref'; to: infer To extends string }
    ? Id<To>
    : F extends { kind: 'link'; to: infer To extends readonly string[] }
      ? Id<To[number]>
      : F extends { kind: 'members'; to: infer To extends string }
        ? readonly Id<To>[]
        : F extends { kind: 'tags'; options: infer O extends readonly string[] }
          ? readonly O[number][]
          : F extends { kind: 'keyed' }
            ? Readonly<Record<string, string>>
            : F extends { kind: 'number' }
              ? number
              : F extends { kind: 'money' }
                ? MoneyValue
                : F extends { kind: 'flag' }
                  ? boolean
                  : F extends { kind: 'tree'; parse: z.ZodType<infer V> }
                    ? V
                    : string;

type Fields = Readonly<Record<string, Field>>;

/** Fields that a reader always finds: required ones, sets, maps and flags. */
type Present<F> = F extends { required: true } | { kind: 'members' | 'tags' | 'keyed' | 'flag' } ? true : false;
type PresentKeys<F extends Fields> = { [K in keyof F]: Present<F[K]> extends true ? K : never }[keyof F];

/** One noun: all that is true of it, in one place. */
export interface RecordDefinition<Type extends string = string, F extends Fields = Fields> {
  readonly type: Type;
  readonly label: string;
  readonly plural: string;
  readonly ledger: LedgerName;
  /** Who may write it; enforced by the server, obeyed by the screens. */
  readonly writers: readonly Role[];
  /** In form order. The key is the name in code, files and CSV headers. */
  readonly fields: F;
}

/** Declares a noun. Types, parser, merge kinds, labels, CSV names and form order all follow from this. */
export function defineRecord<const Type extends string, const F extends Fields>(
  definition: RecordDefinition<Type, F>,
): RecordDefinition<Type, F> {
  const fields = Object.fromEntries(Object.entries(definition.fields).map(([name, field]) => [name, inLanguage(field)])) as F;
  return { ...definition, label: t(definition.label), plural: t(definition.plural), fields };
}

/** Labels and help are texts that a person reads; names, options and all else stay as they are stored. */
function inLanguage<F extends Field>(field: F): F {
  return { ...field, label: t(field.label), ...(field.help === undefined ? {} : { help: t(field.help) }) };
}

/** The record as readers see it: every set folded into an array, `archived` only when true. */
export type RecordOfDefinition<D> =
  D extends RecordDefinition<infer Type, infer F>
    ? { readonly id: Id<Type>; readonly archived?: true } & { readonly [K in PresentKeys<F>]: ValueOf<F[K]> } & {
        readonly [K in Exclude<keyof F, PresentKeys<F>>]?: ValueOf<F[K]>;
      }
    : never;

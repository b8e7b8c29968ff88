import type { KindOf } from '../ledger/merge-kind';
import { account, contact } from './account';
import { blueprint, blueprintEdge, blueprintNode, blueprintSection } from './blueprint';
import { changeOrder } from './change-order';
import { commitment } from './commitment';
import { concession } from './concession';
import { constraint, priority } from './constraint';
import { costPlan, costRate, expense, marginFreeze } from './cost';
import { deal } from './deal';
import { decision } from './decision';
import type { Field, Id, RecordDefinition, RecordOfDefinition } from './define-record';
import { externalFigure } from './external-figure';
import { importedRow } from './imported-row';
import { invoice, invoiceLine, payment } from './invoice';
import { milestone, slip } from './milestone';
import { moment } from './moment';
import { objection } from './objection';
import { person } from './person';
import { proposal, proposalLine } from './proposal';
import { question, readReceipt } from './question';
import { scopeLine } from './scope-line';
import { firmSetting, savedView } from './setting';
import { ticket } from './ticket';
import { timeEntry } from './time-entry';
import { pulse, visit } from './visit';

/** Every noun of the product (product.md §2). */
export const REGISTRY = {
  account,
  contact,
  deal,
  ticket,
  scopeLine,
  constraint,
  priority,
  concession,
  commitment,
  objection,
  decision,
  moment,
  blueprint,
  blueprintSection,
  blueprintNode,
  blueprintEdge,
  proposal,
  proposalLine,
  changeOrder,
  milestone,
  slip,
  timeEntry,
  invoice,
  invoiceLine,
  payment,
  costRate,
  expense,
  costPlan,
  marginFreeze,
  externalFigure,
  person,
  question,
  readReceipt,
  visit,
  pulse,
  savedView,
  firmSetting,
  importedRow,
} as const;

export type RecordType = keyof typeof REGISTRY;
export type RecordOf<T extends RecordType> = RecordOfDefinition<(typeof REGISTRY)[T]>;
export type AnyRecord = { [T in RecordType]: RecordOf<T> }[RecordType];
/** The names of the fields of a noun. */
export type FieldOf<T extends RecordType> = keyof (typeof REGISTRY)[T]['fields'] & string;

export type Account = RecordOf<'account'>;
export type Contact = RecordOf<'contact'>;
export type Deal = RecordOf<'deal'>;
export type Ticket = RecordOf<'ticket'>;
export type ScopeLine = RecordOf<'scopeLine'>;
export type Constraint = RecordOf<'constraint'>;
export type Priority = RecordOf<'priority'>;
export type Concession = RecordOf<'concession'>;
export type Commitment = RecordOf<'commitment'>;
export type Objection = RecordOf<'objection'>;
export type Decision = RecordOf<'decision'>;
export type Moment = RecordOf<'moment'>;
export type Blueprint = RecordOf<'blueprint'>;
export type BlueprintSection = RecordOf<'blueprintSection'>;
export type BlueprintNode = RecordOf<'blueprintNode'>;
export type BlueprintEdge = RecordOf<'blueprintEdge'>;
export type Proposal = RecordOf<'proposal'>;
export type ProposalLine = RecordOf<'proposalLine'>;
export type ChangeOrder = RecordOf<'changeOrder'>;
export type Milestone = RecordOf<'milestone'>;
export type Slip = RecordOf<'slip'>;
export type TimeEntry = RecordOf<'timeEntry'>;
export type Invoice = RecordOf<'invoice'>;
export type InvoiceLine = RecordOf<'invoiceLine'>;
export type Payment = RecordOf<'payment'>;
export type Person = RecordOf<'person'>;
export type CostRate = RecordOf<'costRate'>;
export type Expense = RecordOf<'expense'>;
export type CostPlan = RecordOf<'costPlan'>;
export type MarginFreeze = RecordOf<'marginFreeze'>;
export type ExternalFigure = RecordOf<'externalFigure'>;
export type Visit = RecordOf<'visit'>;
export type Pulse = RecordOf<'pulse'>;
export type Question = RecordOf<'question'>;
export type FirmSetting = RecordOf<'firmSetting'>;
export type SavedView = RecordOf<'savedView'>;
export type ImportedRow = RecordOf<'importedRow'>;

/** Every type, in the order of the registry. */
export const RECORD_TYPES = Object.keys(REGISTRY) as readonly RecordType[];

export function isRecordType(type: string): type is RecordType {
  return Object.hasOwn(REGISTRY, type);
}

/** The type before the first colon of an id, or undefined where this version does not know it. */
export function typeOf(id: string): RecordType | undefined {
  const type = id.slice(0, id.indexOf(':'));
  return isRecordType(type) ? type : undefined;
}

export function isOfType<T extends RecordType>(type: T, id: string | undefined): id is Id<T> {
  return id !== undefined && id.startsWith(`${type}:`);
}

/** The declaration of a noun, seen without the narrow types of its fields. */
export function definitionOf(type: RecordType): RecordDefinition {
  return REGISTRY[type];
}

/** The declaration behind a stored field: `amount`, or for the member `buyers/contact:x` that of `buyers`. */
export function declarationOf(type: RecordType, storedField: string): Field | undefined {
  const name = fieldName(storedField);
  const { fields } = definitionOf(type);
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** `buyers/contact:x` → `buyers`. */
export function fieldName(storedField: string): string {
  const slash = storedField.indexOf('/');
  return slash < 0 ? storedField : storedField.slice(0, slash);
}

/** `buyers/contact:x` → `contact:x`; undefined for a field that is no set or map. */
export function memberName(storedField: string): string | undefined {
  const slash = storedField.indexOf('/');
  return slash < 0 ? undefined : storedField.slice(slash + 1);
}

/** How each stored field merges, for the fold. What this version does not know merges as `plain`. */
export const kindOf: KindOf = (recordType, field) => {
  if (field === 'archived') return 'archived';
  return (isRecordType(recordType) && declarationOf(recordType, field)?.merge) || 'plain';
};

/** A field that refers to other records, and the types it may refer to. */
export interface RefersTo {
  readonly field: string;
  readonly to: readonly string[];
}

const REF_FIELDS: ReadonlyMap<RecordType, readonly RefersTo[]> = new Map(RECORD_TYPES.map((type) => [type, refFieldsOf(type)]));

/** The fields of a noun that refer to other records. */
export const refFields = (type: RecordType): readonly RefersTo[] => REF_FIELDS.get(type) ?? [];

function refFieldsOf(type: RecordType): readonly RefersTo[] {
  return Object.entries(definitionOf(type).fields).flatMap(([field, declared]) => {
    if (declared.kind === 'ref' || declared.kind === 'members') return [{ field, to: [declared.to] }];
    return declared.kind === 'link' ? [{ field, to: declared.to }] : [];
  });
}

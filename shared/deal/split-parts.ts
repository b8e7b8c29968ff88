import type { RecordId } from '../ledger/entry';
import type { Id, MoneyValue } from '../records/define-record';
import type { Records } from '../records/records';
import type { AnyRecord, Deal, Invoice, RecordOf, RecordType, ScopeLine } from '../records/registry';
import { typeOf } from '../records/registry';

/** One of the deals that a deal becomes. */
export interface Part {
  readonly name: string;
  readonly department?: string;
  readonly amount?: MoneyValue;
  readonly cap?: MoneyValue;
  readonly retainerFee?: MoneyValue;
}

/** What of a deal in the team ledger goes with a part of it. Evidence, offers and blueprints stay where they were made. */
export const MOVED = [
  'scopeLine',
  'milestone',
  'changeOrder',
  'ticket',
  'commitment',
  'concession',
  'objection',
  'decision',
  'constraint',
  'priority',
  'question',
  'timeEntry',
  'invoice',
] as const satisfies readonly RecordType[];

/** The same of the finance ledger; the frozen margin is divided. */
export const MOVED_COSTS = ['costPlan', 'expense'] as const satisfies readonly RecordType[];

export type Moved = (typeof MOVED)[number] | (typeof MOVED_COSTS)[number];

/** Which part a person chose for a record: 0 is the deal that stays. What is not chosen follows what it belongs to. */
export type Choices = ReadonlyMap<RecordId, number>;

/** The part of each record of a deal: as chosen, else that of its line, ticket or change order, else the deal that stays. */
export type PartOf = (record: RecordOf<Moved>) => number;

/**
 * Finds the part of each record. A line follows its milestone or the change order that added it; everything else follows its
 * line first. An invoice is one paper with one number and goes whole, to where most of its sum belongs; a credit note goes with
 * what it credits.
 */
export function partsBy(records: Records, choices: Choices): PartOf {
  const known = new Map<RecordId, number>();
  const chosen = (id: RecordId | undefined): number | undefined => (id === undefined ? undefined : choices.get(id));
  const partOf = (record: AnyRecord): number => {
    const found = known.get(record.id) ?? choices.get(record.id) ?? followed(record) ?? 0;
    known.set(record.id, found);
    return found;
  };
  const of = <T extends Moved>(type: T, id: string | undefined): number | undefined => {
    const record = records.get(type, id);
    return record && partOf(record);
  };
  const ofLine = (line: ScopeLine): number | undefined => chosen(line.milestone) ?? chosen(line.changeOrder);
  const ofBilled = (invoice: Invoice): number | undefined => {
    if (invoice.credits && invoice.credits !== invoice.id) return of('invoice', invoice.credits);
    return heaviest(netByPart(records, invoice.id, partOf));
  };
  const followed = (record: AnyRecord): number | undefined => {
    // A circle of records that follow each other ends where it began.
    known.set(record.id, choices.get(record.id) ?? 0);
    const at = record as unknown as Readonly<Record<string, Id<never> | undefined>>;
    switch (typeOf(record.id)) {
      case 'scopeLine':
        return ofLine(record as ScopeLine);
      case 'milestone':
        return unanimous(records.of('scopeLine', 'milestone', record.id).map(partOf));
      case 'constraint':
        return unanimous(records.of('scopeLine', 'touches', record.id).map(partOf));
      case 'invoice':
        return ofBilled(record as Invoice);
      case 'question':
        return ofLink(at['about']);
      case 'objection':
        return ofLink(at['ledTo']);
      default:
        return (
          of('scopeLine', at['scopeLine']) ??
          of('ticket', at['ticket']) ??
          of('changeOrder', at['changeOrder']) ??
          of('commitment', at['commitment']) ??
          of('invoice', at['invoice'])
        );
    }
  };
  const ofLink = (id: string | undefined): number | undefined => {
    const type = id === undefined ? undefined : typeOf(id);
    return type !== undefined && (MOVED as readonly RecordType[]).includes(type) ? of(type as Moved, id) : undefined;
  };
  return partOf;
}

/** The records of a deal that go with its parts, of every type. What is archived stays. */
export function movedOf(records: Records, deal: Id<'deal'>): readonly RecordOf<Moved>[] {
  return [...MOVED, ...MOVED_COSTS].flatMap((type) => records.of<Moved>(type, 'deal', deal));
}

/** Net of each part in an invoice, in minor units, by what its lines bill; lines that bill nothing in particular are in none. */
export function netByPart(records: Records, invoice: Id<'invoice'>, partOf: (record: AnyRecord) => number): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const line of records.of('invoiceLine', 'invoice', invoice)) {
    const billed =
      records.get('scopeLine', line.scopeLine) ?? records.get('changeOrder', line.changeOrder) ?? records.get('milestone', line.milestone);
    if (billed) sums.set(partOf(billed), (sums.get(partOf(billed)) ?? 0) + line.net.amount);
  }
  return sums;
}

/** The part of the largest sum, the first of equal ones. */
function heaviest(sums: ReadonlyMap<number, number>): number | undefined {
  const [first] = [...sums].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
  return first?.[0];
}

function unanimous(parts: readonly number[]): number | undefined {
  const [first, ...others] = parts;
  return first !== undefined && others.every((part) => part === first) ? first : undefined;
}

/** The part of each buyer: one of them, or all. */
export type BuyerChoice = number | 'all';

/**
 * Parts by the client's departments: a line goes to the part whose department the people belong to who asked for it, a promise
 * to that of the person it was made to. What several departments or none asked for is left to be chosen.
 */
export function suggestByDepartment(records: Records, deal: Deal, departments: readonly (string | undefined)[]): Choices {
  const partNamed = (contacts: readonly (string | undefined)[]): number | undefined =>
    unanimous(contacts.flatMap((id) => partIn(departments, records.get('contact', id)?.department)));
  const found = new Map<RecordId, number>();
  const note = (id: RecordId, contacts: readonly (string | undefined)[]): void => {
    const part = partNamed(contacts);
    if (part !== undefined) found.set(id, part);
  };
  for (const line of records.of('scopeLine', 'deal', deal.id)) note(line.id, records.get('moment', line.sourceMoment)?.contacts ?? []);
  for (const order of records.of('changeOrder', 'deal', deal.id)) note(order.id, [order.requestedBy]);
  for (const promise of records.of('commitment', 'deal', deal.id)) if (!promise.scopeLine) note(promise.id, [promise.madeTo]);
  for (const objection of records.of('objection', 'deal', deal.id)) note(objection.id, [objection.raisedBy]);
  for (const priority of records.of('priority', 'deal', deal.id)) note(priority.id, [priority.contact]);
  for (const constraint of records.of('constraint', 'deal', deal.id)) note(constraint.id, [constraint.by]);
  return found;
}

function partIn(departments: readonly (string | undefined)[], department: string | undefined): readonly number[] {
  const same = (text: string | undefined): string => (text ?? '').trim().toLowerCase();
  const at = department ? departments.findIndex((one) => same(one) === same(department)) : -1;
  return at < 0 ? [] : [at];
}

/** The part of a buyer by department; all parts where no part has theirs. */
export function suggestedBuyer(records: Records, contact: Id<'contact'>, departments: readonly (string | undefined)[]): BuyerChoice {
  return partIn(departments, records.get('contact', contact)?.department)[0] ?? 'all';
}

import type { CalendarDateText, Id } from '../records/define-record';
import { joinedPerson } from '../records/joined-person';
import type { Records } from '../records/records';
import type { CostRate } from '../records/registry';
import { byKey } from '../time/by-key';
import { roleKey } from '../time/role-key';

/** What an hour costs us: of whom, on which day. */
export interface CostRates {
  /** Number of rates. */
  readonly size: number;
  /**
   * The rate valid on `day`: the person's own (the latest `from` on or before the day), else that of the role in which
   * the work was done (`lineRole`, such as senior consultant), else that of a role of the person. Only rates in `currency`,
   * that of the deal, count: who is paid in euros costs the rate of their role on a deal in pounds. Undefined where none is
   * valid: such hours are counted and shown, never guessed.
   */
  on(person: Id<'person'>, lineRole: string | undefined, day: CalendarDateText, currency: string): CostRate | undefined;
  /** The rate of a role alone, for hours that nobody has worked yet. */
  ofRole(role: string | undefined, day: CalendarDateText): CostRate | undefined;
}

/** The rates of one person and of roles, from which the rate of a day is found. Oldest first. */
export interface RateTable {
  readonly size: number;
  readonly ofPerson: (person: string) => readonly CostRate[];
  readonly ofRole: (role: string | undefined) => readonly CostRate[];
  readonly rolesOf: (person: string) => readonly string[];
}

interface Who {
  readonly id: string;
  readonly roles: readonly string[];
}

type ByKey = ReadonlyMap<string, readonly CostRate[]>;

/** The rates of a firm by whom they are of. Somebody who joined a server later keeps the rate under either id. */
export function rateTable(records: Records): RateTable {
  const all = records.all('costRate');
  const people = peopleOf(records);
  const ofPeople = sortedBy(all, ({ person }) => person && (people.get(person)?.id ?? person));
  const ofRoles = sortedBy(all, ({ person, role }) => (person ? undefined : roleKey(role) || undefined));
  return {
    size: all.length,
    ofPerson: (person) => ofPeople.get(people.get(person)?.id ?? person) ?? NONE,
    ofRole: (role) => ofRoles.get(roleKey(role)) ?? NONE,
    rolesOf: (person) => people.get(person)?.roles ?? [],
  };
}

/** The rates of a firm. */
export const costRatesOf = (records: Records): CostRates => costRatesFrom(rateTable(records));

/** How the rate of a day is found in a table. */
export function costRatesFrom({ size, ofPerson, ofRole, rolesOf }: RateTable): CostRates {
  return {
    size,
    ofRole: (role, day) => validOn(ofRole(role), day),
    on: (person, lineRole, day, currency) => {
      const own = validOn(ofPerson(person), day, currency) ?? validOn(ofRole(lineRole), day, currency);
      if (own) return own;
      for (const role of rolesOf(person)) {
        const rate = validOn(ofRole(role), day, currency);
        if (rate) return rate;
      }
      return undefined;
    },
  };
}

const NONE: readonly CostRate[] = [];

function peopleOf(records: Records): ReadonlyMap<string, Who> {
  const people = records.all('person');
  return new Map(
    people.map((person) => {
      const joined = joinedPerson(records, person.id) ?? person;
      return [person.id, { id: joined.id, roles: joined.roles }];
    }),
  );
}

const byDay = (a: CostRate, b: CostRate): number => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1);

/** Oldest first; of two from one day the later id counts. */
function sortedBy(rates: readonly CostRate[], keyOf: (rate: CostRate) => string | undefined): ByKey {
  const kept = rates.filter((rate) => keyOf(rate) !== undefined);
  const groups = byKey(kept, (rate) => keyOf(rate) ?? '');
  return new Map([...groups].map(([key, group]) => [key, group.toSorted(byDay)]));
}

function validOn(rates: readonly CostRate[], day: CalendarDateText, currency?: string): CostRate | undefined {
  for (let at = rates.length - 1; at >= 0; at -= 1) {
    const rate = rates[at];
    if (rate && rate.from <= day && (currency === undefined || rate.hourlyCost.currency === currency)) return rate;
  }
  return undefined;
}

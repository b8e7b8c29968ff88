import type { Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';

/** The records of many deals on a past day as one: what is in none of them, such as an account, is looked up in those of now. */
export function pastRecords(then: ReadonlyMap<Id<'deal'>, Records>, now: Records): Records {
  const all = [...new Set(then.values())];
  return {
    get: (type, id) => {
      for (const records of all) {
        const found = records.get(type, id);
        if (found) return found;
      }
      return now.get(type, id);
    },
    of: (type, field, id) => all.flatMap((records) => records.of(type, field, id)),
    all: (type) => all.flatMap((records) => records.all(type)),
  };
}

import type { Person } from './registry';
import type { Records } from './records';

/** Somebody joins once or twice; more steps than these are a circle. */
const MOST_STEPS = 8;

/**
 * Whom an id stands for: the person itself, or the one as whom they joined a server since. What was written before the
 * joining keeps the earlier id for good, so it is followed wherever people are shown, compared or offered.
 */
export function joinedPerson(records: Records, id: string | undefined): Person | undefined {
  let person = records.get('person', id);
  for (let step = 0; step < MOST_STEPS && person?.joinedAs !== undefined; step += 1) {
    const next = records.get('person', person.joinedAs);
    if (next === undefined) return person;
    person = next;
  }
  return person;
}

/** Joined as somebody else: shown under their name, and never offered. */
export const isJoinedAway = ({ joinedAs }: Pick<Person, 'joinedAs'>): boolean => joinedAs !== undefined;

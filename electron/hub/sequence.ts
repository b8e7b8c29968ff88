import { badRequest } from './problem';

/** A place in a database's changes, opaque to clients: its number, and the database it is of. */
export const sequence = (number: number, uuid: string): string => `${number}-${uuid}`;

const SEQUENCE = /^"?(?<number>\d{1,15})(?:-(?<of>[^"]*))?"?$/u;

/**
 * The number of a `since`. One of another database, such as one that was deleted and made again under the same name,
 * is the beginning: nothing may be missed.
 */
export function numberOf(since: string, uuid: string, latest: number): number {
  if (since === 'now') return latest;
  const { number, of } = SEQUENCE.exec(since)?.groups ?? {};
  if (number === undefined) throw badRequest("Malformed sequence supplied in 'since' parameter.");
  return of === undefined || of === uuid ? Number(number) : 0;
}

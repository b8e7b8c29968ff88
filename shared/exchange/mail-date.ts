import { t } from '../values/texts';
/** What the headers of a message say about when it was sent. */
export interface SentAt {
  readonly at?: string;
  readonly problem?: string;
}

/**
 * When a message was sent: its `Date` header; if that is missing or no date, the oldest `Received` header, which the
 * first server on its way wrote. A date without a zone is read as UTC, the same on every device.
 */
export function sentAt(date: string | undefined, received: readonly string[]): SentAt {
  const own = date === undefined ? undefined : headerInstant(date);
  if (own !== undefined) return { at: own };
  const wrong = date === undefined ? 'The message has no date' : `The date of the message, “${date.trim()}”, is not a date`;
  for (const header of received.toReversed()) {
    const at = headerInstant(header.slice(header.lastIndexOf(';') + 1));
    if (at !== undefined) return { at, problem: t('{{wrong}}: the time at which the first server received it is used.', { wrong }) };
  }
  return { problem: t('{{wrong}}, and no server on its way noted one.', { wrong }) };
}

const ZONE = /(?:[+-]\d{4}|\b(?:GMT|UTC?|Z|[ECMP][SD]T))$/i;

/** A date as mail headers write it (RFC 5322), as an instant in UTC. */
export function headerInstant(text: string): string | undefined {
  const bare = text
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // Engines read loose dates each in their own way; only the shape of the standard is handed on.
  if (!/^(?:[a-z]{3,9},? )?\d{1,2} [a-z]{3,9} \d{2,4} \d{1,2}:\d{2}(?::\d{2})?(?: \S+)?$/i.test(bare)) return undefined;
  const ms = Date.parse(ZONE.test(bare) ? bare : `${bare.replace(/(:\d{2}) \S+$/, '$1')} +0000`);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

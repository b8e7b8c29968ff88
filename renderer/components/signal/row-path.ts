import type { SignalKey, SignalRow } from '#shared/signals/signal';
import { recordPath, typeOf } from '../record-path';

/** Where something can be done about a row: the record itself where it has a screen, else its deal. */
export function rowPath(signal: SignalKey, { records, deal }: SignalRow): string | undefined {
  const [first] = records;
  if (first === undefined) return undefined;
  if (signal === 'reconstruction' && deal) return recordPath(deal);
  const path = typeOf(first) === 'timeEntry' ? undefined : recordPath(first, deal);
  return path ?? (deal ? recordPath(deal) : undefined);
}

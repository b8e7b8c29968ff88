import { describe, expect, test } from 'vitest';
import type { Entry } from '#shared/ledger/entry';
import { lastWritten, newestOf, reachOf } from './tile-as-of';

const entry = (at: string, ...records: readonly string[]) =>
  ({ at: `${at}-0000`, edits: records.map((record) => ({ record, set: {}, salt: '' })) }) as unknown as Entry;

describe('how new a figure is', () => {
  test('is when the newest record behind it was written, whatever else happened on the deal', () => {
    const written = lastWritten([
      entry('2026-11-02T10:00:00.000Z', 'invoice:1', 'invoiceLine:1'),
      entry('2026-11-09T10:00:00.000Z', 'invoiceLine:1'),
      entry('2026-11-20T10:00:00.000Z', 'ticket:1'),
    ]);
    expect(newestOf(written, ['invoice:1', 'invoiceLine:1'])).toBe('2026-11-09T10:00:00.000Z');
    expect(newestOf(written, ['payment:1'])).toBeUndefined();
  });

  test('is said to be behind while offline, held, or in need of a person, and current otherwise', () => {
    const at = 1_790_000_000_000;
    expect(reachOf({ state: { kind: 'alone' } })).toEqual({ kind: 'alone' });
    expect(reachOf({ state: { kind: 'synced', at } })).toEqual({ kind: 'current', at });
    expect(reachOf({ state: { kind: 'offline', since: at }, lastContact: at })).toEqual({ kind: 'behind', at });
    expect(reachOf({ state: { kind: 'waiting', entries: 2, since: at }, lastContact: at })).toEqual({ kind: 'current', at });
    expect(reachOf({ state: { kind: 'waiting', entries: 2, since: at, paused: 'by-you' }, lastContact: at })).toEqual({
      kind: 'behind',
      at,
    });
    expect(reachOf({ state: { kind: 'offline', since: at } })).toEqual({ kind: 'behind', at: undefined });
  });
});

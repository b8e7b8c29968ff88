import { expect, test } from 'vitest';
import { recordsFrom } from '#shared/records/records-from';
import { handOverFileName } from '../../components/hand-over-file-name';
import { scopeOf, subjectOf } from './hand-over-scope';

test('a deal or an account has to be said before there is anything to hand over', () => {
  expect(scopeOf({ kind: 'deal', deal: undefined })).toBeUndefined();
  expect(scopeOf({ kind: 'deal', deal: 'deal:1' })).toEqual({ kind: 'deal', deal: 'deal:1' });
  expect(scopeOf({ kind: 'account', account: undefined })).toBeUndefined();
  expect(scopeOf({ kind: 'everything' })).toEqual({ kind: 'all' });
  expect(scopeOf({ kind: 'unsent' })).toEqual({ kind: 'waiting' });
});

test('a day begins at midnight where the person sits; half a date is none', () => {
  expect(scopeOf({ kind: 'since', date: '2026-11-20' })).toEqual({ kind: 'since', at: new Date(2026, 10, 20).getTime() });
  expect(scopeOf({ kind: 'since', date: '' })).toBeUndefined();
});

test('the file is called by what it is about, in signs that every computer takes', () => {
  const now = Date.UTC(2026, 10, 22);
  expect(handOverFileName('Halden: phase 2/3', now)).toBe('Halden phase 2 3 2026-11-22.throughline');
  expect(handOverFileName('???', now)).toBe('Throughline 2026-11-22.throughline');
  expect(subjectOf({ kind: 'since', date: '2026-11-20' }, recordsFrom([]), 'Halden')).toBe('Halden since 2026-11-20');
});

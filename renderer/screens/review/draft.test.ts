import { describe, expect, test } from 'vitest';
import type { Clash } from '#shared/ledger/clash';
import type { Entry, Json } from '#shared/ledger/entry';
import { declarationOf, type RecordType } from '#shared/records/registry';
import { recordsOf } from '#shared/records/records-from';
import type { AnyRecord } from '#shared/records/registry';
import type { ReviewItem } from '../../data/review';
import type { Author, ReviewDetail } from '../../data/review-detail';
import { beginOther, firstDraft, mayBeOther, optionsOf, valueOfDraft } from './draft';

const people = recordsOf([
  { id: 'person:ana', name: 'Ana', roles: [], active: true },
  { id: 'person:ben', name: 'Ben', roles: [], active: true },
] as AnyRecord[]);
const author = (by: 'person:ana' | 'person:ben'): Author => ({ by, at: '', entry: { id: by } as unknown as Entry });

function itemOf(type: RecordType, field: string, review: Clash['review'], kind: Clash['kind'] = 'plain'): ReviewItem {
  const clash: Clash = { record: `${type}:1`, field, kind, review, sides: [] };
  return { key: field, clash, type, declared: declarationOf(type, field), label: field, title: 'Portal' };
}

const detailOf = (base: Json | undefined, ...values: (Json | undefined)[]): ReviewDetail => ({
  base: base === undefined ? { tag: 'none' } : { tag: 'one', value: base, author: author('person:ana') },
  choices: values.map((value, at) => ({
    authors: [author(at === 0 ? 'person:ben' : 'person:ana')],
    ...(value === undefined ? {} : { value }),
  })),
  unseen: [],
});

describe('the draft of a choice', () => {
  test('what holds something up is chosen on purpose; for the rest the latest is one key away', () => {
    expect(firstDraft(itemOf('deal', 'amount', 'required'), detailOf(null, 1, 2))).toEqual({ kind: 'none' });
    expect(firstDraft(itemOf('deal', 'health', 'quiet'), detailOf(null, 'red', 'green'))).toEqual({ kind: 'choice', at: 0 });
  });

  test('a value that was redacted is never what one key would bring back', () => {
    const item = itemOf('deal', 'health', 'quiet');
    const detail = detailOf(null, undefined, 'green');
    expect(firstDraft(item, detail)).toEqual({ kind: 'none' });
    expect(valueOfDraft(item, detail, { kind: 'choice', at: 0 })).toEqual({ ok: false, error: 'This value was redacted.' });
  });

  test('to keep a record comes before to archive it', () => {
    const item = itemOf('deal', 'archived', 'quiet', 'archived');
    expect(optionsOf(item, detailOf(undefined, true)).map(({ value }) => value)).toEqual([false, true]);
  });

  test('where a deal stands is moved by acts alone, evidence stays as it is, a member is in or out: nothing else is offered', () => {
    expect(mayBeOther(itemOf('deal', 'amount', 'required'))).toBe(true);
    expect(mayBeOther(itemOf('deal', 'phase', 'required'))).toBe(false);
    expect(mayBeOther(itemOf('moment', 'body', 'quiet'))).toBe(false);
    expect(mayBeOther(itemOf('deal', 'buyers/contact:1', 'quiet'))).toBe(false);
  });

  test('prose begins as a text that keeps what both wrote, and is not settled while a mark is left in it', () => {
    const item = itemOf('deal', 'whyTheyBought', 'quiet');
    const detail = detailOf('Soon. Safe.', 'In June. Safe.', 'In May. Safe and cheap.');
    const draft = beginOther(item, detail, { kind: 'none' }, people);
    expect(draft).toEqual({ kind: 'other', value: '[[Ana: In May || Ben: In June]]. Safe and cheap.' });
    expect(valueOfDraft(item, detail, draft)).toMatchObject({ ok: false, error: expect.stringMatching(/^One place is still marked/u) });
    expect(valueOfDraft(item, detail, { kind: 'other', value: 'In May or June.' })).toEqual({ ok: true, value: 'In May or June.' });
  });

  test('a value of one’s own is held to what its field accepts', () => {
    const item = itemOf('deal', 'name', 'quiet');
    expect(valueOfDraft(item, detailOf(null, 'A', 'B'), { kind: 'other', value: '' })).toEqual({
      ok: false,
      error: 'Name must not be empty.',
    });
  });
});

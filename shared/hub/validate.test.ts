import { createContext, Script } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import type { Entry, RecordId } from '../ledger/entry';
import { redactEntry, redaction } from '../ledger/redact';
import { stubOf } from '../ledger/withdrawn';
import { ROLES, type Role } from '../records/define-record';
import { notAllowed, startingValue } from '../records/may-write';
import { declarationOf, definitionOf, RECORD_TYPES, typeOf, type RecordType } from '../records/registry';
import { READERS, serverRole } from './access';
import { DATABASE_KINDS, ledgerOfDatabase, MAX_FILE_PART_CHARS, type DatabaseKind, type PageDocument } from './protocol';
import { Author, pagesOf } from './testing/author';
import { validationSource } from './validate';

const FIRM = 'halden_pryce';
type Verdict = 'accepted' | { readonly forbidden: string } | { readonly unauthorized: string };
interface Asked {
  readonly kind?: DatabaseKind;
  readonly as?: readonly Role[];
  readonly name?: string | null;
  readonly roles?: readonly string[];
  readonly old?: unknown;
  readonly start?: number;
}

/** The function in a context that has nothing but the language; documents come in as text, as on a server. */
const compiled = new Map(
  DATABASE_KINDS.map((kind) => [kind, new Script(`(${validationSource(kind, FIRM)}).apply(null, JSON.parse(request))`)]),
);
function judge(doc: unknown, { kind = 'team', as = ['partner'], name = 'ann', roles, old = null, start = 0 }: Asked = {}): Verdict {
  const newDoc = typeof doc === 'object' && doc !== null && !Array.isArray(doc) ? { _revisions: { start, ids: [] }, ...doc } : doc;
  const userCtx = { db: `${FIRM}-${kind}`, name, roles: roles ?? as.map((role) => serverRole(FIRM, role)) };
  const request = JSON.stringify([newDoc, old, userCtx, {}]);
  try {
    compiled.get(kind)?.runInContext(createContext(Object.assign(Object.create(null), { request })));
    return 'accepted';
  } catch (thrown) {
    const plain = JSON.parse(JSON.stringify(thrown)) as Record<string, unknown>;
    if (Object.keys(plain).length === 1 && typeof (plain['forbidden'] ?? plain['unauthorized']) === 'string') return plain as Verdict;
    throw thrown;
  }
}
const refusal = (doc: unknown, asked?: Asked): string => {
  const verdict = judge(doc, asked);
  return verdict === 'accepted' ? verdict : Object.values(verdict).join('');
};

let devices = 1;
const pageOf = (record: RecordId, set: Record<string, never | string | boolean | null>, by: RecordId = 'person:ANN'): PageDocument => {
  const author = new Author((devices += 1), by);
  author.set(record, set);
  return author.pages('ann')[0]!;
};
const someone = fc.subarray([...ROLES], { minLength: 1 });
const types = fc.constantFrom(...RECORD_TYPES);

describe('a full page', () => {
  test('of 500 entries is judged within a few milliseconds', () => {
    const author = new Author(77);
    for (let n = 0; n < 500; n += 1)
      author.set(`deal:${n}`, { name: `Deal ${n}`, 'buyers/contact:x': true, amount: { amount: n, currency: 'EUR' } });
    const [page] = author.pages('ann');
    expect(page?.entries.length).toBe(500);
    expect(judge(page)).toBe('accepted');
    const times = Array.from({ length: 9 }, () => {
      const before = performance.now();
      judge(page);
      return performance.now() - before;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});

describe('who may write what', () => {
  law(
    'a record is accepted exactly from the roles that its declaration names, in its own ledger',
    fc.property(types, someone, fc.constantFrom<DatabaseKind>('team', 'finance'), (type, as, kind) => {
      const { ledger, writers } = definitionOf(type);
      const may = ledger === ledgerOfDatabase(kind) && as.some((role) => writers.includes(role));
      const verdict = judge(pageOf(`${type}:X`, { archived: true }), { kind, as });
      expect(verdict === 'accepted').toBe(may);
    }),
  );

  law(
    'a protected field is accepted exactly from the roles that its declaration names',
    fc.property(fc.constantFrom(...protectedFields()), someone, ([type, field, writers], as) => {
      const page = pageOf(`${type}:X`, { [field]: 'anything else' });
      const may = as.some((role) => writers.includes(role)) && as.some((role) => definitionOf(type).writers.includes(role));
      expect(judge(page, { as }) === 'accepted').toBe(may);
    }),
  );

  law(
    'a server refuses what the app itself does not let one write, and nothing else',
    fc.property(
      aChange(),
      someone,
      fc.boolean(),
      fc.constantFrom<DatabaseKind>('team', 'finance'),
      ({ record, set }, as, creates, kind) => {
        fc.pre(definitionOf(typeOf(record)!).ledger === ledgerOfDatabase(kind));
        const author = new Author((devices += 1), 'person:ANN');
        const seen = Object.fromEntries(Object.keys(set).map((field) => [field, [`${'a'.repeat(16)}.00000001.${'b'.repeat(12)}`]]));
        author.set(record, set, creates ? undefined : seen);
        const verdict = judge(author.pages('ann')[0], { as, kind });
        expect(verdict === 'accepted').toBe(
          notAllowed({ record, set }, { roles: as, person: 'person:ANN', user: 'ann' }, creates) === undefined,
        );
      },
    ),
  );

  test('a refusal says who may, and what one is', () => {
    expect(refusal(pageOf('costRate:X', { role: 'PM' }), { kind: 'finance', as: ['PM'] })).toBe(
      'Cost rates can be changed by finance or partner. Your role here is PM.',
    );
    expect(refusal(pageOf('changeOrder:X', { status: 'billed' }), { as: ['AE', 'consultant'] })).toBe(
      '"Status" of change orders can be changed by PM, finance or partner. Your roles here are AE and consultant.',
    );
    expect(refusal(pageOf('costRate:X', { role: 'PM' }))).toBe('Cost rates belong to the finance ledger.');
  });

  test('an AE opens a change order as requested, and cannot bill it, nor take it back to requested', () => {
    expect(judge(pageOf('changeOrder:X', { title: 'SSO', status: 'requested' }), { as: ['AE'] })).toBe('accepted');
    expect(judge(pageOf('timeEntry:X', { approved: false }), { as: ['consultant'] })).toBe('accepted');
    expect(judge(pageOf('timeEntry:X', { approved: true }), { as: ['consultant'] })).not.toBe('accepted');
    const author = new Author(90);
    author.set('changeOrder:X', { status: 'requested' }, { status: [`${'a'.repeat(16)}.00000001.${'b'.repeat(12)}`] });
    expect(refusal(author.pages('ann')[0], { as: ['AE'] })).toContain('"Status" of change orders');
  });

  test('a type that the rules do not know comes from a newer app, and passes', () => {
    expect(judge(pageOf('hologram:X', { shape: 'cube' }), { as: ['consultant'] })).toBe('accepted');
    expect(judge(pageOf('constructor:X', { shape: 'cube' }), { as: ['consultant'] })).toBe('accepted');
  });

  test('everybody says which person they are, and nobody else gives roles', () => {
    const me: RecordId = 'person:ANN';
    const accepted = (record: RecordId, set: Record<string, string | boolean>) =>
      judge(pageOf(record, set, me), { as: ['AE'] }) === 'accepted';
    expect(accepted(me, { user: 'ann', name: 'Ann', email: 'ann@firm.example' })).toBe(true);
    expect(accepted('person:OLD', { joinedAs: 'person:ANN' })).toBe(true);
    expect(accepted('person:BEN', { user: 'ann' })).toBe(true);
    expect(accepted(me, { user: 'ben' })).toBe(false);
    const joining = new Author(92, me);
    joining.set(me, { user: 'ann', name: 'Ann' }, { name: [`${'a'.repeat(16)}.00000001.${'b'.repeat(12)}`] });
    expect(judge(joining.pages('ann')[0], { as: ['AE'] })).toBe('accepted');
    const taking = new Author(91, me);
    taking.set('person:BEN', { user: 'ann' }, { user: [`${'a'.repeat(16)}.00000001.${'b'.repeat(12)}`] });
    expect(judge(taking.pages('ann')[0], { as: ['AE'] })).not.toBe('accepted');
    expect(accepted('person:BEN', { name: 'Benny' })).toBe(false);
    expect(accepted(me, { 'roles/partner': true })).toBe(false);
    expect(accepted(me, { active: true })).toBe(false);
    expect(accepted(me, { archived: true })).toBe(false);
    expect(judge(pageOf('person:BEN', { 'roles/partner': true, active: true }), { as: ['admin'] })).toBe('accepted');
  });

  test('only an admin redacts', () => {
    const author = new Author(91);
    author.write(redaction([{ entry: `${'a'.repeat(16)}.00000001.${'b'.repeat(12)}`, record: 'deal:X' }], 'asked to be forgotten'));
    const [page] = author.pages('ann');
    expect(refusal(page, { as: ['partner'] })).toBe('Only an admin can redact. Your role here is partner.');
    expect(judge(page, { as: ['admin'] })).toBe('accepted');
  });

  test('what was redacted still says which fields it set, and is judged by them', () => {
    const author = new Author(92);
    const erased = redactEntry(author.set('changeOrder:X', { decidedBy: 'person:X' }), new Set(['changeOrder:X']));
    expect(judge(pagesOf([erased], 'ann')[0], { as: ['PM'] })).toBe('accepted');
    expect(judge(pagesOf([erased], 'ann')[0], { as: ['AE'] })).not.toBe('accepted');
  });

  test('a role in another workspace counts for nothing', () => {
    expect(refusal(pageOf('deal:X', { name: 'x' }), { roles: ['other:partner', 'partner', 'halden_pryce:Partner'] })).toContain(
      'You have no role here',
    );
    expect(judge(pageOf('deal:X', { name: 'x' }), { name: null, roles: [] })).toEqual({ unauthorized: 'Sign in first.' });
    expect(judge({ anything: 1 }, { roles: ['_admin'], old: { _id: 'x' } })).toBe('accepted');
  });

  test('what somebody else wrote is handed in under the name and the roles of whoever hands it in', () => {
    const page = pageOf('deal:X', { name: 'x' }, 'person:BEN');
    expect(judge(page)).toBe('accepted');
    expect(refusal({ ...page, from: 'ben' })).toContain('"from" must be the name');
  });
});

describe('what never happens to what is written', () => {
  const page = pageOf('deal:X', { name: 'x' });

  test('no change, no deletion, no revision but the first', () => {
    expect(refusal(page, { old: page })).toContain('never changes');
    expect(judge(page, { old: { _id: page._id, _deleted: true } })).toBe('accepted');
    expect(refusal({ ...page, _deleted: true })).toContain('Nothing is deleted');
    expect([0, 1, 2, 9].map((start) => judge(page, { start }) === 'accepted')).toEqual([true, true, false, false]);
    expect(judge({ ...page, _revisions: undefined })).toBe('accepted');
    expect(refusal({ ...page, _revisions: undefined, _rev: `2-${'f'.repeat(32)}` })).toContain('first revision');
    expect(judge({ ...page, _rev: `1-${'f'.repeat(32)}` }, { start: 1 })).toBe('accepted');
    for (const _revisions of [null, 'x', [], {}, { start: '1' }]) expect(refusal({ ...page, _revisions })).toContain('first revision');
  });
});

describe('what a page is', () => {
  const author = new Author(40);
  const entries = [1, 2, 3].map((n) => author.set('deal:X', { name: `name ${n}` }));
  const [page] = author.pages('ann') as [PageDocument];
  const withEntry = (at: number, change: object) => ({
    ...page,
    entries: page.entries.map((entry, place) => (place === at ? { ...(entry as object), ...change } : entry)),
  });

  test('stubs and entries of a newer app keep their place', () => {
    const stub = stubOf(entries[1] as Entry);
    expect(judge({ ...page, entries: [entries[0], stub, entries[2]] })).toBe('accepted');
    expect(refusal({ ...page, entries: [entries[0], { ...stub, hash: 'f'.repeat(64) }, entries[2]] })).toContain(
      'neither an entry nor a stub',
    );
    expect(judge(withEntry(1, { v: 2, edits: 'folded differently', at: 7 }))).toBe('accepted');
    expect(refusal(withEntry(1, { v: 2, edits: [{ record: 'invoice:X', lines: [] }] }), { as: ['AE'] })).toContain(
      'Invoices can be changed by',
    );
  });

  test('its id fixes how many entries it has, whose, where, and in which chain', () => {
    expect(judge(page)).toBe('accepted');
    expect(refusal({ ...page, entries: entries.slice(1) })).toContain('as many entries');
    expect(refusal({ ...page, entries: [entries[1], entries[0], entries[2]] })).toContain('not in its place');
    expect(refusal(withEntry(1, { prev: 'f'.repeat(64) }))).toContain('does not follow');
    expect(refusal(withEntry(2, { id: `${entries[2]?.id.slice(0, 26)}${'0'.repeat(12)}` }))).toContain('The last entry');
    expect(refusal({ ...page, _id: 'shopping-list' })).toContain('not that of a page');
    expect(refusal({ ...page, _attachments: {} })).toContain('has no "_attachments"');
    expect(refusal({ ...page, note: 'x' })).toContain('has no "note"');
  });

  test('it has at most 500 entries and 256 KiB', () => {
    const many = new Author(41);
    for (let n = 0; n < 501; n += 1) many.set('deal:X', { name: 'x' });
    const all = many.pages('ann').flatMap((one) => one.entries) as Entry[];
    const id = `${many.device}.00000001-00000501.${all.at(-1)?.id.slice(26)}`;
    expect(refusal({ _id: id, from: 'ann', entries: all })).toContain('at most 500');
    const wide = new Author(42);
    for (let n = 0; n < 3; n += 1) wide.set('deal:X', { notes: 'x'.repeat(100_000) });
    const three = wide.pages('ann').flatMap((one) => one.entries) as Entry[];
    expect(refusal({ _id: `${wide.device}.00000001-00000003.${three.at(-1)?.id.slice(26)}`, from: 'ann', entries: three })).toContain(
      '262144',
    );
  });

  law(
    'whatever is done to a document, the answer is yes, or a reason',
    fc.property(fc.nat(2), hostilePath(), fc.oneof(hostileValue(), fc.constant(undefined)), someone, (at, path, value, as) => {
      const broken = JSON.parse(JSON.stringify(page)) as Record<string, unknown>;
      plant(
        broken,
        path.map((key) => (key === '#' ? at : key)),
        value,
      );
      judge(broken, { as });
      judge(broken, { as, kind: 'finance' });
      judge(broken, { as, kind: 'files' });
    }),
  );

  law(
    'nor does a document that is no document at all raise anything else',
    fc.property(fc.oneof(fc.jsonValue(), hostileValue()), fc.constantFrom(...DATABASE_KINDS), (value, kind) => {
      judge(value, { kind });
      expect(judge({ _id: page._id, from: 'ann', entries: value }, { kind })).not.toBe('accepted');
    }),
  );

  test('the names of prototypes, overridden methods and depth are refused as what they are', () => {
    const set = (text: string) => ({
      ...page,
      entries: [entries[0], { ...entries[1], edits: [{ ...entries[1]?.edits[0], set: JSON.parse(text) as object }] }, entries[2]],
    });
    expect(refusal(set('{"__proto__": 1}'))).toContain('what is not a field');
    expect(judge(set('{"hasOwnProperty": 1, "constructor": 2, "toString": null}'))).toBe('accepted');
    expect(refusal(set(`{"x": ${'['.repeat(40)}${']'.repeat(40)}}`))).toContain('nested too deeply');
    expect(refusal(set(`{"x": ${'{"y":'.repeat(3_000)}1${'}'.repeat(3_000)}}`))).toContain('nested too deeply');
    expect(refusal(withEntry(1, { edits: undefined }))).toContain('"edits" is not a list');
    expect(refusal({ ...page, hasOwnProperty: 'x' })).toContain('has no "hasOwnProperty"');
  });
});

describe('what a file is', () => {
  const id = `file:${'a'.repeat(64)}`;
  const head = { _id: id, from: 'ann', name: 'sow.pdf', type: 'application/pdf', size: 3 };

  test('a head and its parts, from whoever is a member', () => {
    for (const kind of ['files', 'finance-files'] as const) {
      for (const as of READERS[ledgerOfDatabase(kind)]) expect(judge(head, { kind, as: [as] })).toBe('accepted');
      expect(judge({ _id: `${id}/0`, from: 'ann', body: 'AAAA' }, { kind })).toBe('accepted');
      expect(judge(pageOf('deal:X', { name: 'x' }), { kind })).not.toBe('accepted');
    }
  });

  test('nothing larger and nothing else', () => {
    const refused = (doc: object) => refusal(doc, { kind: 'files' });
    expect(refused({ ...head, size: -1 })).toContain('size');
    expect(refused({ ...head, name: 'x'.repeat(2_000) })).toContain('name');
    expect(refused({ ...head, body: 'AAAA' })).toContain('has no "body"');
    expect(refused({ ...head, _id: 'file:abc' })).toContain('not that of a file');
    expect(refused({ _id: `${id}/00`, from: 'ann', body: 'AAAA' })).toContain('not that of a file');
    expect(refused({ _id: `${id}/1`, from: 'ann', body: 'A'.repeat(MAX_FILE_PART_CHARS + 4) })).toContain('at most');
    expect(refused({ _id: `${id}/1`, from: 'ann', body: 7 })).toContain('base64');
  });
});

function protectedFields(): [RecordType, string, readonly Role[]][] {
  return RECORD_TYPES.flatMap((type) =>
    Object.entries(definitionOf(type).fields).flatMap(([field, { writers }]): [RecordType, string, readonly Role[]][] =>
      writers && definitionOf(type).ledger === 'team' ? [[type, field, writers]] : [],
    ),
  );
}

/** Up to four fields of a record, many of them of a person or protected, many with the value that they start with. */
function aChange(): fc.Arbitrary<{ readonly record: RecordId; readonly set: Readonly<Record<string, string | boolean | null>> }> {
  const guarded = protectedFields().map(([type]) => type);
  return fc.constantFrom<RecordType>('person', 'person', ...guarded, ...guarded, ...RECORD_TYPES).chain((type) => {
    const { fields } = definitionOf(type);
    const field = fc.constantFrom(
      ...Object.keys(fields),
      'archived',
      ...(type === 'person' ? ['roles/partner', 'user', 'joinedAs', 'name'] : []),
    );
    const said = field.chain((name) => {
      const declared = declarationOf(type, name);
      const start = declared ? startingValue(declared) : undefined;
      return fc.tuple(fc.constant(name), fc.constantFrom('x', 'ann', true, null, ...(start === undefined ? [] : [start, start])));
    });
    const sets = fc.uniqueArray(said, { minLength: 1, maxLength: 4, selector: ([name]) => name });
    const ids = fc.constantFrom<RecordId>(`${type}:ANN`, `${type}:X`);
    return fc.tuple(ids, sets).map(([record, pairs]) => ({ record, set: Object.fromEntries(pairs) }));
  });
}

function hostilePath(): fc.Arbitrary<string[]> {
  return fc
    .constantFrom(
      ...[
        '_id',
        'from',
        'entries',
        'entries.#',
        'entries.#.id',
        'entries.#.v',
        'entries.#.prev',
        'entries.#.at',
        'entries.#.by',
        'entries.#.act',
      ],
      ...[
        'entries.#.edits',
        'entries.#.edits.0',
        'entries.#.edits.0.record',
        'entries.#.edits.0.set',
        'entries.#.edits.0.over',
        'entries.#.edits.0.salt',
      ],
      ...[
        'entries.#.redacts',
        'entries.#.have',
        'entries.#.hash',
        'entries.#.edits.0.fields',
        'entries.#.edits.0.digest',
        '_revisions',
        '_deleted',
        'length',
      ],
    )
    .map((path) => path.split('.'));
}

function hostileValue(): fc.Arbitrary<unknown> {
  const names = fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'toString', 'length', 'toJSON', 'set', 'record', 'edits');
  return fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(null, true, 0, -1, 1e308, '', '__proto__', ':', 'person:', 'x'.repeat(5_000)),
    fc.dictionary(names, fc.jsonValue()),
  );
}

function plant(target: Record<string, unknown>, path: readonly (string | number)[], value: unknown): void {
  const [key = '', ...rest] = path;
  const next = target[key];
  if (rest.length > 0 && typeof next === 'object' && next !== null) plant(next as Record<string, unknown>, rest, value);
  else if (value === undefined) delete target[key];
  else target[key] = value;
}

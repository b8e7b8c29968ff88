import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAt } from '../ledger/clock';
import type { Entry } from '../ledger/entry';
import { recordsOf } from '../records/records-from';
import type { AnyRecord } from '../records/registry';
import type { Records } from '../records/records';
import { WORD, foldWord } from '../values/words';
import { parseClaim } from './claim';
import { coverageOf } from './coverage';
import { overrulings, overruleVerdict } from './overrule';
import { readPassages } from './passages';
import { reasonOf } from './reason';
import { EVIDENCE_TYPES, sourceOf } from './source';
import { knowTerm, type Vocabulary } from './terms';
import { judge, type Judgement } from './verdict';

const TODAY = '2026-11-22';
const DEAL = 'deal:one';
const people = [
  { id: 'person:ada', name: 'Ada Brandt', email: 'ada@firm.example', roles: ['AE'], active: true },
  { id: 'person:luca', name: 'Luca Bianchi', email: 'luca@firm.example', roles: [], active: true },
  { id: 'contact:weber', name: 'Katrin Weber', email: 'weber@client.example', account: 'account:nord' },
  { id: 'account:nord', name: 'Nordwind' },
  {
    id: DEAL,
    name: 'Order to cash',
    phase: 'build',
    account: 'account:nord',
    ae: 'person:ada',
    pm: 'person:luca',
    buyers: ['contact:weber'],
  },
];

type Loose = Readonly<Record<string, unknown>> & { readonly id: string };
const recordsWith = (...more: readonly Loose[]): Records => recordsOf([...people, ...more] as unknown as AnyRecord[]);

const moment = (id: string, body: string, more: Readonly<Record<string, unknown>> = {}): Loose => ({
  id: `moment:${id}`,
  kind: 'call',
  deal: DEAL,
  at: '2026-03-02T10:00:00.000Z',
  subject: 'Talk',
  body,
  contacts: ['contact:weber'],
  people: ['person:luca'],
  ...more,
});

function vocabularyOf(records: Records): Vocabulary {
  const texts = EVIDENCE_TYPES.flatMap((type) =>
    records.all(type).flatMap(({ id }) => sourceOf(id, records)?.parts.map(({ text }) => text) ?? []),
  );
  const counts = new Map<string, number>();
  for (const word of texts.flatMap((text) => [...text.matchAll(WORD)]))
    counts.set(foldWord(word[0]), (counts.get(foldWord(word[0])) ?? 0) + 1);
  return {
    size: 100,
    frequency: (word) => counts.get(word) ?? 0,
    beginningWith: (start) => [...counts.keys()].filter((word) => word.startsWith(start)).sort(),
  };
}

function judged(text: string, records: Records): Judgement & { readonly reason: string } {
  const claim = parseClaim(text, { scope: { kind: 'deal', deal: DEAL }, records, today: TODAY, language: 'en' });
  const terms = claim.terms.map((term) => knowTerm(term, vocabularyOf(records), 'en'));
  const sources = EVIDENCE_TYPES.flatMap((type) => records.all(type).flatMap(({ id }) => sourceOf(id, records) ?? []));
  const judgement = judge(claim, readPassages(terms, sources), records);
  return { ...judgement, reason: reasonOf(claim, terms, judgement, { records, locale: 'en' }) };
}
const verdictOf = (text: string, ...more: readonly Loose[]): string => judged(text, recordsWith(...more)).verdict;

describe('words of ours to the client', () => {
  const CLAIM = 'Training for the drivers';

  test.each([
    ['We will train your drivers in spring.', 'promised'],
    ["I'll train the drivers myself.", 'promised'],
    ['Luca promised to train the drivers.', 'promised'],
    ['Wir werden die drivers schulen.', 'promised'],
    ['She asked whether we train the drivers. Agreed.', 'promised'],
    ['We will look at training the drivers.', 'discussed'],
    ['We could train the drivers.', 'discussed'],
    ['Luca mentioned training for drivers but did not promise it.', 'discussed'],
    ['Will you train the drivers?', 'discussed'],
    ['Mrs Weber: we will train the drivers ourselves.', 'discussed'],
    ['She will train the drivers.', 'discussed'],
    ['We will not train the drivers.', 'contradicted'],
    ['Training of drivers is not included.', 'contradicted'],
    ['She asked for training of the drivers. No.', 'contradicted'],
    ['The weather was fine.', 'no record'],
  ])('“%s” is %s', (body, verdict) => {
    expect(verdictOf(CLAIM, moment('a', body))).toBe(verdict);
  });

  test('a mail of the client binds us to nothing, and a note among ourselves neither', () => {
    const words = 'We will train the drivers.';
    expect(verdictOf(CLAIM, moment('a', words, { kind: 'e-mail', from: 'weber@client.example' }))).toBe('discussed');
    expect(verdictOf(CLAIM, moment('a', words, { kind: 'e-mail', from: 'Ada <ada@firm.example>' }))).toBe('promised');
    expect(verdictOf(CLAIM, moment('a', words, { kind: 'note' }))).toBe('discussed');
  });
});

describe('what is on record', () => {
  const promise = (more: Readonly<Record<string, unknown>> = {}): Loose => ({
    id: 'commitment:a',
    deal: DEAL,
    text: 'Free training for twelve drivers',
    decision: 'open',
    fulfilment: 'open',
    madeBy: 'person:luca',
    madeTo: 'contact:weber',
    madeAt: '2026-03-02',
    ...more,
  });
  const line = (more: Readonly<Record<string, unknown>> = {}): readonly Loose[] => [
    {
      id: 'scopeLine:a',
      deal: DEAL,
      title: 'Training of drivers',
      included: 'Twelve drivers.',
      excluded: 'Dispatchers.',
      status: 'in',
      touches: [],
      ...more,
    },
    { id: 'proposal:a', deal: DEAL, version: 1, status: 'accepted', acceptedAt: '2026-04-01' },
    { id: 'proposalLine:a', proposal: 'proposal:a', scopeLine: 'scopeLine:a', text: 'Training of drivers' },
  ];

  test('a commitment promises; an assumption of theirs does not; one that is not ours contradicts', () => {
    expect(judged('training the drivers at no charge', recordsWith(promise())).reason).toBe(
      'Luca Bianchi promised it to Katrin Weber on Mar 2, 2026 (commitment); it is on record as a commitment.',
    );
    expect(verdictOf('training the drivers', promise({ kind: 'assumption' }))).toBe('discussed');
    expect(verdictOf('training the drivers', promise({ decision: 'not ours' }))).toBe('contradicted');
  });

  test('twelve promised are not twenty, and what was promised for money is not free', () => {
    expect(verdictOf('training for 12 drivers', promise())).toBe('promised');
    expect(verdictOf('training for twenty drivers', promise())).toBe('discussed');
    expect(verdictOf('free training of drivers', promise({ text: 'Training of drivers' }))).toBe('discussed');
  });

  test('an accepted line promises what it includes and contradicts what it excludes', () => {
    expect(verdictOf('training of drivers', ...line())).toBe('promised');
    expect(verdictOf('dispatchers', ...line())).toBe('contradicted');
    expect(verdictOf('training of drivers', ...line({ status: 'negotiated away' }).slice(0, 1))).toBe('contradicted');
  });

  test('a signed line outweighs what was said on a call, whichever was later', () => {
    const said = moment('a', 'We will train the dispatchers.', { at: '2026-06-01T10:00:00.000Z' });
    expect(verdictOf('training of dispatchers', said)).toBe('promised');
    const excluded = line({ excluded: 'Training of dispatchers.' });
    expect(verdictOf('training of dispatchers', said, ...excluded)).toBe('contradicted');
  });

  test('what the client forbids is ruled out, and a claim that it will not be done is borne out by an exclusion', () => {
    const rule = { id: 'constraint:a', deal: DEAL, text: 'No changes to the ledger', by: 'contact:weber', strength: 'must' };
    expect(verdictOf('changes to the ledger', rule)).toBe('contradicted');
    expect(verdictOf('the ledger will not be changed', rule)).toBe('discussed');
    expect(verdictOf('the ledger will not be changed', rule, ...line({ excluded: 'Any change to the ledger.' }))).toBe('promised');
  });

  test('a decision on a claim proves nothing of it', () => {
    const decided = { id: 'decision:a', deal: DEAL, text: '“training” counts as: promised', claim: 'training', verdict: 'promised' };
    expect(verdictOf('training', decided)).toBe('no record');
  });

  test('a claim that shares no word with the record has no record, whatever is on record', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('We will train drivers.', 'Agreed.', 'No.', 'It is free.'), { maxLength: 6 }), (said) => {
        expect(verdictOf('quantum zeppelin', moment('a', said.join(' ')), promise(), ...line())).toBe('no record');
      }),
      { numRuns: 60 },
    );
  });
});

describe('what was not covered', () => {
  const parts = (records: Records) => ({ records, scope: { kind: 'deal', deal: DEAL } as const, today: TODAY, moments: [] });

  test('calls without words, weeks of silence, and people of whom no mail is here', () => {
    const records = recordsWith(
      moment('a', 'Hello', {
        kind: 'e-mail',
        from: 'ada@firm.example',
        to: 'weber@client.example',
        people: ['person:ada'],
        at: '2026-09-01T10:00:00.000Z',
      }),
      moment('b', '', { at: '2026-11-20T10:00:00.000Z' }),
    );
    const coverage = coverageOf(parts(records));
    expect(coverage.withoutText.map(({ id }) => id)).toEqual(['moment:b']);
    expect(coverage.silences.map(({ from, to, weeks }) => [from, to, weeks])).toEqual([['2026-09-02', '2026-11-20', 11]]);
    expect(coverage.withoutMail).toEqual(['person:luca']);
    expect(coverage.period).toEqual({ from: '2026-09-01', to: '2026-11-20' });
  });

  test('a pause is no silence', () => {
    const records = recordsWith(moment('a', 'x', { at: '2026-03-01T10:00:00.000Z' }), moment('b', 'y', { at: '2026-11-20T10:00:00.000Z' }));
    const turn = (ms: number, phase: string) =>
      ({ at: formatAt({ ms, count: 0 }), edits: [{ record: DEAL, set: { phase } }] }) as unknown as Entry;
    const paused = [turn(Date.UTC(2026, 2, 5), 'on hold'), turn(Date.UTC(2026, 10, 15), 'build')];
    expect(coverageOf(parts(records)).silences).toHaveLength(1);
    expect(coverageOf({ ...parts(records), histories: new Map([[DEAL, paused]]) }).silences).toEqual([]);
  });

  test('mail of the account that nobody has filed, and files without words', () => {
    const loose = {
      id: 'moment:l',
      kind: 'e-mail',
      account: 'account:nord',
      at: '2026-03-02T10:00:00.000Z',
      subject: 'x',
      contacts: [],
      people: [],
    };
    const scan = moment('s', '', { kind: 'file', file: 'file:abc' });
    const files = new Map([['moment:s' as const, { parts: [{ name: '', state: 'empty' as const, text: '' }] }]]);
    const coverage = coverageOf({ ...parts(recordsWith(loose, scan)), files });
    expect(coverage.unfiled.map(({ id }) => id)).toEqual(['moment:l']);
    expect(coverage.unreadFiles.map(({ moment: { id } }) => id)).toEqual(['moment:s']);
    expect(coverageOf(parts(recordsWith(scan))).unseenFiles).toBe(1);
  });
});

describe('a person who decides otherwise', () => {
  const overruling = {
    claim: 'You promised training',
    deal: DEAL,
    found: 'discussed',
    verdict: 'promised',
    why: 'Said at lunch',
    decidedBy: 'Ada Brandt',
    decidedAt: TODAY,
  } as const;

  test('says why, and freezes what they had before them', () => {
    const done = overruleVerdict('decision:new', overruling);
    if (!done.ok) throw new Error(done.error.message);
    expect([done.value.act, done.value.freezes, done.value.deal]).toEqual(['evidence.overrule', true, DEAL]);
    expect(overruleVerdict('decision:new', { ...overruling, why: ' ' }).ok).toBe(false);
    expect(overruleVerdict('decision:new', { ...overruling, verdict: 'discussed' }).ok).toBe(false);
    expect(overruleVerdict('decision:new', { ...overruling, deal: undefined }).ok).toBe(false);
  });

  test('is found again by whoever asks the same in other small words, and not by whoever asks the contrary', () => {
    const records = recordsWith({ id: 'decision:a', deal: DEAL, text: 'x', claim: 'You promised training', verdict: 'promised' });
    const found = (claim: string) => overrulings(claim, { kind: 'deal', deal: DEAL }, records).length;
    expect([found('training was promised to us'), found('no training'), found('free training')]).toEqual([1, 0, 0]);
  });
});

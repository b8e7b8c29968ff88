import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../ledger/entry';
import { recordsFrom } from '../records/records-from';
import type { Records } from '../records/records';
import type { StoredRecord } from '../records/view';
import { BRIEF_SECTIONS, dealBrief, MOST_WORDS, sectionDigests, type BriefKey } from './brief';
import { agendaDocument, agendaText, briefDocument } from './brief-document';
import type { BriefItem } from './brief-item';
import { phrasingOf } from './phrasing';
import { readersOf, readSection } from './receipts';

type Values = Readonly<Record<string, Json>>;
const DEAL = 'deal:1';
const EN = phrasingOf('en-GB');
const of = (id: string, values: Values): StoredRecord => ({ id: id as StoredRecord['id'], values: { deal: DEAL, ...values } });

/** The seed case: billing must not be touched; the way round it was promised on a call. */
const SEED: readonly StoredRecord[] = [
  {
    id: DEAL,
    values: {
      name: 'Order-to-cash',
      account: 'account:n',
      phase: 'kickoff',
      ae: 'person:ada',
      pm: 'person:clara',
      billingModel: 'milestone',
      amount: { amount: 31_200_000, currency: 'EUR' },
      signedAt: '2026-04-01',
      kickoffAt: '2026-04-10',
      whyTheyBought: 'Every order is retyped three times.\n\nFinance closes on day eleven.',
      'buyers/contact:weber': true,
      'buyers/contact:thiel': true,
    },
  },
  { id: 'account:n', values: { name: 'Nordwind' } },
  { id: 'person:ada', values: { name: 'Ada Brandt', active: true } },
  { id: 'person:clara', values: { name: 'Clara Nowak', active: true } },
  { id: 'contact:thiel', values: { name: 'Jan Thiel', title: 'Head of Orders', buyingRole: 'champion', stance: 'for' } },
  { id: 'contact:weber', values: { name: 'Katrin Weber', title: 'CFO', buyingRole: 'economic buyer', stance: 'neutral' } },
  of('priority:1', { text: 'Close by working day six', contact: 'contact:weber', rank: 1, sourceMoment: 'moment:call' }),
  of('objection:1', { text: 'Over budget', raisedBy: 'contact:weber', resolution: 'Portal taken out.' }),
  of('scopeLine:billing', {
    title: 'Integrate with client’s billing system',
    status: 'in',
    origin: 'SOW',
    plannedHours: 460,
    price: { amount: 5_300_000, currency: 'EUR' },
    excluded: 'Any change to billing.',
    'touches/constraint:cfo': true,
  }),
  of('scopeLine:orders', {
    title: 'Order capture',
    status: 'in',
    origin: 'SOW',
    plannedHours: 640,
    price: { amount: 7_400_000, currency: 'EUR' },
  }),
  of('scopeLine:portal', { title: 'Portal redesign', status: 'negotiated away', decidedWhy: 'Over budget' }),
  of('constraint:cfo', {
    text: 'No changes to billing',
    quote: 'there will be no changes to billing',
    strength: 'must',
    by: 'contact:weber',
  }),
  of('commitment:drop', {
    text: 'A file every night',
    quote: 'We will drop a file every night at two.',
    madeBy: 'person:ada',
    madeTo: 'contact:weber',
    channel: 'call',
    madeAt: '2026-01-15',
    decision: 'honour free',
    fulfilment: 'open',
    sourceMoment: 'moment:call',
  }),
  of('commitment:free', { text: 'A second trainer', decision: 'not ours', fulfilment: 'open' }),
  of('commitment:stop', { text: 'They may stop after any milestone', decision: 'open', fulfilment: 'open', inSow: true }),
  of('concession:1', {
    text: '6,000 off for a reference',
    givenBy: 'us',
    value: { amount: 600_000, currency: 'EUR' },
    givenAt: '2026-02-27',
  }),
  of('decision:1', { text: 'One queue', why: 'Two would mean two checks.', decidedBy: 'Katrin Weber' }),
  of('decision:2', { text: 'Hybrid queue', why: 'Orders by telephone', supersedes: 'decision:1' }),
  of('milestone:1', { title: 'Requirements accepted', due: '2026-04-20', fee: { amount: 4_680_000, currency: 'EUR' } }),
  of('milestone:2', { title: 'Design accepted', due: '2026-07-20' }),
  of('ticket:1', { title: 'Prepare the kick-off', kind: 'work package', status: 'open', due: '2026-04-09', owner: 'person:clara' }),
  of('ticket:2', { title: 'Much later', kind: 'work package', status: 'open', due: '2026-09-09', owner: 'person:clara' }),
  of('question:1', { text: 'Who signs the acceptance?', to: 'person:ada', due: '2026-04-08', about: 'scopeLine:billing' }),
];

function briefOf(stored: readonly StoredRecord[] = SEED) {
  const records = recordsFrom(stored);
  return { records, ...dealBrief(records, dealOf(records), EN) };
}
function dealOf(records: Records) {
  const [deal] = records.all('deal');
  if (!deal) throw new Error('no deal');
  return deal;
}
const sectionOf = (key: BriefKey, stored = SEED): readonly BriefItem[] =>
  briefOf(stored).sections.find((one) => one.key === key)?.items ?? [];
const textsOf = (items: readonly BriefItem[]) => items.map(({ lead, text }) => [lead, text].filter(Boolean).join(': '));

describe('the brief of a deal', () => {
  test('says why they bought, and who matters, the economic buyer first, with what they want and objected', () => {
    expect(textsOf(sectionOf('why'))).toEqual(['Every order is retyped three times.', 'Finance closes on day eleven.']);
    const [weber, thiel] = sectionOf('people');
    expect(weber).toMatchObject({ lead: 'Katrin Weber', text: 'CFO, economic buyer, neutral' });
    expect(weber?.points).toEqual([
      { record: 'priority:1', text: 'Wants: Close by working day six. No. 1 of all.', moment: 'moment:call' },
      { record: 'objection:1', text: 'Objected: Over budget. Resolved: Portal taken out.' },
    ]);
    expect(thiel).toMatchObject({ lead: 'Jan Thiel', text: 'Head of Orders, champion, for us' });
  });

  test('says what was sold, whole and by line, the dearest first, and what is not included', () => {
    const [whole, first, second] = sectionOf('sold');
    expect(whole?.text).toBe('Signed on 1 Apr 2026 for €312,000, billed by milestone. 2 lines of scope, 1,100 hours.');
    expect(first).toMatchObject({ lead: 'Order capture', said: '640 h, €74,000' });
    expect(second?.points).toEqual([{ record: 'scopeLine:billing', text: 'Not included: Any change to billing.' }]);
  });

  test('says what was promised in the words that were used, undecided first, and leaves out what was refused', () => {
    const [stop, drop, ...others] = sectionOf('promised');
    expect(others).toEqual([]);
    expect(stop).toMatchObject({ record: 'commitment:stop', state: 'undecided', open: true });
    expect(drop).toMatchObject({
      quote: 'We will drop a file every night at two.',
      said: 'Ada Brandt to Katrin Weber, call, 15 Jan 2026',
      state: 'honour free, not in the SOW',
      moment: 'moment:call',
    });
  });

  test('says what was given away, by whom, for how much, and what nobody approved', () => {
    const [off, portal] = sectionOf('given away');
    expect(off).toMatchObject({ said: 'given by us, €6,000, 27 Feb 2026', state: 'not approved', open: true });
    expect(portal).toMatchObject({ lead: 'Portal redesign', text: 'Over budget', state: 'negotiated away' });
  });

  test('says what the client forbids, and that no way round it is promised until one is', () => {
    const [cfo, decided, ...others] = sectionOf('constraints');
    expect(others).toEqual([]);
    expect(cfo).toMatchObject({
      state: 'must',
      said: 'Katrin Weber',
      open: true,
      points: [{ record: 'scopeLine:billing', text: 'No way round it is promised for “Integrate with client’s billing system”' }],
    });
    expect(decided).toMatchObject({ lead: 'Decided', text: 'Hybrid queue', points: [{ text: 'Because orders by telephone' }] });
    const linked = SEED.map((one) =>
      one.id === 'commitment:drop'
        ? { ...one, values: { ...one.values, worksAround: 'constraint:cfo', scopeLine: 'scopeLine:billing' } }
        : one,
    );
    expect(sectionOf('constraints', linked)[0]).not.toHaveProperty('open');
    expect(sectionOf('constraints', linked)[0]?.points).toMatchObject([
      {
        record: 'commitment:drop',
        text: 'The way round it for “Integrate with client’s billing system”: A file every night',
        moment: 'moment:call',
      },
    ]);
  });

  test('says what is open: questions, undecided promises, and what is missing, each kind once', () => {
    expect(textsOf(sectionOf('unknown'))).toEqual([
      'Asked: Who signs the acceptance?',
      'Undecided promise: They may stop after any milestone',
      '2 lines of scope without a why: Integrate with client’s billing system; Order capture',
      '1 line of scope that excludes nothing: Order capture',
      '2 lines of scope without an acceptance test: Integrate with client’s billing system; Order capture',
      '1 promise that is not in the SOW: A file every night',
      '1 constraint without a way round it: Integrate with client’s billing system meets “No changes to billing”',
      '1 discount without approval: 6,000 off for a reference',
    ]);
  });

  test('says what the first two weeks hold, from the kick-off on 10 April: a milestone on the 20th, not the one in July', () => {
    expect(sectionOf('first weeks').map(({ lead, text, said }) => [lead, text, said])).toEqual([
      [undefined, 'Kick-off on 10 Apr 2026.', undefined],
      ['Milestone', 'Requirements accepted', '20 Apr 2026, €46,800'],
      ['Prepare the kick-off', '', 'Clara Nowak, due 9 Apr 2026'],
    ]);
  });

  test('names a source for everything it says', () => {
    const { records, sections } = briefOf();
    const ids = sections.flatMap(({ items }) => items.flatMap(({ record, points }) => [record, ...points.map((point) => point.record)]));
    expect(ids.length).toBeGreaterThan(25);
    const missing = ids.filter((id) => !records.get(id.slice(0, id.indexOf(':')) as 'deal', id));
    expect(missing).toEqual([]);
  });

  test('is read in two minutes here, and in five at most, however much there is: what is left out is counted', () => {
    expect(briefOf()).toMatchObject({ minutes: 2 });
    const words = fc
      .array(fc.constantFrom('nightly', 'file', 'a', 'reconciliation'), { minLength: 1, maxLength: 80 })
      .map((all) => all.join(' '));
    const texts = fc.array(words, { maxLength: 40 });
    fc.assert(
      fc.property(texts, texts, texts, words, (promises, lines, constraints, why) => {
        const stored = [
          ...SEED.map((one) => (one.id === DEAL ? { ...one, values: { ...one.values, whyTheyBought: why } } : one)),
          ...promises.map((text, at) => of(`commitment:p${at}`, { text, quote: `“${text}”`, decision: 'honour free', fulfilment: 'open' })),
          ...lines.map((included, at) => of(`scopeLine:l${at}`, { title: `Line ${at}`, included, excluded: included, status: 'in' })),
          ...constraints.map((text, at) => of(`constraint:c${at}`, { text, strength: 'must' })),
        ];
        const brief = briefOf(stored);
        expect(brief.words).toBeLessThanOrEqual(MOST_WORDS);
        expect(brief.minutes).toBeLessThanOrEqual(5);
        const size = (key: BriefKey) =>
          brief.sections.filter((one) => one.key === key).reduce((sum, one) => sum + one.items.length + one.more, 0);
        expect(size('promised')).toBe(promises.length + 2);
        expect(size('sold')).toBe(lines.length + 3);
        expect(size('constraints')).toBe(constraints.length + 2);
      }),
    );
  });

  test('of a deal with nothing in it says so, section by section', () => {
    const bare = briefOf([{ id: DEAL, values: { name: 'Portal', phase: 'discovery' } }]);
    const printed = {
      records: bare.records,
      deal: dealOf(bare.records),
      phrasing: EN,
      language: 'en-GB',
      author: 'Ada',
      firm: '',
      today: '2026-04-02',
    };
    const text = JSON.stringify(briefDocument(printed).blocks);
    expect(text).toContain('No promise is on record.');
    expect(text).toContain('Nobody has written down why they bought.');
  });
});

describe('reading the brief', () => {
  const withReceipts = (...receipts: readonly StoredRecord[]) => recordsFrom([...SEED, ...receipts]);
  const receipt = (body: string, values: Values) => of(`readReceipt:${body}`, { person: 'person:clara', section: 'sold', ...values });
  const digest = sectionDigests(recordsFrom(SEED), dealOf(recordsFrom(SEED))).sold;
  const section = { deal: DEAL, section: 'sold', digest } as const;

  test('leaves a receipt of who read which words when', () => {
    const told = readSection('readReceipt:1', section, { by: 'person:clara', at: '2026-04-02T08:00:00.000Z', records: withReceipts() });
    expect(told).toMatchObject({ value: { act: 'brief.read', changes: [{ set: { section: 'sold', person: 'person:clara', digest } }] } });
  });

  test('is asked for again once the section says something else, and not before', () => {
    const records = withReceipts(
      receipt('1', { at: '2026-04-01T08:00:00.000Z', digest: 'old' }),
      receipt('2', { at: '2026-04-02T08:00:00.000Z', digest }),
    );
    expect(readersOf(records, section)).toEqual([{ person: 'person:clara', at: '2026-04-02T08:00:00.000Z', changedSince: false }]);
    const again = { by: 'person:clara', at: '2026-04-03T08:00:00.000Z', records } as const;
    expect(readSection('readReceipt:3', section, again).ok).toBe(false);
    expect(readSection('readReceipt:3', { ...section, digest: 'new' }, again).ok).toBe(true);
    expect(readersOf(records, { ...section, digest: 'new' })[0]?.changedSince).toBe(true);
  });

  test('a change to one line changes the digest of what was sold and of nothing that does not speak of it', () => {
    const before = sectionDigests(recordsFrom(SEED), dealOf(recordsFrom(SEED)));
    const dearer = SEED.map((one) =>
      one.id === 'scopeLine:orders' ? { ...one, values: { ...one.values, price: { amount: 1, currency: 'EUR' } } } : one,
    );
    const after = sectionDigests(recordsFrom(dearer), dealOf(recordsFrom(dearer)));
    expect(BRIEF_SECTIONS.filter((key) => before[key] !== after[key])).toEqual(['sold']);
  });
});

describe('the agenda', () => {
  test('is the open questions and nothing else, with who answers what by when', () => {
    const records = recordsFrom([...SEED, of('question:2', { text: 'Answered?', to: 'person:ada', answer: 'Yes' })]);
    const deal = dealOf(records);
    expect(agendaText(records, deal, EN)).toBe(
      'Open questions: Order-to-cash\n\n1. Who signs the acceptance? (Ada Brandt, about “Integrate with client’s billing system”, by 8 Apr 2026)',
    );
    const printed = { records, deal, phrasing: EN, language: 'en-GB', author: 'Clara Nowak', firm: 'Halden & Pryce', today: '2026-04-02' };
    expect(agendaDocument(printed)).toMatchObject({ subtitle: '1 to answer', blocks: [{ kind: 'list', ordered: true }] });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsOf } from '../records/records-from';
import { definitionOf, refFields, typeOf, type AnyRecord } from '../records/registry';
import type { StoredRecord } from '../records/view';
import { viewRecord } from '../records/view';
import { reached, traceOf } from './trace';
import { keysOf, type TraceKey } from './trace-links';
import { stepOf } from './trace-step';

const held = (id: StoredRecord['id'], values: StoredRecord['values']): AnyRecord => {
  const view = viewRecord({ id, values });
  if (!view) throw new Error(`no noun for ${id}`);
  return view;
};

const deal = 'deal:d';
/** One promise from a mail to its payment: EUR 12,000 for the nightly run that Katrin was promised. */
const CHAIN = [
  held('deal:d', { name: 'Order to cash', account: 'account:a', phase: 'build', signedAt: '2026-03-02' }),
  held('moment:m', {
    kind: 'e-mail',
    deal,
    at: '2026-01-12T09:00:00.000Z',
    subject: 'Five nights',
    body: 'We will run it on five nights.',
  }),
  held('constraint:no', { deal, text: 'No changes to billing', strength: 'must', sourceMoment: 'moment:m' }),
  held('commitment:c', {
    deal,
    text: 'Five nights',
    quote: 'We will run it on five nights.',
    quoteStart: 0,
    sourceMoment: 'moment:m',
    scopeLine: 'scopeLine:s',
    decision: 'honour billed',
    fulfilment: 'open',
  }),
  held('ticket:scoping', {
    deal,
    title: 'Scope the run',
    kind: 'scoping',
    status: 'done',
    commitment: 'commitment:c',
    deliverable: 'scopeLine:s',
  }),
  held('scopeLine:s', { deal, title: 'Nightly run', status: 'in', 'touches/constraint:no': true }),
  held('scopeLine:other', { deal, title: 'Reports', status: 'in' }),
  held('proposal:p1', { deal, version: 1, status: 'superseded' }),
  held('proposal:p2', { deal, version: 2, status: 'accepted', acceptedAt: '2026-03-02' }),
  held('proposalLine:l1', { proposal: 'proposal:p1', scopeLine: 'scopeLine:s', text: 'Run on seven nights' }),
  held('proposalLine:l2', { proposal: 'proposal:p2', scopeLine: 'scopeLine:s', text: 'Run on five nights' }),
  held('proposalLine:l3', { proposal: 'proposal:p2', scopeLine: 'scopeLine:other' }),
  held('ticket:work', { deal, title: 'Build the run', kind: 'work package', status: 'done', scopeLine: 'scopeLine:s' }),
  held('milestone:go', { deal, title: 'Go-live', reachedAt: '2026-06-01', fee: { amount: 400_000, currency: 'EUR' } }),
  held('timeEntry:t', {
    deal,
    person: 'person:p',
    date: '2026-04-01',
    hours: 6,
    activity: 'delivery',
    ticket: 'ticket:work',
    invoiceLine: 'invoiceLine:i',
  }),
  held('invoice:2026-014', { deal, number: '2026-014', kind: 'invoice', issuedAt: '2026-05-01' }),
  held('invoiceLine:i', { invoice: 'invoice:2026-014', net: { amount: 1_200_000, currency: 'EUR' }, scopeLine: 'scopeLine:s' }),
  held('payment:y', { invoice: 'invoice:2026-014', paidAt: '2026-05-20', amount: { amount: 1_200_000, currency: 'EUR' } }),
];
const records = recordsOf(CHAIN);
const ids = (id: AnyRecord['id'], side: string) =>
  traceOf(id, records)
    .nodes.filter((node) => node.side === side)
    .map((node) => node.key);

describe('a trace', () => {
  it('leads from an invoice line back through work, offer, scope, ticket and commitment to the words in the mail', () => {
    expect(ids('invoiceLine:i', 'before')).toEqual([
      'words/moment:m',
      'promise/commitment:c',
      'promise/constraint:no',
      'pre-sale work/ticket:scoping',
      'scope/scopeLine:s',
      'offer/proposalLine:l1',
      'offer/proposalLine:l2',
      'work package/scopeLine:s',
      'delivery/ticket:work',
      'time/timeEntry:t',
    ]);
    expect(ids('invoiceLine:i', 'after')).toEqual(['payment/payment:y']);
  });

  it('leads from the words on to scope, offers, work, milestones, time, the invoice and the payment, and not to what else was sold', () => {
    expect(ids('moment:m', 'after')).toEqual([
      'promise/commitment:c',
      'promise/constraint:no',
      'pre-sale work/ticket:scoping',
      'scope/scopeLine:s',
      'offer/proposalLine:l1',
      'offer/proposalLine:l2',
      'work package/scopeLine:s',
      'delivery/ticket:work',
      'milestone/milestone:go',
      'time/timeEntry:t',
      'invoice/invoiceLine:i',
      'payment/payment:y',
    ]);
  });

  it('of a work package holds its scope line and its offers once each, and the words both lead to', () => {
    const { nodes } = traceOf('scopeLine:s', records);
    expect(nodes.filter(({ side }) => side === 'start').map(({ stage }) => stage)).toEqual(['scope', 'work package']);
    expect(nodes.find(({ id }) => id === 'moment:m')?.side).toBe('before');
    expect(nodes.some(({ id }) => id === 'scopeLine:other')).toBe(false);
  });

  it('says where nobody has told what a line was sold for', () => {
    expect(
      traceOf('scopeLine:other', records)
        .nodes.filter(({ open }) => open)
        .map(({ key }) => key),
    ).toEqual(['scope/scopeLine:other']);
    expect(traceOf('invoiceLine:i', records).nodes.some(({ open }) => open)).toBe(false);
  });

  it('leads from a line to the work that wrote it among others, which answers the whole deal and no single promise', () => {
    const written = [
      ...CHAIN,
      held('ticket:all', {
        deal,
        title: 'Write every line',
        kind: 'scoping',
        status: 'done',
        'deliverableLines/scopeLine:s': true,
        'deliverableLines/scopeLine:other': true,
      }),
      held('ticket:offer', { deal, title: 'Offer it', kind: 'proposal construction', status: 'done', deliverable: 'proposal:p2' }),
    ];
    const { nodes } = traceOf('invoiceLine:i', recordsOf(written));
    expect(nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(['ticket:all', 'ticket:offer']));
    expect(nodes.some(({ open }) => open)).toBe(false);
  });

  it('says that a link is missing, and follows one that is archived', () => {
    const lacking = recordsOf(
      CHAIN.flatMap((record) =>
        record.id === 'moment:m' ? [] : record.id === 'commitment:c' ? [{ ...record, archived: true }] : [record],
      ),
    );
    const nodes = traceOf('ticket:scoping', lacking).nodes;
    expect(nodes.filter(({ side }) => side === 'before').map(({ key, state }) => [key, state])).toEqual([
      ['words/moment:m', 'missing'],
      ['promise/commitment:c', 'archived'],
    ]);
    const step = stepOf(nodes[0] as (typeof nodes)[number], lacking);
    expect(step).toMatchObject({ kind: 'Moment', title: 'Link missing: what it names is not in this workspace' });
  });

  it('names an offer by its version, an invoice line by its number, and quotes a promise with its place', () => {
    const steps = traceOf('invoiceLine:i', records).nodes.map((node) => stepOf(node, records));
    const of = (id: string) => steps.find(({ node }) => node.id === id);
    expect(of('proposalLine:l2')).toMatchObject({
      kind: 'Line of proposal 2',
      title: 'Run on five nights',
      status: 'accepted',
      on: '2026-03-02',
    });
    expect(of('invoiceLine:i')).toMatchObject({ kind: 'Line of invoice 2026-014', on: '2026-05-01', money: { amount: 1_200_000 } });
    expect(of('commitment:c')?.quote).toEqual({ text: 'We will run it on five nights.', moment: 'moment:m', start: 0 });
  });

  it('begins with every line of a proposal or an invoice, and has nothing to say of a person', () => {
    expect(ids('proposal:p2', 'start')).toEqual(['offer/proposalLine:l2', 'offer/proposalLine:l3']);
    expect(ids('invoice:2026-014', 'start')).toEqual(['invoice/invoiceLine:i']);
    expect(traceOf('person:p', records)).toEqual({ start: 'person:p', nodes: [], links: [] });
  });
});

const NOUNS = [
  'moment',
  'question',
  'commitment',
  'objection',
  'constraint',
  'changeOrder',
  'ticket',
  'scopeLine',
  'proposalLine',
  'proposal',
  'milestone',
  'timeEntry',
  'invoiceLine',
  'invoice',
  'payment',
] as const;

/** Any references among a few records of each noun, to themselves, in circles, and to what is not there. */
const anyRecords = fc
  .array(
    fc.record({
      noun: fc.constantFrom(...NOUNS),
      n: fc.nat(2),
      refs: fc.array(fc.nat(40), { minLength: 8, maxLength: 8 }),
      kind: fc.nat(3),
    }),
    { maxLength: 24 },
  )
  .map((drawn) => {
    const made = new Map<string, AnyRecord>();
    for (const { noun, n, refs, kind } of drawn) {
      const id = `${noun}:${n}` as const;
      const values: Record<string, string | true> = {};
      for (const [at, { field, to }] of refFields(noun).entries()) {
        const drawnRef = refs[at % refs.length] ?? 0;
        if (drawnRef > 30) continue;
        const target = to.includes('deal') ? 'deal:d' : `${to[drawnRef % to.length]}:${drawnRef % 4}`;
        const isSet = definitionOf(noun).fields[field]?.kind === 'members';
        values[isSet ? `${field}/${target}` : field] = isSet ? true : target;
      }
      if (noun === 'ticket') values['kind'] = ['scoping', 'work package', 'incident', 'blueprint design'][kind] as string;
      if (noun === 'proposal') values['status'] = ['draft', 'sent', 'accepted', 'superseded'][kind] as string;
      made.set(id, held(id, values));
    }
    return [...made.values()];
  });

describe('any records', () => {
  it('LAW: what is reached forwards reaches back to where it began, and the other way round', () => {
    fc.assert(
      fc.property(anyRecords, (some) => {
        const all = recordsOf(some);
        const places = new Set<TraceKey>(
          some.flatMap(({ id }) => (typeOf(id) === 'proposal' || typeOf(id) === 'invoice' ? [] : keysOf(id, all))),
        );
        for (const place of places) {
          for (const later of reached([place], 'after', all))
            expect(later === place || reached([later], 'before', all).has(place)).toBe(true);
          for (const earlier of reached([place], 'before', all))
            expect(earlier === place || reached([earlier], 'after', all).has(place)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('give a trace that ends, with every link between two of its nodes and words for each', () => {
    fc.assert(
      fc.property(anyRecords, fc.constantFrom(...NOUNS), fc.nat(4), (some, noun, n) => {
        const all = recordsOf(some);
        const { nodes, links } = traceOf(`${noun}:${n}`, all);
        const keys = new Set(nodes.map(({ key }) => key));
        expect(keys.size).toBe(nodes.length);
        for (const { cause, effect } of links) expect(keys.has(cause) && keys.has(effect)).toBe(true);
        for (const node of nodes) expect(stepOf(node, all).title).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

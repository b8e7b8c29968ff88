import { describe, expect, test } from 'vitest';
import type { Json } from '../ledger/entry';
import type { ScopeLine } from '../records/registry';
import { recordsFrom } from '../records/records-from';
import { viewAs } from '../records/view';
import { addLine, addLines, finishLine, giveAsCourtesy, negotiateAway, placeLine } from './lifecycle';
import { callCourtesy, coverPromise, lineFromPromise } from './from-promise';
import { linkWorkaround, noteWorkaround, possibleWorkarounds, unlinkWorkaround } from './workaround';
import { scopeTotals } from './totals';

type Values = Readonly<Record<string, Json>>;
type Outcome = { readonly ok: boolean; readonly value?: unknown; readonly error?: { readonly message: string } };

function aLine(values: Values = {}, body = '1'): ScopeLine {
  const line = viewAs('scopeLine', { id: `scopeLine:${body}`, values: { deal: 'deal:1', title: 'Portal', status: 'in', ...values } });
  if (!line) throw new Error('no line');
  return line;
}
const because = { by: 'person:ada', on: '2026-11-20', why: 'She will not pay for a prettier portal' } as const;
const set = (result: Outcome) => (result.value as { readonly changes: readonly { readonly set: Values }[] } | undefined)?.changes[0]?.set;
const message = (result: Outcome) => result.error?.message;
const among = (lines: readonly ScopeLine[] = []) => ({ deal: 'deal:1', lines, place: 'end' }) as const;

describe('a line of scope', () => {
  test('is proposed when it is written, at the end of the others', () => {
    const result = addLine({ id: 'scopeLine:2', values: { title: ' Training ' } }, among([aLine({ rank: 'a0' })]));
    expect(result).toMatchObject({ value: { act: 'scopeLine.create', deal: 'deal:1' } });
    expect(set(result)).toEqual({ title: 'Training', deal: 'deal:1', status: 'proposed', rank: 'a1' });
  });

  test('is not written without a title', () => {
    expect(message(addLine({ id: 'scopeLine:2', values: { title: '  ' } }, among()))).toBe('Title must not be empty');
  });

  test('that is pasted with 119 others is one command', () => {
    const lines = Array.from({ length: 120 }, (_, at) => ({ id: `scopeLine:${at}`, values: { title: `Line ${at}` } }) as const);
    const result = addLines(lines, among());
    expect(result.ok && result.value.changes).toHaveLength(120);
    expect(result.ok && result.value.act).toBe('scopeLine.paste');
  });

  test('that is negotiated away says who took it out, when and why, and keeps its price', () => {
    const result = negotiateAway(aLine({ price: { amount: 30_000_00, currency: 'EUR' } }), because);
    expect(set(result)).toEqual({
      status: 'negotiated away',
      decidedBy: 'person:ada',
      decidedAt: '2026-11-20',
      decidedWhy: 'She will not pay for a prettier portal',
    });
    expect(result).toMatchObject({ value: { act: 'scopeLine.negotiateAway', why: because.why } });
  });

  test('is not negotiated away without a reason, twice, when it is done, or while its status is undecided', () => {
    expect(message(negotiateAway(aLine(), { ...because, why: ' ' }))).toContain('Say why');
    expect(negotiateAway(aLine({ status: 'negotiated away' }), because).ok).toBe(false);
    expect(negotiateAway(aLine({ status: 'done' }), because).ok).toBe(false);
    expect(message(negotiateAway(aLine(), because, { undecided: ['status'] }))).toContain('offline');
  });

  test('that is given as a courtesy costs nothing, in the currency that it had', () => {
    expect(set(giveAsCourtesy(aLine({ price: { amount: 6_000_00, currency: 'GBP' } }), because))).toMatchObject({
      status: 'courtesy',
      price: { amount: 0, currency: 'GBP' },
      decidedBy: 'person:ada',
    });
    expect(set(giveAsCourtesy(aLine(), because))).not.toHaveProperty('price');
    expect(giveAsCourtesy(aLine({ status: 'courtesy' }), because).ok).toBe(false);
  });

  test('comes back without what was decided about it', () => {
    const away = aLine({ status: 'negotiated away', decidedBy: 'person:ada', decidedAt: '2026-11-20', decidedWhy: 'Budget' });
    const result = placeLine(away, 'optional');
    expect(set(result)).toEqual({ status: 'optional', decidedBy: null, decidedAt: null, decidedWhy: null });
    expect(result).toMatchObject({ value: { act: 'scopeLine.bringBack' } });
    expect(message(placeLine(aLine(), 'in'))).toBe('It is in already.');
  });

  test('that is done has no hours left, and a courtesy that is done stays a courtesy', () => {
    expect(set(finishLine(aLine({ remainingHours: 12 })))).toEqual({ status: 'done', remainingHours: 0 });
    expect(set(finishLine(aLine({ status: 'courtesy', remainingHours: 12 })))).toEqual({ remainingHours: 0 });
    expect(finishLine(aLine({ status: 'negotiated away' })).ok).toBe(false);
  });
});

describe('a workaround', () => {
  const values = { deal: 'deal:1', text: 'We will drop a file every night', decision: 'open', fulfilment: 'open' };
  const records = recordsFrom([
    { id: 'constraint:cfo', values: { deal: 'deal:1', text: 'No changes to billing', strength: 'must' } },
    { id: 'constraint:eu', values: { deal: 'deal:1', text: 'Data stays in the EU', strength: 'must' } },
    { id: 'commitment:drop', values },
    { id: 'commitment:eu', values: { ...values, scopeLine: 'scopeLine:1', worksAround: 'constraint:eu' } },
    { id: 'commitment:refused', values: { ...values, decision: 'not ours' } },
    { id: 'commitment:broken', values: { ...values, fulfilment: 'broken' } },
  ]);
  const line = aLine({ 'touches/constraint:cfo': true, 'touches/constraint:eu': true });
  const constraint = records.get('constraint', 'constraint:cfo');
  const promise = (body: string) => records.get('commitment', `commitment:${body}`);
  if (!constraint) throw new Error('no constraint');
  const link = (body: string, to = line) => {
    const commitment = promise(body);
    if (!commitment) throw new Error(`no ${body}`);
    return linkWorkaround(commitment, { line: to, constraint });
  };

  test('is a promise that names the line and the constraint', () => {
    const result = link('drop');
    expect(set(result)).toEqual({ scopeLine: 'scopeLine:1', worksAround: 'constraint:cfo' });
    expect(result).toMatchObject({ value: { act: 'commitment.workAround', deal: 'deal:1' } });
  });

  test('gets one thing round one thing, holds, and belongs to a line that touches the constraint', () => {
    expect(message(link('eu'))).toContain('needs a promise of its own');
    expect(link('refused').ok).toBe(false);
    expect(link('broken').ok).toBe(false);
    expect(message(link('drop', aLine()))).toContain('does not touch this constraint');
    expect(message(link('drop', aLine({ deal: 'deal:2', 'touches/constraint:cfo': true })))).toContain('another deal');
  });

  test('is offered where it could be one', () => {
    expect(possibleWorkarounds(records, { line, constraint }).map(({ id }) => id)).toEqual(['commitment:drop']);
  });

  test('can be recorded and linked in one step, and unlinked again', () => {
    const result = noteWorkaround('commitment:new', { line, constraint }, { text: 'Nightly file' });
    expect(set(result)).toMatchObject({ text: 'Nightly file', decision: 'open', scopeLine: 'scopeLine:1', worksAround: 'constraint:cfo' });
    expect(noteWorkaround('commitment:new', { line, constraint }, {}).ok).toBe(false);
    const linked = promise('eu');
    expect(linked && unlinkWorkaround(linked).changes[0]?.set).toEqual({ worksAround: null });
  });
});

describe('a promise outside the SOW', () => {
  const values = { deal: 'deal:1', text: 'Archived for ten years', decision: 'open', fulfilment: 'open', channel: 'call' };
  const evidence = { quote: 'we keep it ten years', quoteStart: 7, sourceMoment: 'moment:call' };
  const records = recordsFrom([
    { id: 'scopeLine:1', values: { deal: 'deal:1', title: 'Portal', status: 'in' } },
    { id: 'commitment:1', values: { ...values, ...evidence } },
    { id: 'commitment:2', values: { ...values, kind: 'courtesy', scopeLine: 'scopeLine:1', worksAround: 'constraint:1' } },
  ]);
  const [first, second] = records.all('commitment');
  if (!first || !second) throw new Error('no commitments');

  test('becomes a line in its own words, with its source, and belongs to it', () => {
    const result = lineFromPromise('scopeLine:2', first, records);
    expect(set(result)).toMatchObject({ title: 'Archived for ten years', status: 'proposed', origin: 'verbal', ...evidence });
    expect(result.ok && result.value.changes[1]).toMatchObject({ record: 'commitment:1', set: { scopeLine: 'scopeLine:2' } });
  });

  test('stands behind the lines that are there, also where those have no order yet', () => {
    const result = lineFromPromise('scopeLine:2', first, records);
    const ranks = new Map(result.ok ? result.value.changes.map(({ record, set: to }) => [record, to['rank'] as string] as const) : []);
    expect([...ranks.values()].filter(Boolean)).toHaveLength(2);
    expect((ranks.get('scopeLine:1') ?? '') < (ranks.get('scopeLine:2') ?? '')).toBe(true);
  });

  test('that has a line already makes no second one, and can be taken to another', () => {
    expect(lineFromPromise('scopeLine:2', second, records).ok).toBe(false);
    expect(set(coverPromise(second, aLine({}, '9')))).toEqual({ scopeLine: 'scopeLine:9', worksAround: null });
    expect(coverPromise(second, aLine()).ok).toBe(false);
  });

  test('can be called a courtesy, once', () => {
    expect(set(callCourtesy(first))).toEqual({ kind: 'courtesy' });
    expect(callCourtesy(second).ok).toBe(false);
  });
});

describe('the totals of scope', () => {
  test('are by currency, count what has no price, and charge nothing for a courtesy', () => {
    const lines = [
      aLine({ plannedHours: 640, price: { amount: 74_000_00, currency: 'EUR' }, remainingHours: 100 }),
      aLine({ plannedHours: 0.1, price: { amount: 10_000_00, currency: 'GBP' }, status: 'done' }),
      aLine({ plannedHours: 0.2, status: 'courtesy', price: { amount: 5_00, currency: 'EUR' } }),
      aLine({ plannedHours: 40 }),
    ];
    expect(scopeTotals(lines)).toEqual({
      lines: 4,
      hours: 680.3,
      remaining: 140.2,
      prices: [
        { amount: 74_000_00, currency: 'EUR' },
        { amount: 10_000_00, currency: 'GBP' },
      ],
      unpriced: 1,
    });
  });
});

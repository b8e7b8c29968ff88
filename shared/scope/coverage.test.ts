import { describe, expect, test } from 'vitest';
import type { Json } from '../ledger/entry';
import { recordsFrom } from '../records/records-from';
import type { StoredRecord } from '../records/view';
import { courtesyLinesNotInSow, courtesyPromisesNotInSow, linesInSow, promisedNotInSow, soldNotInSow, sowOf } from './coverage';

type Values = Readonly<Record<string, Json>>;
const DEAL = 'deal:1';
const line = (body: string, values: Values = {}): StoredRecord => ({
  id: `scopeLine:${body}`,
  values: { deal: DEAL, title: body, status: 'in', ...values },
});
const promise = (body: string, values: Values = {}): StoredRecord => ({
  id: `commitment:${body}`,
  values: { deal: DEAL, text: body, decision: 'open', fulfilment: 'open', ...values },
});
/** A proposal with the lines that it offers. */
const offer = (version: number, status: string, ...lines: readonly string[]): readonly StoredRecord[] => [
  { id: `proposal:${version}`, values: { deal: DEAL, version, status } },
  ...lines.map(
    (body) =>
      ({ id: `proposalLine:${version}-${body}`, values: { proposal: `proposal:${version}`, scopeLine: `scopeLine:${body}` } }) as const,
  ),
];
const titles = (lines: readonly { readonly title: string }[]) => lines.map(({ title }) => title);
const texts = (promises: readonly { readonly text: string }[]) => promises.map(({ text }) => text);

describe('the SOW of a deal', () => {
  test('is the accepted proposal, else the last one sent, else the draft, and never what was superseded or declined', () => {
    const draft = offer(4, 'draft');
    const sent = [...offer(2, 'sent'), ...offer(3, 'sent')];
    const accepted = offer(1, 'accepted');
    const dead = [...offer(5, 'superseded'), ...offer(6, 'declined')];
    expect(sowOf(recordsFrom([...draft, ...sent, ...accepted, ...dead]), DEAL)?.version).toBe(1);
    expect(sowOf(recordsFrom([...draft, ...sent, ...dead]), DEAL)?.version).toBe(3);
    expect(sowOf(recordsFrom([...draft, ...dead]), DEAL)?.version).toBe(4);
    expect(sowOf(recordsFrom(dead), DEAL)).toBeUndefined();
  });

  test('is what lines say of their origin where there is no proposal', () => {
    const lines = [line('queue', { origin: 'SOW' }), line('billing', { origin: 'verbal' })];
    expect([...linesInSow(recordsFrom(lines), DEAL)]).toEqual(['scopeLine:queue']);
    expect([...linesInSow(recordsFrom([...lines, ...offer(1, 'sent', 'billing')]), DEAL)]).toEqual(['scopeLine:billing']);
  });
});

describe('sold but not in the SOW', () => {
  test('are the lines that are in, or done already, and that no line of the SOW is made from', () => {
    const records = recordsFrom([line('queue'), line('billing'), line('training', { status: 'done' }), ...offer(1, 'accepted', 'queue')]);
    expect(titles(soldNotInSow(records, DEAL))).toEqual(['billing', 'training']);
  });

  test('leave out what is proposed, optional, negotiated away, or was added by a change order', () => {
    const records = recordsFrom([
      line('a', { status: 'proposed' }),
      line('b', { status: 'optional' }),
      line('c', { status: 'negotiated away' }),
      line('d', { changeOrder: 'changeOrder:1' }),
      ...offer(1, 'accepted'),
    ]);
    expect(soldNotInSow(records, DEAL)).toEqual([]);
  });

  test('leave out courtesies, which are listed apart', () => {
    const records = recordsFrom([line('archive', { status: 'courtesy' }), ...offer(1, 'accepted')]);
    expect(soldNotInSow(records, DEAL)).toEqual([]);
    expect(titles(courtesyLinesNotInSow(records, DEAL))).toEqual(['archive']);
  });
});

describe('promised but not in the SOW', () => {
  test('are the commitments that neither say they are in it nor belong to a line that is', () => {
    const records = recordsFrom([
      line('queue'),
      line('billing'),
      promise('weekly minutes'),
      promise('stop after any milestone', { inSow: true }),
      promise('one queue', { scopeLine: 'scopeLine:queue' }),
      promise('nightly file', { scopeLine: 'scopeLine:billing' }),
      ...offer(1, 'sent', 'queue'),
    ]);
    expect(texts(promisedNotInSow(records, DEAL))).toEqual(['nightly file', 'weekly minutes']);
  });

  test('leave out what was refused, kept or broken: it is settled', () => {
    const settled = [promise('a', { decision: 'not ours' }), promise('b', { fulfilment: 'kept' }), promise('c', { fulfilment: 'broken' })];
    expect(promisedNotInSow(recordsFrom(settled), DEAL)).toEqual([]);
  });

  test('leave out courtesies, which are listed apart', () => {
    const records = recordsFrom([promise('archive for ten years', { kind: 'courtesy' })]);
    expect(promisedNotInSow(records, DEAL)).toEqual([]);
    expect(texts(courtesyPromisesNotInSow(records, DEAL))).toEqual(['archive for ten years']);
  });
});

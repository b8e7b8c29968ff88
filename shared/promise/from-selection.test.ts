import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../ledger/entry';
import { NOTABLE, type Notable } from '../records/register';
import type { Moment } from '../records/registry';
import { viewAs } from '../records/view';
import { promiseFromSelection } from './from-selection';

const BODY = 'No changes to billing, please. A nightly file drop is fine for us.';

function aMoment(values: Readonly<Record<string, Json>> = {}): Moment {
  const moment = viewAs('moment', {
    id: 'moment:1',
    values: {
      kind: 'call',
      deal: 'deal:1',
      at: '2026-03-02T23:30:00.000Z',
      subject: 'Billing system',
      body: BODY,
      'contacts/contact:cfo': true,
      'people/person:ada': true,
      ...values,
    },
  });
  if (!moment) throw new Error('no moment');
  return moment;
}

const setOf = (result: ReturnType<typeof promiseFromSelection>) => (result.ok ? result.value.changes[0]?.set : undefined);
const messageOf = (result: ReturnType<typeof promiseFromSelection>) => (result.ok ? undefined : result.error.message);

describe('words of a moment', () => {
  test('become a commitment that keeps them verbatim, with who said them to whom, when and where', () => {
    const quote = 'A nightly file drop is fine for us.';
    const result = promiseFromSelection('commitment', 'commitment:1', { moment: aMoment(), quote, start: BODY.indexOf(quote) });
    expect(setOf(result)).toEqual({
      text: quote,
      deal: 'deal:1',
      quote,
      quoteStart: 31,
      sourceMoment: 'moment:1',
      madeBy: 'person:ada',
      madeTo: 'contact:cfo',
      madeAt: '2026-03-02',
      channel: 'call',
      inSow: undefined,
      decision: 'open',
      fulfilment: 'open',
    });
    expect(result).toMatchObject({ value: { act: 'commitment.note', deal: 'deal:1' } });
  });

  test('become a constraint that must be met unless somebody says otherwise', () => {
    const selection = { moment: aMoment(), quote: 'No changes to billing', start: 0 };
    expect(setOf(promiseFromSelection('constraint', 'constraint:1', selection))).toMatchObject({ strength: 'must', by: 'contact:cfo' });
    expect(setOf(promiseFromSelection('constraint', 'constraint:1', selection, { strength: 'prefer' }))).toMatchObject({
      strength: 'prefer',
    });
  });

  test('mean the day that it was where the reader is', () => {
    const selection = { moment: aMoment(), quote: 'nightly', timeZone: 'Europe/Berlin' };
    expect(setOf(promiseFromSelection('decision', 'decision:1', selection))).toMatchObject({ decidedAt: '2026-03-03' });
  });

  test('may stand in the subject', () => {
    const set = setOf(promiseFromSelection('scopeLine', 'scopeLine:1', { moment: aMoment(), quote: 'Billing system' }));
    expect(set).toMatchObject({ quote: 'Billing system', title: 'Billing system', origin: 'verbal', status: 'proposed' });
    expect(set).not.toHaveProperty('quoteStart');
  });

  test('that do not stand there are refused: nobody said them', () => {
    expect(messageOf(promiseFromSelection('commitment', 'commitment:1', { moment: aMoment(), quote: 'free of charge' }))).toBe(
      'These words do not stand in the text as they were selected. Select them again.',
    );
    expect(messageOf(promiseFromSelection('commitment', 'commitment:1', { moment: aMoment(), quote: '  ' }))).toBe(
      'Select the words first.',
    );
  });

  test('of mail that is not filed yet are refused until it is', () => {
    const moment = aMoment({ deal: null });
    expect(messageOf(promiseFromSelection('commitment', 'commitment:1', { moment, quote: 'nightly' }))).toContain(
      'File this under a deal first',
    );
  });

  test('name nobody when several took part', () => {
    const moment = aMoment({ 'contacts/contact:cio': true });
    expect(setOf(promiseFromSelection('objection', 'objection:1', { moment, quote: 'nightly' }))).not.toHaveProperty('raisedBy');
  });

  test('whatever is selected, for whatever noun: the quote is a part of the body and begins where it says', () => {
    const kinds = fc.constantFrom<Notable>(...NOTABLE);
    fc.assert(
      fc.property(kinds, fc.string({ minLength: 1, unit: 'binary' }), fc.nat(), fc.nat(), (kind, body, from, length) => {
        const start = from % body.length;
        const quote = body.slice(start, start + 1 + (length % (body.length - start)));
        const result = promiseFromSelection(kind, `${kind}:1` as never, { moment: aMoment({ body }), quote, start });
        expect(result.ok).toBe(quote.trim() !== '');
        if (!result.ok) return;
        const set = setOf(result) as { readonly quote: string; readonly quoteStart: number };
        expect(set.quote).toBe(quote.trim());
        expect(body.slice(set.quoteStart, set.quoteStart + set.quote.length)).toBe(set.quote);
        expect(set.quoteStart).toBeGreaterThanOrEqual(start);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { documentText } from '../document/document-text';
import { changeNumber, changeOrderDocument } from './change-order-document';
import { planChangeCost } from './cost';
import { submitChange } from './lifecycle';
import { aWorld, euros } from './testing/change-world';

describe('a change order on paper', () => {
  const asked = aWorld({
    price: euros(6_000),
    requestedBy: 'contact:lena',
    quote: 'the returns of hall 3 on the scanner',
    sourceMoment: 'moment:mail',
  });
  const world = asked.after(submitChange(asked.get('changeOrder', 'changeOrder:1'), { on: '2026-11-22' }));
  const planned = world.after(planChangeCost(world.records, world.get('changeOrder', 'changeOrder:1'), euros(4_321)));
  const print = (from: typeof world) =>
    documentText(
      changeOrderDocument({
        order: from.get('changeOrder', 'changeOrder:1'),
        deal: from.get('deal', 'deal:1'),
        records: from.records,
        number: 3,
        contracted: { before: euros(100_000), after: euros(106_000) },
        firm: { name: 'Halden & Roth', language: 'en-GB' },
        today: '2026-11-22',
      }),
    );

  test('says its number and revision, what changes in whose words, the price, the new value of the contract, and where to sign', () => {
    const text = print(planned);
    for (const words of [
      'Change order 3',
      'Revision: 1, 22 November 2026',
      'Returns on the scanner.',
      'the returns of hall 3 on the scanner',
      '€6,000.00',
      '€100,000.00',
      '€106,000.00',
      'Halden & Roth',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Draft.');
  });

  test('never says what it costs us, and says that it is a draft until it was submitted', () => {
    expect(print(planned)).not.toContain('4,321');
    expect(print(asked)).toContain('Draft. This is work in progress and not an offer.');
  });

  test('keeps its number by the day of the request, whatever is noted later', () => {
    const later = world.after({
      act: 'x',
      changes: [{ record: 'changeOrder:0', set: { deal: 'deal:1', title: 'Later', status: 'requested', requestedAt: '2026-11-20' } }],
    });
    expect(changeNumber(later.records, later.get('changeOrder', 'changeOrder:1'))).toBe(1);
    expect(changeNumber(later.records, later.get('changeOrder', 'changeOrder:0'))).toBe(2);
  });
});

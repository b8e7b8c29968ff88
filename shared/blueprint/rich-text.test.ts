import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_ENTRY_BYTES } from '../ledger/limits';
import { mergeText } from '../ledger/text-merge';
import { normalRichText, parseRichText, plainText, printRichText, safeLink, type RichBlock, type RichText } from './rich-text';

const SEED = Number(process.env['LAW_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const RUNS = { numRuns: 1_000, seed: SEED };

/** Words, and every sign that means something in the notation. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc
    .array(fc.constantFrom('*', '**', '_', '`', '[', ']', '](', ')', '\\', '# ', '- ', '> ', '1. ', ' ', '\n', '\u2028', 'a', 'SAP'), {
      maxLength: 8,
    })
    .map((parts) => parts.join('')),
);
const run = fc.record(
  {
    text: words,
    bold: fc.boolean(),
    italic: fc.boolean(),
    code: fc.boolean(),
    link: fc.constantFrom('https://halden.example/a_b', 'mailto:ruth@halden.example', 'https://x.example/(1)', 'javascript:alert(1)'),
  },
  { requiredKeys: ['text'] },
);
const runs = fc.array(run, { maxLength: 5 });
const block: fc.Arbitrary<RichBlock> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const, 3 as const), runs }),
  fc.record({ kind: fc.constant('paragraph' as const), runs }),
  fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(runs, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('quote' as const), paragraphs: fc.array(runs, { maxLength: 3 }) }),
);
const tree: fc.Arbitrary<RichText> = fc.array(block, { maxLength: 6 });

describe('formatted text', () => {
  test(`comes back as it was written down, whatever signs are in its words (seed ${SEED})`, () => {
    fc.assert(
      fc.property(tree, (written) => {
        expect(parseRichText(printRichText(written))).toEqual(normalRichText(written));
      }),
      RUNS,
    );
  });

  test(`is written down in one way only: printing what was read changes nothing more (seed ${SEED})`, () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((parts) => parts.join('\n')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const printed = printRichText(parseRichText(text));
        expect(printRichText(parseRichText(printed))).toBe(printed);
        expect(parseRichText(printed)).toEqual(parseRichText(text));
      }),
      RUNS,
    );
  });

  test('reads headings, lists, quotes and styles, and prints them as people write them', () => {
    const text =
      '# Hand-over\n\nEvery **approved** order goes out _once_ a night as `INV.DAT`.\n\n- 02:00 drop\n- 07:00 repeat\n\n1. Piotr\n1. Luca\n\n> No changes to billing.\n\nSee [annex C](https://halden.example/annex).';
    expect(printRichText(parseRichText(text))).toBe(text);
    expect(parseRichText(text)[1]).toEqual({
      kind: 'paragraph',
      runs: [
        { text: 'Every ' },
        { text: 'approved', bold: true },
        { text: ' order goes out ' },
        { text: 'once', italic: true },
        { text: ' a night as ' },
        { text: 'INV.DAT', code: true },
        { text: '.' },
      ],
    });
  });

  test('takes a marker without a partner for what it is: 2 ** 3, order_id, an open [bracket', () => {
    for (const text of ['2 ** 3', 'order_id', 'an open [bracket', 'a ] b', '#hashtag', '-5', '1.5 days', 'C:\\orders']) {
      expect(plainText(parseRichText(text)), text).toBe(text);
    }
  });

  test('takes what stands in code as it is', () => {
    const [first] = parseRichText('Named `NW_INV_*` and **`a_b`**, never `[x](https://y.example)`.');
    expect(first).toMatchObject({
      runs: [
        {},
        { text: 'NW_INV_*', code: true },
        {},
        { text: 'a_b', bold: true, code: true },
        {},
        { text: '[x](https://y.example)', code: true },
        {},
      ],
    });
  });

  test('opens nothing but https and mailto: other addresses stay words', () => {
    for (const address of [
      'javascript:alert(1)',
      'http://x.example',
      'data:text/html,x',
      'file:///etc/passwd',
      'https://',
      ' https://a b',
    ]) {
      expect(safeLink(address), address).toBeUndefined();
      expect(parseRichText(`[x](${address})`)[0]).toEqual({ kind: 'paragraph', runs: [{ text: expect.stringContaining('x](') }] });
    }
    expect(safeLink('https://x.example/(1)')).toBe('https://x.example/%281%29');
  });

  test('keeps markup of others as words', () => {
    const hostile = '<script>alert(1)</script> <img src=x onerror=alert(1)> &lt;b&gt;';
    expect(parseRichText(hostile)).toEqual([{ kind: 'paragraph', runs: [{ text: hostile }] }]);
  });

  test('reads signs that lead nowhere, as many as an entry holds, without making anybody wait', () => {
    for (const sign of ['[', '](', '**', '_', '`', '\\', '> ', '- ', '> - # ', '[a](']) {
      const text = sign.repeat(Math.floor(MAX_ENTRY_BYTES / sign.length));
      const begun = performance.now();
      parseRichText(text);
      expect(performance.now() - begun, sign).toBeLessThan(5_000);
    }
  });

  test('merges by words: one person adds an item, another makes a word of the introduction bold', () => {
    const base = 'Orders go out at night.\n\n- 02:00 drop\n- 07:00 repeat';
    const merged = mergeText(base, base.replace('night', '**night**'), `${base}\n- 07:15 call the shift lead`);
    expect(merged).toEqual({
      clean: true,
      text: 'Orders go out at **night**.\n\n- 02:00 drop\n- 07:00 repeat\n- 07:15 call the shift lead',
    });
  });

  test('merges numbered items without renumbering: two people add one each, in different places', () => {
    const base = '1. Drop\n1. Check\n1. Repeat';
    const merged = mergeText(base, base.replace('1. Check', '1. Read\n1. Check'), `${base}\n1. Report`);
    expect(merged).toEqual({ clean: true, text: '1. Drop\n1. Read\n1. Check\n1. Repeat\n1. Report' });
  });
});

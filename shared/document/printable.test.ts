import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { heading, paragraph, type Block } from './document';
import { headingNumbers } from './heading-numbers';
import { printableText, safeLink } from './printable';

const anyText = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

describe('printable text', () => {
  law(
    'holds nothing that XML 1.0 forbids, is well-formed, and is printable already when it was made so once',
    fc.property(anyText, (text) => {
      const made = printableText(text);
      expect(made).toMatch(/^[\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
      expect(printableText(made)).toBe(made);
    }),
  );

  test('keeps every letter of every script, and line breaks however they were written', () => {
    expect(printableText('Łódź Ω Ж שלום 日本 👩‍👧\r\nb\rc\u2028d\te')).toBe('Łódź Ω Ж שלום 日本 👩‍👧\nb\nc\nd    e');
    expect(printableText('a\u0000b\ud800c\u0007')).toBe('abc');
  });
});

test('a reader is sent to https and mail addresses only', () => {
  expect(safeLink('https://example.com/a?b=1&c=2')).toBe('https://example.com/a?b=1&c=2');
  expect(safeLink('mailto:ada@example.com')).toBe('mailto:ada@example.com');
  const others = [undefined, '', 'javascript:alert(1)', 'http://example.com', 'file:///etc/passwd', 'https://a b', 'https://a"><x'];
  for (const other of others) expect(safeLink(other)).toBeUndefined();
});

describe('numbers of headings', () => {
  const numbered = (...levels: readonly (1 | 2 | 3)[]): readonly string[] => {
    const blocks: readonly Block[] = levels.flatMap((level) => [heading(level, 'x'), paragraph('y')]);
    return [...headingNumbers(blocks).values()];
  };

  test('count within the heading above, and begin anew below the next', () => {
    expect(numbered(1, 2, 2, 3, 1, 2)).toEqual(['1', '1.1', '1.2', '1.2.1', '2', '2.1']);
  });

  test('take a level that was skipped as its first', () => {
    expect(numbered(2, 3, 1, 3)).toEqual(['1.1', '1.1.1', '2', '2.1.1']);
  });

  law(
    'are all different, whatever the levels',
    fc.property(fc.array(fc.constantFrom(1 as const, 2 as const, 3 as const), { maxLength: 30 }), (levels) => {
      const numbers = numbered(...levels);
      expect(new Set(numbers).size).toBe(numbers.length);
    }),
  );
});

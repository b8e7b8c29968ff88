import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChat } from './chat';

describe('a pasted chat', () => {
  it('of WhatsApp is read with who, when and words that go on over lines', () => {
    const chat =
      '[03/04/2026, 15:10:22] Ana Ruiz: no change to billing?\nsecond line: with a colon\n[13/04/2026, 3:11:00 PM] Priya Nair: agreed\n';
    expect(parseChat(chat)).toEqual([
      { at: '2026-04-03T15:10:22.000Z', from: 'Ana Ruiz', text: 'no change to billing?\nsecond line: with a colon' },
      { at: '2026-04-13T15:11:00.000Z', from: 'Priya Nair', text: 'agreed' },
    ]);
    expect(parseChat('4/13/26, 3:10 PM - Ana: hi\n4/3/26, 3:12 PM - +34 600 000 000: ok').map(({ at, from }) => [at, from])).toEqual([
      ['2026-04-13T15:10:00.000Z', 'Ana'],
      ['2026-04-03T15:12:00.000Z', '+34 600 000 000'],
    ]);
  });

  it('of Teams and Slack has its text below the head, and the day above', () => {
    expect(parseChat('[15:10] Ana Ruiz: hello\n[15:12] Tom\nsecond', { day: '2026-04-03', offsetMinutes: 120 })).toEqual([
      { at: '2026-04-03T13:10:00.000Z', from: 'Ana Ruiz', text: 'hello' },
      { at: '2026-04-03T13:12:00.000Z', from: 'Tom', text: 'second' },
    ]);
    expect(parseChat('Friday, April 3rd, 2026\nAna Ruiz  3:10 PM\nfile drop at night\n\nPriya Nair [15:20]\nfine')).toEqual([
      { at: '2026-04-03T15:10:00.000Z', from: 'Ana Ruiz', text: 'file drop at night' },
      { at: '2026-04-03T15:20:00.000Z', from: 'Priya Nair', text: 'fine' },
    ]);
  });

  it('without times is still told apart by name, and text that is no chat stays one piece', () => {
    expect(parseChat('Ana: hi\nTom: hello\nagain')).toEqual([
      { from: 'Ana', text: 'hi' },
      { from: 'Tom', text: 'hello\nagain' },
    ]);
    expect(parseChat('Note: one colon makes no chat.\nSecond line.')).toEqual([
      { from: '', text: 'Note: one colon makes no chat.\nSecond line.' },
    ]);
    expect(parseChat('  \n')).toEqual([]);
  });

  it('loses no word, whatever is pasted', () => {
    const line = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'B', ':', ' ', '[', ']', '1', '/', '0'), maxLength: 20 }),
      fc.constantFrom('[15:10] aB: a', 'Ba  15:10', '03/04/2026', '[03/04/2026, 15:10] a: B'),
    );
    const letters = (text: string) => text.replace(/[^aB]/g, '');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const messages = parseChat(lines.join('\n'));
        expect(letters(messages.map(({ from, text }) => from + text).join(''))).toBe(letters(lines.join('')));
      }),
      { numRuns: 1_000 },
    );
  });
});

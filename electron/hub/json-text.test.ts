import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsOf, membersOf, readJson } from './json-text';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const nasty = fc.oneof(
  fc.json(),
  fc.json({ stringUnit: 'binary' }),
  fc.string().map((text) => JSON.stringify([text, { [text]: text }])),
);
const spaced = nasty.map((text) => JSON.stringify(JSON.parse(text), undefined, ' \t\n'));

describe('JSON as text', () => {
  it('takes an array apart into the very texts of its elements', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(nasty, spaced)), (texts) => {
        expect([...elementsOf(` [ ${texts.join(' ,\n')} ] `)].map((text) => text.trim())).toEqual(texts.map((text) => text.trim()));
      }),
    );
  });

  it('takes an object apart into its keys and the very texts of their values', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), nasty)), (pairs) => {
        const text = `{${pairs.map(([key, value]) => `${JSON.stringify(key)} : ${value}`).join(',')}}`;
        const members = [...membersOf(text)];
        expect(members.map(({ key, value }) => [key, value])).toEqual(pairs);
        expect(JSON.parse(`{${members.map(({ member }) => member).join(',')}}`)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('reads what JSON.parse reads, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          nasty,
          fc.string(),
          nasty.map((text) => text.slice(1)),
        ),
        (text) => {
          const isJson = attempt(() => JSON.parse(text)) && !/\p{Cs}|\\u[dD][89a-fA-F]/u.test(text);
          if (isJson) expect(readJson(bytes(text))).toBe(text);
          if (!attempt(() => JSON.parse(text))) expect(() => readJson(bytes(text))).toThrow();
        },
      ),
    );
  });

  it.each([
    String.raw`"\ud800"`,
    String.raw`"\udc00"`,
    String.raw`"\ud800x\udc00"`,
    String.raw`"\uD83D\uD83D\uDE00"`,
    String.raw`{"\udfff":1}`,
  ])('refuses half of a surrogate pair: %s', (text) => expect(() => readJson(bytes(text))).toThrow(/invalid UTF-8/u));

  it.each([String.raw`"\ud83d\ude00"`, String.raw`"\\ud800"`, String.raw`"\\\ud83d\ude00\\udc00"`, '"😀"'])(
    'takes whole pairs: %s',
    (text) => expect(readJson(bytes(text))).toBe(text),
  );

  it('refuses bytes that are not UTF-8', () => expect(() => readJson(Uint8Array.of(0x22, 0xff, 0x22))).toThrow(/invalid UTF-8/u));

  it('refuses what is nested a hundred thousand deep, without running out of stack', () => {
    const deep = '['.repeat(100_000);
    expect(() => readJson(bytes(deep + ']'.repeat(100_000)))).toThrow(/deeper/u);
    expect(() => readJson(bytes(deep))).toThrow(/deeper/u);
    expect(readJson(bytes('['.repeat(1000) + ']'.repeat(1000)))).toHaveLength(2000);
  });
});

function attempt(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

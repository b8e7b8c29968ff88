import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../../test/law';
import { openText, sealText } from './sealed-text';
import { newDataKey, openVault, PIECE_OVERHEAD, PieceRefused, VaultLocked } from './vault';

const key = await newDataKey(false);
const vault = openVault({ current: 7, keys: new Map([[7, key]]) });
const bytes = fc.uint8Array({ maxLength: 400 });
const place = fc.string({ unit: 'grapheme', maxLength: 40 });

describe('a sealed piece', () => {
  law(
    'any bytes come back as they were, in a piece that is 33 bytes longer',
    fc.asyncProperty(bytes, place, async (content, context) => {
      const piece = await vault.seal(content, context);
      expect(piece.length).toBe(content.length + PIECE_OVERHEAD);
      expect(await vault.open(piece, context)).toEqual(content);
    }),
  );

  law(
    'any text comes back as it was',
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), place, async (text, context) => {
      expect(await openText(vault, await sealText(vault, text, context), context)).toBe(text);
    }),
  );

  law(
    'a piece of which one bit changed is refused, whichever bit it is',
    fc.asyncProperty(bytes, fc.nat(), async (content, at) => {
      const piece = await vault.seal(content, 'here');
      const bit = at % (piece.length * 8);
      piece[bit >> 3] = (piece[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await expect(vault.open(piece, 'here')).rejects.toBeInstanceOf(PieceRefused);
    }),
  );

  law(
    'a piece that was put in another place is refused',
    fc.asyncProperty(bytes, place, place, async (content, from, to) => {
      fc.pre(from !== to);
      await expect(vault.open(await vault.seal(content, from), to)).rejects.toBeInstanceOf(PieceRefused);
    }),
  );

  law(
    'a piece that was cut short is refused',
    fc.asyncProperty(bytes, fc.nat(), async (content, at) => {
      const piece = await vault.seal(content, 'here');
      await expect(vault.open(piece.subarray(0, at % piece.length), 'here')).rejects.toBeInstanceOf(PieceRefused);
    }),
  );

  test('sealing the same twice gives two pieces that share no byte run', async () => {
    const content = new Uint8Array(64);
    const [one, other] = [await vault.seal(content, 'here'), await vault.seal(content, 'here')];
    expect(one.subarray(5, 17)).not.toEqual(other.subarray(5, 17));
    expect(one.subarray(17)).not.toEqual(other.subarray(17));
  });
});

describe('the keys of a vault', () => {
  test('a piece of the former key opens while that key is held, and counts as not current', async () => {
    const piece = await vault.seal(Uint8Array.of(1, 2, 3), 'here');
    const next = openVault({
      current: 8,
      keys: new Map([
        [7, key],
        [8, await newDataKey(false)],
      ]),
    });
    expect(await next.open(piece, 'here')).toEqual(Uint8Array.of(1, 2, 3));
    expect([next.isCurrent(piece), next.isCurrent(await next.seal(piece, 'here'))]).toEqual([false, true]);
  });

  test('another key of the same number opens nothing', async () => {
    const piece = await vault.seal(Uint8Array.of(1, 2, 3), 'here');
    const other = openVault({ current: 7, keys: new Map([[7, await newDataKey(false)]]) });
    await expect(other.open(piece, 'here')).rejects.toBeInstanceOf(PieceRefused);
  });

  test('once locked, a vault neither seals nor opens', async () => {
    const shut = openVault({ current: 7, keys: new Map([[7, key]]) });
    const piece = await shut.seal(Uint8Array.of(1), 'here');
    shut.lock('idle');
    expect(shut.state).toBe('locked');
    await expect(shut.seal(Uint8Array.of(1), 'here')).rejects.toBeInstanceOf(VaultLocked);
    await expect(shut.open(piece, 'here')).rejects.toBeInstanceOf(VaultLocked);
  });
});

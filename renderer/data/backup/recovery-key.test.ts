import fc from 'fast-check';
import { expect, test } from 'vitest';
import { law } from '../../../test/law';
import { parseRecoveryKey, RECOVERY_KEY_BYTES, recoveryKeyText } from './recovery-key';

const keys = fc.uint8Array({ minLength: RECOVERY_KEY_BYTES, maxLength: RECOVERY_KEY_BYTES }).map((bytes) => new Uint8Array(bytes));

law(
  'a recovery key that is typed as it was printed, in whatever case, is the same key',
  fc.property(keys, (key) => {
    const text = recoveryKeyText(key);
    expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
    for (const typed of [text, text.toLowerCase(), text.replaceAll('-', ' '), text.replaceAll('0', 'o').replaceAll('1', 'l')])
      expect(parseRecoveryKey(typed)).toEqual({ ok: true, value: key });
  }),
);

law(
  'a recovery key with one wrong letter is never taken for the one that was printed',
  fc.property(keys, fc.nat({ max: 35 }), fc.integer({ min: 1, max: 31 }), (key, at, by) => {
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const text = recoveryKeyText(key).replaceAll('-', '');
    const wrong = letters[(letters.indexOf(text[at] ?? '') + by) % 32] ?? '';
    const typed = text.slice(0, at) + wrong + text.slice(at + 1);
    expect(parseRecoveryKey(typed)).not.toEqual({ ok: true, value: key });
  }),
);

test('one wrong letter of a recovery key is said to be wrong', () => {
  const text = recoveryKeyText(new Uint8Array(RECOVERY_KEY_BYTES).fill(7));
  const typed = `${text.slice(0, 10)}${text[10] === 'Z' ? 'Y' : 'Z'}${text.slice(11)}`;
  expect(parseRecoveryKey(typed)).toMatchObject({ ok: false, error: { message: expect.stringContaining('wrong') } });
});

test('a recovery key that is too short is said to be', () => {
  expect(parseRecoveryKey('ABCD-EFGH')).toMatchObject({ ok: false, error: { message: expect.stringContaining('36') } });
  expect(parseRecoveryKey('U'.repeat(36))).toMatchObject({ ok: false, error: { message: expect.stringContaining('“U”') } });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { law } from '../../../test/law';
import { packValue, unpackValue } from './packed-value';

const numbers = fc.oneof(fc.uint8Array(), fc.uint16Array(), fc.uint32Array(), fc.int32Array(), fc.float64Array({ noNaN: true }));
const name = fc.string().filter((text) => text !== '__proto__');
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    numbers,
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'grapheme', minLength: 2_048, maxLength: 2_100 }),
    fc.constantFrom(null, true, false, 0, -1.5),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

law(
  'any value of JSON and lists of numbers comes back as it was',
  fc.property(value, (given) => {
    expect(unpackValue(packValue(given))).toEqual(given);
  }),
);

test('what it could not give back is refused, not lost', () => {
  expect(() => packValue({ a: new Map([[1, 2]]) })).toThrow('Map cannot be packed');
  expect(() => packValue([new Date(0)])).toThrow('Date cannot be packed');
});

import { expect, test } from 'vitest';
import { bytesText } from './bytes-text';

test('sizes are told in the unit that fits', () => {
  expect(bytesText(0, 'en')).toBe('0 byte');
  expect(bytesText(512, 'en')).toBe('512 byte');
  expect(bytesText(12_400_000, 'en')).toBe('12.4 MB');
  expect(bytesText(3e15, 'en')).toBe('3,000 TB');
});

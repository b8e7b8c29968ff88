import { expect, it } from 'vitest';
import { FIRST_PAGE, nextPageSize } from './page-size';

it('reads few large documents and many small ones at once', () => {
  expect(nextPageSize(50, 50 * 256 * 1024)).toBe(16);
  expect(nextPageSize(5, 5 * 8_000_000)).toBe(5);
  expect(nextPageSize(50, 50 * 600)).toBe(500);
  expect([nextPageSize(0, 0), nextPageSize(3, 0)]).toEqual([FIRST_PAGE, 500]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScopeLine } from '#shared/records/registry';
import { viewAs } from '#shared/records/view';
import { gridItems, NEW } from './grid-items';
import { cellAfter, neighbourOf, type Press } from './grid-keys';

function aLine(title: string, status: ScopeLine['status'] = 'in'): ScopeLine {
  const line = viewAs('scopeLine', { id: `scopeLine:${title}`, values: { deal: 'deal:1', title, status } });
  if (!line) throw new Error('no line');
  return line;
}
const LINES = [aLine('orders'), aLine('portal', 'negotiated away'), aLine('billing', 'proposed'), aLine('training', 'courtesy')];
const ALL = { status: undefined, find: '', addBelow: undefined } as const;
const keys = (items: ReturnType<typeof gridItems>) => items.map(({ key }) => key.replace('scopeLine:', ''));
const press = (key: string, more: Partial<Press> = {}): Press => ({ key, shift: false, mod: false, ...more });

describe('the table of scope', () => {
  test('shows what is sold, where the next line is written, and apart what was given for nothing or taken out', () => {
    expect(keys(gridItems(LINES, ALL))).toEqual(['orders', 'billing', NEW, 'heading courtesy', 'training', 'heading away', 'portal']);
  });

  test('writes the next line below another one where that is asked for', () => {
    expect(keys(gridItems(LINES, { ...ALL, addBelow: 'scopeLine:orders' })).slice(0, 3)).toEqual(['orders', NEW, 'billing']);
  });

  test('takes no new line while it shows a part into which the line would not go', () => {
    expect(keys(gridItems(LINES, { ...ALL, status: 'negotiated away' }))).toEqual(['heading away', 'portal']);
    expect(keys(gridItems(LINES, { ...ALL, find: 'bill' }))).toEqual(['billing']);
    expect(keys(gridItems(LINES, { ...ALL, status: 'proposed' }))).toEqual(['billing', NEW]);
  });

  test('is walked by rows and cells; headings are passed over, and Tab leaves it behind the last cell', () => {
    const items = gridItems(LINES, ALL);
    const at = (row: string, column: number) => ({ row: row === NEW ? NEW : `scopeLine:${row}`, column });
    expect(cellAfter(items, 3, at('billing', 1), press('ArrowDown'))).toEqual(at(NEW, 1));
    expect(cellAfter(items, 3, at(NEW, 1), press('ArrowDown'))).toEqual(at('training', 1));
    expect(cellAfter(items, 3, at('orders', 2), press('Tab'))).toEqual(at('billing', 0));
    expect(cellAfter(items, 3, at('billing', 0), press('Tab', { shift: true }))).toEqual(at('orders', 2));
    expect(cellAfter(items, 3, at('portal', 2), press('Tab'))).toBeUndefined();
    expect(cellAfter(items, 3, at('orders', 0), press('End', { mod: true }))).toEqual(at('portal', 2));
    expect(cellAfter(items, 3, at('orders', 0), press('x'))).toBeUndefined();
  });

  test('keeps one inside, whatever keys are pressed', () => {
    const items = gridItems(LINES, ALL);
    const walk = fc.array(fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', 'Tab'));
    fc.assert(
      fc.property(walk, fc.boolean(), (pressed, mod) => {
        let cell = { row: 'scopeLine:orders', column: 0 };
        for (const key of pressed) cell = cellAfter(items, 4, cell, press(key, { mod })) ?? cell;
        expect(items.some(({ key, kind }) => key === cell.row && kind !== 'heading')).toBe(true);
        expect(cell.column).toBeGreaterThanOrEqual(0);
        expect(cell.column).toBeLessThan(4);
      }),
    );
  });

  test('moves a line past its neighbour in its own part only', () => {
    const items = gridItems(LINES, ALL);
    expect(neighbourOf(items, 'scopeLine:billing', -1)?.line.title).toBe('orders');
    expect(neighbourOf(items, 'scopeLine:billing', 1)).toBeUndefined();
    expect(neighbourOf(items, 'scopeLine:training', 1)).toBeUndefined();
    expect(neighbourOf(items, NEW, -1)).toBeUndefined();
  });
});

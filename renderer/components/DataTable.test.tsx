// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DataColumn } from './data-column';
import { DataTable } from './DataTable';
import { rowAfterKey } from './use-active-row';

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
  // jsdom lays nothing out: a table of ten rows' height, as wide as a laptop.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1_000);
});
afterEach(cleanup);

interface Line {
  readonly name: string;
  readonly hours: number;
}

const LINES: readonly Line[] = Array.from({ length: 10_000 }, (_, at) => ({ name: `Line ${at}`, hours: (at * 7) % 10_000 }));
const COLUMNS: readonly DataColumn<Line>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name, sortBy: ({ name }) => name },
  { id: 'hours', header: 'Hours', align: 'end', cell: ({ hours }) => hours, sortBy: ({ hours }) => hours },
  { id: 'wide', header: 'Only on wide screens', shownFrom: 1_400, cell: () => '' },
];

function show(onOpen?: (line: Line) => void): HTMLElement {
  render(
    <MantineProvider>
      <DataTable label="Lines" rows={LINES} columns={COLUMNS} rowId={({ name }) => name} {...(onOpen ? { onOpen } : {})} />
    </MantineProvider>,
  );
  return screen.getByRole('grid', { name: 'Lines' });
}

test('of ten thousand rows only those near the view exist, and the count is told all the same', () => {
  const grid = show();
  const rows = within(grid).getAllByRole('row').length;
  expect(rows).toBeGreaterThan(10);
  expect(rows).toBeLessThan(60);
  expect(grid.getAttribute('aria-rowcount')).toBe('10001');
});

test('a column that does not fit is left out', () => {
  const headers = within(show())
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent);
  // The last is the corner with what can be done with the whole table.
  expect(headers).toEqual(['Name', 'Hours', '']);
});

test('a press on a header orders the rows, and the header says so', () => {
  const grid = show();
  fireEvent.click(within(grid).getByRole('button', { name: 'Hours' }));
  expect(within(grid).getByRole('columnheader', { name: 'Hours' }).getAttribute('aria-sort')).toBe('ascending');
  expect(within(grid).getAllByRole('row')[1]?.textContent).toBe('Line 00');
});

test('arrows walk, Enter opens the row that was reached, and a press opens the one that was pressed', () => {
  const opened: string[] = [];
  const grid = show(({ name }) => opened.push(name));
  fireEvent.keyDown(grid, { key: 'ArrowDown' });
  fireEvent.keyDown(grid, { key: 'ArrowDown' });
  fireEvent.keyDown(grid, { key: 'Enter' });
  fireEvent.click(within(grid).getByText('Line 5'));
  expect(opened).toEqual(['Line 1', 'Line 5']);
});

test('keys stop at both ends of the list', () => {
  expect(rowAfterKey('ArrowUp', 0, 10)).toBe(0);
  expect(rowAfterKey('PageDown', 3, 10)).toBe(9);
  expect(rowAfterKey('ArrowDown', undefined, 10)).toBe(0);
  expect(rowAfterKey('ArrowDown', undefined, 0)).toBeUndefined();
  expect(rowAfterKey('a', 3, 10)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { tableCsv } from '#shared/exchange/table-file';
import type { DataColumn } from '../data-column';
import { tableOfColumns } from './table-of-columns';

interface Fee {
  readonly name: string;
  readonly fee: number;
}

const COLUMNS: readonly DataColumn<Fee>[] = [
  { id: 'name', header: 'Milestone', cell: ({ name }) => name },
  {
    id: 'fee',
    header: 'Fee',
    cell: ({ fee }) => `${fee} euros`,
    data: ({ fee }) => ({ amount: fee * 100, currency: 'EUR' }),
    shownFrom: 9_000,
  },
  { id: 'menu', header: '', cell: () => 'a button' },
];

test('a table is exported whole: what a narrow window hides is in the file, a row’s menu is not', () => {
  const rows = [
    { name: 'Design', fee: 40_000 },
    { name: 'Go-live', fee: 20_000.5 },
  ];
  expect(tableCsv(tableOfColumns('Fees', COLUMNS, rows))).toBe(
    '\uFEFFMilestone,Fee,Fee currency\r\nDesign,40000,EUR\r\nGo-live,20000.5,EUR\r\n',
  );
});

import readSheet from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { tableSheet } from '#shared/exchange/table-file';
import { sheetToXlsx } from './xlsx';

it('a workbook of 5,000 rows reads back with its numbers, days and texts', async () => {
  const rows = Array.from({ length: 5_000 }, (_, at) => [
    at === 0 ? '=1+1' : `Deal ${at} & Söhne <GmbH>`,
    { amount: at * 100 + 5, currency: 'EUR' },
    { date: '2026-02-28' },
  ]);
  const file = await sheetToXlsx(tableSheet({ name: 'Deals', headers: ['Deal', 'Amount', 'Signed'], rows }));
  const [sheet] = await readSheet(Buffer.from(await file.arrayBuffer()));
  expect(sheet?.sheet).toBe('Deals');
  expect(sheet?.data).toHaveLength(5_001);
  expect(sheet?.data.slice(0, 3)).toEqual([
    ['Deal', 'Amount', 'Amount currency', 'Signed'],
    ["'=1+1", 0.05, 'EUR', new Date('2026-02-28T00:00:00Z')],
    ['Deal 1 & Söhne <GmbH>', 1.05, 'EUR', new Date('2026-02-28T00:00:00Z')],
  ]);
});

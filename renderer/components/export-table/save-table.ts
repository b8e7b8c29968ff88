import { type Sheet, tableCsv, type TableFile, tableSheet } from '#shared/exchange/table-file';
import type { XlsxAnswer } from './xlsx.worker';
import { platform } from '../../platform/current-platform';
import { plainFileName } from '../file-name';
import { notify } from '../notify';
import { t } from '#shared/values/texts';

export type TableFormat = 'csv' | 'xlsx';

const TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Makes the file and asks where it goes. Tells how it went; never rejects. */
export async function saveTable(table: TableFile, as: TableFormat): Promise<void> {
  try {
    const content = as === 'csv' ? new Blob([tableCsv(table)], { type: TYPES.csv }) : await xlsxOf(tableSheet(table));
    const name = `${plainFileName(table.name, t('Table'))}.${as}`;
    if ((await platform.saveFile({ name, type: TYPES[as], content })) === 'saved') notify.done(t('{{name}} was saved.', { name }));
  } catch (cause) {
    notify.problem(cause instanceof Error ? cause.message : String(cause), t('The table was not saved'));
  }
}

async function xlsxOf(sheet: Sheet): Promise<Blob> {
  const worker = new Worker(new URL('./xlsx.worker.ts', import.meta.url), { type: 'module', name: 'workbook' });
  try {
    const answer = await new Promise<XlsxAnswer>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<XlsxAnswer>) => resolve(data));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.postMessage(sheet);
    });
    if (!answer.ok) throw new Error(answer.message);
    return answer.file;
  } finally {
    worker.terminate();
  }
}

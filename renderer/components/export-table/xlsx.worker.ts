import type { Sheet } from '#shared/exchange/table-file';
import { sheetToXlsx } from './xlsx';

export type XlsxAnswer = { readonly ok: true; readonly file: Blob } | { readonly ok: false; readonly message: string };

/** Writes one workbook off the main thread: fifty thousand rows take seconds. */
self.addEventListener('message', ({ data }: MessageEvent<Sheet>) => {
  sheetToXlsx(data).then(
    (file) => self.postMessage({ ok: true, file } satisfies XlsxAnswer),
    (cause: unknown) => self.postMessage({ ok: false, message: String(cause) } satisfies XlsxAnswer),
  );
});

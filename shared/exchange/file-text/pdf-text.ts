import type * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MOST_TEXT, unreadable, wordsOf, type Words } from './text-part';

export const MOST_PAGES = 1_000;

type PdfJs = typeof pdfjs;

/** Loaded when the first PDF is met. */
let loaded: Promise<PdfJs> | undefined;

/**
 * The library looks for its worker half in a global before it would start a worker of its own: the caller is one already.
 * While it loads it also makes matrices for drawing, which runtimes without a screen do not have and no text needs.
 */
async function load(): Promise<PdfJs> {
  const globals = globalThis as unknown as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) globals[name] ??= class NotForDrawing {};
  globals['pdfjsWorker'] ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** The reader of PDFs is not there: nothing is known of the file, and it has to be asked again. */
export class ReaderMissing extends Error {}

async function pdfJs(): Promise<PdfJs> {
  try {
    return await (loaded ??= load());
  } catch (cause) {
    loaded = undefined;
    throw new ReaderMissing('The reader of PDFs could not be loaded.', { cause });
  }
}

/** The words of a PDF, page by page: what is drawn as text, filled into forms, and noted on it. Nothing in it is ever run. */
export async function pdfText(bytes: Uint8Array): Promise<Words> {
  const { getDocument } = await pdfJs();
  const loading = getDocument({
    // The library takes the bytes over: it gets its own.
    data: bytes.slice(),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    return await pagesOf(await loading.promise);
  } catch (thrown) {
    const isLocked = thrown instanceof Error && thrown.name === 'PasswordException';
    return unreadable(isLocked ? 'It is locked with a password.' : 'The PDF is damaged.');
  } finally {
    await loading.destroy();
  }
}

async function pagesOf(pdf: Awaited<ReturnType<PdfJs['getDocument']>['promise']>): Promise<Words> {
  const starts: number[] = [];
  let text = '';
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES) && text.length < MOST_TEXT; number += 1) {
    const page = await pdf.getPage(number);
    if (number > 1) text += '\n\n';
    starts.push(text.length);
    text += await pageText(page);
    page.cleanup();
  }
  const words = wordsOf(text, starts);
  if (words.state === 'empty') return { ...words, reason: 'It has no text, only pictures: a scan, perhaps.' };
  return pdf.numPages > MOST_PAGES ? { ...words, reason: `Only the first ${MOST_PAGES} of ${pdf.numPages} pages were read.` } : words;
}

async function pageText(page: Awaited<ReturnType<Awaited<ReturnType<PdfJs['getDocument']>['promise']>['getPage']>>): Promise<string> {
  const { items } = await page.getTextContent();
  const drawn = items.map(({ str = '', hasEOL }) => (hasEOL === true ? `${str}\n` : str)).join('');
  const noted = (await page.getAnnotations()).flatMap(({ fieldValue, contentsObj }) => [
    ...(typeof fieldValue === 'string' ? [fieldValue] : []),
    ...(contentsObj?.str ? [contentsObj.str] : []),
  ]);
  return [drawn, ...noted].filter((part) => part.trim() !== '').join('\n');
}

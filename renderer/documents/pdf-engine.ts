import type { TCreatedPdf, TDocumentDefinitions, TVirtualFileSystem } from 'pdfmake/interfaces';

interface PdfEngine {
  createPdf(definition: TDocumentDefinitions): TCreatedPdf;
  addVirtualFileSystem(files: TVirtualFileSystem): void;
  setUrlAccessPolicy(mayFetch: (url: string) => boolean): void;
}

/**
 * The engine with its fonts (Roboto: Latin, Greek, Cyrillic), loaded when the first PDF is asked for: two megabytes that
 * the start of the app does not carry. The browser's build everywhere, so that tests run what ships.
 */
export async function loadPdfEngine(): Promise<PdfEngine> {
  const [engine, fonts] = await Promise.all([import('pdfmake/build/pdfmake.min'), import('pdfmake/build/vfs_fonts')]);
  const pdf = ownOf(engine) as PdfEngine;
  pdf.addVirtualFileSystem(ownOf(fonts) as TVirtualFileSystem);
  // A document holds all that it shows; nothing in it may make us ask the network.
  pdf.setUrlAccessPolicy(() => false);
  return pdf;
}

/** What a CommonJS file exports, whichever loader brought it. */
const ownOf = (loaded: object): unknown => ('default' in loaded ? loaded.default : loaded);

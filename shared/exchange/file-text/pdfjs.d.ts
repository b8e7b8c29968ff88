// The published types of pdf.js pull in the browser's. This is the part that is used.
declare module 'pdfjs-dist/legacy/build/pdf.mjs' {
  interface TextItem {
    readonly str?: string;
    readonly hasEOL?: boolean;
  }
  interface Annotation {
    readonly fieldValue?: unknown;
    readonly contentsObj?: { readonly str?: string };
  }
  interface Page {
    getTextContent(): Promise<{ readonly items: readonly TextItem[] }>;
    getAnnotations(): Promise<readonly Annotation[]>;
    cleanup(): void;
  }
  interface Pdf {
    readonly numPages: number;
    getPage(number: number): Promise<Page>;
  }
  interface Loading {
    readonly promise: Promise<Pdf>;
    destroy(): Promise<void>;
  }
  export function getDocument(source: {
    readonly data: Uint8Array;
    readonly isEvalSupported: false;
    readonly disableFontFace: true;
    readonly useSystemFonts: false;
    readonly useWorkerFetch: false;
    readonly useWasm: false;
    readonly isOffscreenCanvasSupported: false;
    readonly enableXfa: false;
    readonly verbosity: 0;
  }): Loading;
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}

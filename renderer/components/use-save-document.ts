import { useCallback, useState } from 'react';
import type { Document } from '#shared/document/document';
import { platform } from '../platform/current-platform';
import { plainFileName } from './file-name';
import { notify } from './notify';
import { t } from '#shared/values/texts';

export type DocumentFormat = 'docx' | 'pdf';

/** The document, or the way to make it: that may read records and files. */
export type DocumentSource = Document | (() => Document | Promise<Document>);

export interface SaveDocument {
  /** Which format is being made right now. */
  readonly making: DocumentFormat | undefined;
  /** Makes the file and asks where it goes. Tells how it went; never rejects. `name` stands without an ending. */
  save(source: DocumentSource, as: DocumentFormat, name: string): Promise<void>;
}

/** Saves a document as a Word file or a PDF. What makes the files is loaded when the first is asked for. */
export function useSaveDocument(): SaveDocument {
  const [making, setMaking] = useState<DocumentFormat>();
  const save = useCallback(async (source: DocumentSource, as: DocumentFormat, name: string) => {
    setMaking(as);
    try {
      const document = typeof source === 'function' ? await source() : source;
      const { content, warning } = await fileOf(document, as);
      const file = { name: `${plainFileName(name, t('Document'))}.${as}`, type: content.type, content };
      if ((await platform.saveFile(file)) !== 'saved') return;
      if (warning === undefined) notify.done(t('{{name}} was saved.', { name: file.name }));
      else notify.problem(warning, t('{{name}} was saved, but look at it', { name: file.name }));
    } catch (cause) {
      notify.problem(cause instanceof Error ? cause.message : String(cause), t('The document was not saved'));
    } finally {
      setMaking(undefined);
    }
  }, []);
  return { making, save };
}

async function fileOf(document: Document, as: DocumentFormat): Promise<{ readonly content: Blob; readonly warning?: string }> {
  if (as === 'docx') {
    const { documentToDocx } = await import('../documents/docx');
    return { content: await documentToDocx(document) };
  }
  const [{ documentToPdf }, { unprintedLetters }] = await Promise.all([import('../documents/pdf'), import('../documents/pdf-letters')]);
  const missing = unprintedLetters(document);
  const content = await documentToPdf(document);
  if (missing.length === 0) return { content };
  return {
    content,
    warning: t('The PDF cannot show {{join}}. Save it as a Word file: that can.', { join: missing.slice(0, 8).join(' ') }),
  };
}

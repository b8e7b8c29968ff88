import type { ContentText } from 'pdfmake/interfaces';
import type { Runs } from '#shared/document/document';
import { safeLink } from '#shared/document/printable';
import { ACCENT, INK } from './look';

/** Words with their looks. */
export const pdfRuns = (runs: Runs): ContentText[] =>
  runs.map(({ text, bold, italic, code, link }) => {
    const address = safeLink(link);
    return {
      text,
      ...(bold ? { bold } : {}),
      ...(italic ? { italics: italic } : {}),
      ...(code ? { background: '#F1F3F5', color: `#${INK}` } : {}),
      ...(address === undefined ? {} : { link: address, color: `#${ACCENT}`, decoration: 'underline' as const }),
    };
  });

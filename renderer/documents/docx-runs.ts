import { ExternalHyperlink, TextRun } from 'docx';
import type { Run, Runs } from '#shared/document/document';
import { safeLink } from '#shared/document/printable';
import { ACCENT } from './look';

/** Words with their looks; a line break inside them stays one. */
export function textRuns(runs: Runs): readonly (TextRun | ExternalHyperlink)[] {
  return runs.flatMap((run): readonly (TextRun | ExternalHyperlink)[] => {
    const children = run.text.split('\n').map((text, line) => new TextRun({ ...lookOf(run), text, ...(line > 0 ? { break: 1 } : {}) }));
    const link = safeLink(run.link);
    return link === undefined ? children : [new ExternalHyperlink({ link, children })];
  });
}

const lookOf = ({ bold, italic, code, link }: Run) => ({
  ...(bold ? { bold } : {}),
  ...(italic ? { italics: italic } : {}),
  ...(code ? { font: 'Consolas' } : {}),
  ...(safeLink(link) ? { color: ACCENT, underline: {} } : {}),
});

import { strToU8, zipSync } from 'fflate';

/** A paper of the sample firm: paragraphs under a heading, page by page. */
export interface Paper {
  readonly title: string;
  readonly pages: readonly (readonly string[])[];
}

/** Letters on a line; lines are broken between words. */
const LINE = 88;

/** The paper as a PDF of one font, written by hand: the same paper always gives the same bytes. Letters of Latin-1 only. */
export function paperAsPdf({ title, pages }: Paper): Uint8Array {
  const streams = pages.map((paragraphs, at) => pageStream(at === 0 ? title : '', paragraphs));
  const numberOf = (page: number): number => 5 + page * 2;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, page) => `${numberOf(page)} 0 R`).join(' ')}]>>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...streams.flatMap((stream, page) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${numberOf(page) + 1} 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>`,
      `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    ]),
  ];
  return latin1(bodyOf(objects));
}

const font = (name: string): string => `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;

function pageStream(title: string, paragraphs: readonly string[]): string {
  const head = title === '' ? '' : `/F2 16 Tf (${escaped(title)}) Tj 0 -30 Td /F1 11 Tf `;
  const lines = paragraphs.flatMap((paragraph) => [...linesOf(paragraph).map((line) => `(${escaped(line)}) Tj T*`), 'T*']);
  return `BT /F1 11 Tf 15 TL 64 760 Td ${head}${lines.join('\n')} ET`;
}

function linesOf(paragraph: string): readonly string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < LINE) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const escaped = (text: string): string => text.replace(/[\\()]/g, (letter) => `\\${letter}`);

function bodyOf(objects: readonly string[]): string {
  let body = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return `${body}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`;
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The paper as a `.docx`: the least that Word and LibreOffice open. The same paper always gives the same bytes. */
export function paperAsDocx({ title, pages }: Paper): Uint8Array {
  const body = [title, ...pages.flat()].map((text, at) => wordParagraph(text, at === 0)).join('');
  const parts = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${XML}<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const));
  return zipSync(files, { mtime: '1980-01-01T00:00:00', level: 6 });
}

const wordParagraph = (text: string, isTitle: boolean): string =>
  `<w:p><w:r>${isTitle ? '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>' : ''}<w:t xml:space="preserve">${inXml(text)}</w:t></w:r></w:p>`;

const inXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

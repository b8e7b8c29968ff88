import { heading, paragraph, plain, type Block, type Document } from '#shared/document/document';
import { aDocument } from './a-document';

/** What somebody may have pasted: control characters, half letters, markup, other directions, a word without an end. */
export const HOSTILE =
  'a\u0000b\u0007c\u001b[31m \ud800 \udc00 \ufffe ]]> <w:p/> & "quoted" \u202eRTL\u202c שלום مرحبا 日本 👩‍👩‍👧 ' + 'w'.repeat(900);

const BLOCKS: readonly Block[] = [
  heading(1, HOSTILE),
  paragraph(HOSTILE),
  { kind: 'list', ordered: true, items: [plain(HOSTILE), []] },
  { kind: 'quote', text: HOSTILE, source: HOSTILE },
  { kind: 'note', runs: plain(HOSTILE) },
  { kind: 'facts', facts: [{ label: HOSTILE, value: HOSTILE }] },
  { kind: 'facts', facts: [] },
  {
    kind: 'table',
    columns: [
      { title: HOSTILE, align: 'right' },
      { title: '', align: 'left', share: 0.9 },
    ],
    rows: [{ cells: [[plain(HOSTILE)]] }],
  },
  { kind: 'table', columns: [{ title: 'Nothing', align: 'left' }], rows: [] },
  { kind: 'paragraph', runs: [{ text: 'click', link: 'javascript:alert(1)' }] },
  { kind: 'signatures', parties: [{ firm: HOSTILE }] },
  { kind: 'page break' },
];

/** A document in which every text is {@link HOSTILE}, and every block is as empty or as uneven as it can be. */
export const aHostileDocument = (): Document =>
  aDocument({
    title: HOSTILE,
    pageHeader: HOSTILE,
    pageFooter: HOSTILE,
    date: 'someday',
    language: 'en',
    author: HOSTILE,
    blocks: BLOCKS,
  });

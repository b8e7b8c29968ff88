import { heading, paragraph, plain, type Document } from '#shared/document/document';

const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="120" viewBox="0 0 420 120" font-family="Inter, sans-serif" font-size="13">
<rect x="10" y="30" width="120" height="50" rx="8" fill="#eef5f4" stroke="#0c635e"/><text x="70" y="60" text-anchor="middle">Order portal</text>
<path d="M130 55 H 280" stroke="#5b6770" fill="none"/><text x="205" y="48" text-anchor="middle" font-size="11">nightly file</text>
<rect x="280" y="30" width="120" height="50" rx="8" fill="#fff" stroke="#5b6770"/><text x="340" y="60" text-anchor="middle">Billing</text></svg>`;

const BLOCKS: Document['blocks'] = [
  heading(1, 'Background'),
  paragraph('Orders are typed three times before they are billed. A third of the credit notes come from those three times.'),
  heading(1, 'Scope of work'),
  heading(2, 'Integrate with the client’s billing system'),
  {
    kind: 'paragraph',
    runs: [
      { text: 'Included: ', bold: true },
      { text: 'a nightly file in the format that billing reads today (€, –, “quotes”, Ελληνικά, Кириллица, Łódź).' },
    ],
  },
  { kind: 'list', ordered: false, items: [plain('Orders, credit notes and returns'), plain('A report of what billing refused')] },
  { kind: 'list', ordered: true, items: [plain('Format agreed'), plain('Test file accepted'), plain('Live')] },
  {
    kind: 'quote',
    text: 'Nothing in billing is to be changed, by anybody, before the audit is closed.',
    source: 'Ilze Ozola, CFO · e-mail of 3 September 2026',
  },
  {
    kind: 'note',
    runs: [{ text: 'Billing is not changed. ', bold: true }, { text: 'The file is written beside it and read by the import that exists.' }],
  },
  heading(2, 'Portal'),
  heading(3, 'Sign-in'),
  {
    kind: 'paragraph',
    runs: [
      { text: 'As in ' },
      { text: 'the guide', link: 'https://example.com/guide?a=1&b=2' },
      { text: ', with ' },
      { text: 'SSO', code: true },
      { text: '.' },
    ],
  },
  heading(1, 'Price'),
  {
    kind: 'table',
    columns: [
      { title: '', align: 'left', share: 0.08 },
      { title: 'Line', align: 'left' },
      { title: 'Hours', align: 'right', share: 0.14 },
      { title: 'Price', align: 'right', share: 0.2 },
    ],
    rows: [
      { cells: [[plain('2.1')], [plain('Integrate with the client’s billing system')], [plain('240 h')], [plain('€36,000.00')]] },
      {
        cells: [
          [plain('2.2')],
          [plain('Portal'), plain('with sign-in by the client’s own accounts')],
          [plain('400 h')],
          [plain('€60,000.00')],
        ],
      },
      { cells: [[], [plain('Total')], [plain('640 h')], [plain('€96,000.00')]], total: true },
    ],
  },
  { kind: 'facts', facts: [{ label: 'Valid until', value: '28 November 2026' }] },
  { kind: 'picture', svg: DRAWING, width: 420, height: 120, alt: 'The portal hands billing a nightly file' },
  { kind: 'page break' },
  heading(1, 'Signatures'),
  { kind: 'signatures', parties: [{ firm: 'Halden & Pryce', name: 'Henrik Halden' }, { firm: 'Baltic Foods Group' }] },
];

/** A document with one of every kind of block, as a statement of work might have them. */
export const aDocument = (over: Partial<Document> = {}): Document => ({
  title: 'Order-to-cash on the new ERP',
  subtitle: 'Statement of work',
  facts: [
    { label: 'Client', value: 'Baltic Foods Group' },
    { label: 'Prepared by', value: 'Halden & Pryce, Marta Lindqvist' },
    { label: 'Version', value: '2, of 14 October 2026' },
  ],
  pageHeader: 'Halden & Pryce · Order-to-cash on the new ERP',
  pageFooter: 'Statement of work, version 2',
  numbered: true,
  language: 'en-GB',
  author: 'Halden & Pryce',
  date: '2026-10-14',
  blocks: BLOCKS,
  ...over,
});

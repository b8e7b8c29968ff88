import { heading, paragraph, plain, type Block, type Document, type Logo } from '../document/document';
import { t } from '../values/texts';

/** Somebody's words as a report quotes them. */
export interface ReportPassage {
  readonly words: string;
  /** Who said it to whom, when, where. */
  readonly source: string;
  /** What it proves; none where it is context. */
  readonly proves?: string;
}

export interface ReportStep {
  readonly kind: string;
  readonly title: string;
  /** Status, day, people, sum. */
  readonly facts: string;
  /** Its words: those of a promise word for word, of a moment how it begins. */
  readonly quote?: string;
  readonly begins?: boolean;
}

export interface ReportInput {
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly madeBy: string;
  /** Day, ISO. */
  readonly date: string;
  readonly firm: string;
  readonly language: string;
  readonly logo?: Logo;
  readonly claim?: {
    readonly text: string;
    readonly verdict: string;
    /** By which rule, in a sentence. */
    readonly reason: string;
    readonly overruled?: string;
    readonly deciding: readonly ReportPassage[];
    readonly others: readonly ReportPassage[];
    /** Words that were looked for. */
    readonly tried: string;
  };
  readonly coverage?: {
    /** What was searched: counts and days. */
    readonly searched: string;
    readonly gaps: readonly { readonly title: string; readonly detail: string }[];
  };
  readonly trace?: {
    readonly start: string;
    readonly stages: readonly { readonly name: string; readonly steps: readonly ReportStep[]; readonly leftOut: number }[];
  };
  readonly chains: readonly { readonly device: string; readonly owner: string; readonly entries: string; readonly hash: string }[];
  /** The file that proves what the report says. */
  readonly file: { readonly name: string; readonly quotes: number; readonly entries: number };
}

/**
 * One document for a dispute: what was claimed and what the record says, in its words; what was searched and what was not; the way
 * from the words to the money; and how to check all of it without trusting whoever printed it.
 */
export function reportDocument(input: ReportInput): Document {
  const { title, subtitle, facts, madeBy, date, firm, language, logo } = input;
  return {
    title,
    subtitle,
    facts,
    pageHeader: `${firm} · ${title}`,
    pageFooter: `${madeBy}, ${date}`,
    numbered: true,
    language,
    author: madeBy,
    date,
    ...(logo && { logo }),
    blocks: [...claimBlocks(input), ...coverageBlocks(input), ...traceBlocks(input), ...proofBlocks(input)],
  };
}

function claimBlocks({ claim }: ReportInput): readonly Block[] {
  if (!claim) return [];
  const { text, verdict, reason, overruled, deciding, others, tried } = claim;
  return [
    heading(1, t('The claim and what the record says')),
    { kind: 'quote', text, source: t('The claim') },
    { kind: 'note', runs: [{ text: `${verdict}. `, bold: true }, { text: reason }] },
    ...(overruled === undefined ? [] : [paragraph(overruled)]),
    ...passages(deciding, t('What decides it')),
    ...passages(others, deciding.length > 0 ? t('What else speaks of it') : t('What comes nearest')),
    paragraph(t('Looked for: {{tried}}.', { tried })),
  ];
}

function passages(list: readonly ReportPassage[], title: string): readonly Block[] {
  if (list.length === 0) return [];
  return [
    heading(2, title),
    ...list.flatMap(({ words, source, proves }): Block[] => [
      { kind: 'quote', text: words, source },
      ...(proves ? [paragraph(proves)] : []),
    ]),
  ];
}

function coverageBlocks({ coverage }: ReportInput): readonly Block[] {
  if (!coverage) return [];
  const { searched, gaps } = coverage;
  return [
    heading(1, t('What was searched, and what was not')),
    paragraph(searched),
    ...(gaps.length === 0
      ? [paragraph(t('Nothing is known that was not covered.'))]
      : [
          paragraph(t('Not covered, and what follows from it:')),
          {
            kind: 'list',
            ordered: false,
            items: gaps.map((gap) => [{ text: `${gap.title}. `, bold: true }, { text: gap.detail }]),
          } satisfies Block,
        ]),
  ];
}

function traceBlocks({ trace }: ReportInput): readonly Block[] {
  if (!trace) return [];
  return [
    heading(1, t('From the words to the money')),
    paragraph(
      t('Every record that is linked with “{{start}}”, in the order in which a deal runs. A link that nobody made is not guessed.', {
        start: trace.start,
      }),
    ),
    ...trace.stages.flatMap(({ name, steps, leftOut }): Block[] => [
      heading(2, name),
      ...steps.flatMap(stepBlocks),
      ...(leftOut > 0 ? [paragraph(t('And {{leftOut}} more of the same kind.', { leftOut }))] : []),
    ]),
  ];
}

function stepBlocks({ kind, title, facts, quote, begins }: ReportStep): readonly Block[] {
  return [
    { kind: 'paragraph', runs: [{ text: `${kind}: ` }, { text: title, bold: true }, { text: facts ? `. ${facts}` : '' }] },
    ...(quote ? [{ kind: 'quote', text: quote, source: begins ? t('How it begins') : t('Word for word') } satisfies Block] : []),
  ];
}

function proofBlocks({ chains, file }: ReportInput): readonly Block[] {
  return [
    heading(1, t('How to check this')),
    {
      kind: 'paragraph',
      runs: [
        ...plain(t('Everything quoted here stands in the file ')),
        { text: file.name, bold: true },
        ...plain(
          t(
            ', which belongs to this report: {{entries}} entries of the record with their hashes, the places of all others in their chains, the files that are quoted, and {{quotes}} quotes with the place of each. Put both in one folder and run, in a copy of Throughline’s source with nothing else installed:',
            { entries: file.entries, quotes: file.quotes },
          ),
        ),
      ],
    },
    { kind: 'paragraph', runs: [{ text: `npm run verify -- "${file.name}"`, code: true }] },
    paragraph(
      t(
        'It names the first entry, quote, file or byte that was altered, and says whether this report is the one that was made with the file. It proves that the record is whole; who wrote an entry is what the record says.',
      ),
    ),
    {
      kind: 'table',
      columns: [
        { title: t('Device of'), align: 'left', share: 0.2 },
        { title: t('Entries'), align: 'right', share: 0.1 },
        { title: t('Hash of the last one, which commits to all before it'), align: 'left' },
      ],
      rows: chains.map(({ owner, entries, hash }) => ({ cells: [[plain(owner)], [plain(entries)], [[{ text: hash, code: true }]]] })),
    },
  ];
}

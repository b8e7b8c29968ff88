import { AlignmentType, LevelFormat, type INumberingOptions, type IStylesOptions } from 'docx';
import { ACCENT, BODY_SIZE, HEADING_SIZES, HEADING_SPACE, HAIRLINE, INK, MUTED, SMALL_SIZE, SUBTITLE_SIZE, TINT, TITLE_SIZE } from './look';

/** On every machine that has Word; LibreOffice has its metric twin, Carlito. */
const FONT = 'Calibri';
/** Calibri runs smaller than its size says. */
const half = (points: number): number => Math.round((points + 0.5) * 2);
const twips = (points: number): number => Math.round(points * 20);

const AUTO = 'auto' as const;

/** References of the numberings, by which paragraphs name them. */
export const HEADINGS = 'headings';
export const BULLETS = 'bullets';
export const STEPS = 'steps';

const LEVELS = [1, 2, 3] as const;
/** Room for the number in front of a heading. */
const HANGING = { 1: 30, 2: 32, 3: 40 } as const;

/** Headings 1 / 1.1 / 1.1.1 with a hanging indent, bullets, and steps that start anew in each list. */
export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: HEADINGS,
      levels: LEVELS.map((level) => ({
        level: level - 1,
        format: LevelFormat.DECIMAL,
        text: LEVELS.slice(0, level)
          .map((number) => `%${number}`)
          .join('.'),
        alignment: AlignmentType.START,
        style: { paragraph: { indent: { left: twips(HANGING[level]), hanging: twips(HANGING[level]) } }, run: { color: ACCENT } },
      })),
    },
    { reference: BULLETS, levels: [hanging(LevelFormat.BULLET, '•')] },
    { reference: STEPS, levels: [hanging(LevelFormat.DECIMAL, '%1.')] },
  ],
};

function hanging(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  const indent = { left: twips(17), hanging: twips(14) };
  return { level: 0, format, text, alignment: AlignmentType.START, style: { paragraph: { indent }, run: { color: ACCENT } } };
}

/** Word's own styles in the firm's look, so that whoever goes on writing in the file keeps it. */
export function wordStyles(language: string, numbered: boolean): IStylesOptions {
  const run = { font: FONT, size: half(BODY_SIZE), color: INK, language: { value: language } };
  return {
    default: {
      document: { run, paragraph: { spacing: { after: twips(6), line: 276, lineRule: AUTO } } },
      title: {
        run: { size: half(TITLE_SIZE), bold: true, color: INK },
        paragraph: { spacing: { before: twips(20), after: twips(4), line: 252, lineRule: AUTO } },
      },
      heading1: headingStyle(1, numbered),
      heading2: headingStyle(2, numbered),
      heading3: headingStyle(3, numbered),
    },
    paragraphStyles: [
      own('Subtitle', { size: half(SUBTITLE_SIZE), color: MUTED }, { spacing: { after: twips(14) } }),
      own('Header', { size: half(SMALL_SIZE), color: MUTED }, { spacing: { after: 0 } }),
      own('Footer', { size: half(SMALL_SIZE), color: MUTED }, { spacing: { after: 0 } }),
      own('Quote', { italics: true }, { ...bar(HAIRLINE), keepNext: true, spacing: { before: twips(6), after: 0 } }),
      own('Quote source', { size: half(SMALL_SIZE), color: MUTED }, { ...bar(HAIRLINE), spacing: { after: twips(10) } }),
      own(
        'Note',
        {},
        { ...bar(ACCENT), shading: { type: 'clear', fill: TINT, color: 'auto' }, spacing: { before: twips(8), after: twips(12) } },
      ),
      own('List item', {}, { spacing: { after: twips(3) } }),
      own('Cell', { size: half(BODY_SIZE - 0.5) }, { spacing: { before: twips(1), after: twips(1), line: 252, lineRule: AUTO } }),
      own(
        'Cell head',
        { size: half(SMALL_SIZE), bold: true, color: ACCENT },
        { spacing: { before: twips(2), after: twips(2), line: 240, lineRule: AUTO } },
      ),
      own('Label', { size: half(SMALL_SIZE), color: MUTED }, { spacing: { before: twips(1), after: twips(1), line: 252, lineRule: AUTO } }),
      own('Picture', {}, { spacing: { before: twips(6), after: twips(3) }, keepNext: true }),
      own('Caption', { size: half(SMALL_SIZE), color: MUTED, italics: false }, { spacing: { after: twips(12) } }),
    ],
  };
}

function headingStyle(level: 1 | 2 | 3, numbered: boolean) {
  const [before, after] = HEADING_SPACE[level];
  return {
    run: { font: FONT, size: half(HEADING_SIZES[level]), bold: true, color: level === 1 ? ACCENT : INK },
    paragraph: {
      keepNext: true,
      keepLines: true,
      spacing: { before: twips(before), after: twips(after), line: 252, lineRule: AUTO },
      ...(numbered ? { numbering: { reference: HEADINGS, level: level - 1 } } : {}),
    },
  };
}

type Style = NonNullable<IStylesOptions['paragraphStyles']>[number];

const own = (name: string, run: NonNullable<Style['run']>, paragraph: NonNullable<Style['paragraph']>): Style => ({
  id: styleId(name),
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run,
  paragraph,
});

/** The id under which paragraphs name a style: `Quote source` is `QuoteSource`. */
export const styleId = (name: string): string => name.replaceAll(/ (\w)/gu, (_, letter: string) => letter.toUpperCase());

const bar = (color: string) =>
  ({
    indent: { left: twips(12) },
    border: { left: { style: 'single', size: 18, color, space: 8 } },
  }) as const;

import type { Content } from 'pdfmake/interfaces';
import type { Block, Document } from '#shared/document/document';
import { cellTexts } from '#shared/document/document-text';
import { headingNumbers } from '#shared/document/heading-numbers';
import { columnWidths, fitsTogether, textWidth, type Paper } from './look';
import { contentOf, type PrintedBlock } from './pdf-blocks';

/** Headings and the block that they stand over. */
interface Group {
  readonly blocks: readonly PrintedBlock[];
  /** Place of its first block in the document. */
  readonly at: number;
  readonly startsPage: boolean;
  readonly endsPage: boolean;
}

/** Everything after the first page's head, from top to bottom: no heading stands alone at the foot of a page. */
export function pdfBlocks({ blocks, numbered }: Document, paper: Paper): readonly Content[] {
  const numbers = numbered ? headingNumbers(blocks) : new Map<number, string>();
  return groupsOf(blocks).map((group) => {
    const together = group.blocks.length > 1 && fits(group.blocks.at(-1), paper);
    const lowest = together ? {} : { lowest: group.blocks.at(-1)?.kind === 'table' ? 0.7 : 0.88 };
    const contents = group.blocks.map((block, index) =>
      contentOf(block, { number: numbers.get(group.at + index), afterHeading: isHeading(blocks[group.at + index - 1]), ...lowest }, paper),
    );
    const stack = group.endsPage ? [...contents.slice(0, -1), ...contents.slice(-1).map(withoutFoot)] : contents;
    return { stack, unbreakable: together, ...(group.startsPage ? { pageBreak: 'before' as const } : {}) };
  });
}

function groupsOf(blocks: readonly Block[]): readonly Group[] {
  const groups: Group[] = [];
  let open: PrintedBlock[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== 'page break') open.push(block);
    const next = blocks[at + 1];
    const isWhole = block.kind !== 'heading' || next === undefined || next.kind === 'page break';
    if (!isWhole || open.length === 0) continue;
    const first = at - open.length + 1;
    const endsPage = next === undefined || next.kind === 'page break';
    groups.push({ blocks: open, at: first, startsPage: first > 0 && blocks[first - 1]?.kind === 'page break', endsPage });
    open = [];
  }
  return groups;
}

const isHeading = (block: Block | undefined): boolean => block?.kind === 'heading';

/** True of blocks that surely fit on a page below their headings. */
function fits(block: PrintedBlock | undefined, paper: Paper): boolean {
  const width = textWidth(paper);
  const line = (text: string): readonly string[] => [text];
  switch (block?.kind) {
    case 'paragraph':
    case 'note':
      return fitsTogether([line(block.runs.map(({ text }) => text).join(''))], [width]);
    case 'list':
      return fitsTogether(
        block.items.map((item) => line(item.map(({ text }) => text).join(''))),
        [width - 20],
      );
    case 'quote':
      return fitsTogether([line(block.text), line(block.source)], [width - 20]);
    case 'facts':
      return fitsTogether(
        block.facts.map(({ value }) => line(value)),
        [width * 0.74],
      );
    case 'table':
      return fitsTogether(block.rows.map(cellTexts), columnWidths(block.columns, width));
    case 'picture':
    case 'signatures':
      return true;
    default:
      return false;
  }
}

/** White below the last block of a page would make an empty page where the block fills its own. */
function withoutFoot(content: Content): Content {
  if (typeof content !== 'object' || !('margin' in content) || !Array.isArray(content.margin)) return content;
  const [left = 0, top = 0, right = 0] = content.margin;
  return { ...content, margin: [left, top, right, 0] };
}

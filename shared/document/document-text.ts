import type { Block, Document, Row, Runs } from './document';
import { headingNumbers } from './heading-numbers';
import { t } from '../values/texts';

/** The words of a document as plain text, one line a paragraph, cell or item: for searching, comparing and tests. */
export function documentText({
  title,
  subtitle,
  facts,
  blocks,
  numbered,
}: Pick<Document, 'title' | 'subtitle' | 'facts' | 'blocks' | 'numbered'>): string {
  const numbers = numbered ? headingNumbers(blocks) : new Map<number, string>();
  const head = [title, ...(subtitle === undefined ? [] : [subtitle]), ...facts.map(factText)];
  return [...head, ...blocks.flatMap((block, at) => blockLines(block, numbers.get(at)))].join('\n');
}

/** The words of each cell of a row, a line for each paragraph. */
export const cellTexts = ({ cells }: Row): readonly string[] => cells.map((cell) => cell.map(runsText).join('\n'));

const rowText = (row: Row): string =>
  cellTexts(row)
    .map((text) => text.replaceAll('\n', ' '))
    .join(' | ');
const factText = ({ label, value }: { readonly label: string; readonly value: string }): string => `${label}: ${value}`;
const runsText = (runs: Runs): string => runs.map(({ text }) => text).join('');

function blockLines(block: Block, number: string | undefined): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [number === undefined ? block.text : `${number} ${block.text}`];
    case 'paragraph':
    case 'note':
      return [runsText(block.runs)];
    case 'list':
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '•'} ${runsText(item)}`);
    case 'quote':
      return [block.text, block.source];
    case 'facts':
      return block.facts.map(factText);
    case 'table':
      return [block.columns.map(({ title }) => title).join(' | '), ...block.rows.map(rowText)];
    case 'picture':
      return [block.alt];
    case 'signatures':
      return block.parties.map(({ firm, name }) => t('For {{firm}}{{value}}', { firm, value: name === undefined ? '' : `: ${name}` }));
    case 'page break':
      return [];
  }
}

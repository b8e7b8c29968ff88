import type { Block, Row, Runs } from '../document/document';
import { BLUEPRINT_KINDS } from '../records/blueprint';
import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { BlueprintNode } from '../records/registry';
import { blueprintSvg } from './blueprint-svg';
import { mustOf } from './coverage';
import { labelOf, partsOf, type BlueprintKind } from './parts';
import { parseRichText, type RichBlock } from './rich-text';
import { t } from '../values/texts';

/**
 * A blueprint as part of a document: the drawing, its sections, and what it consists of with the lines of scope. Headings
 * begin at level 2, below the one that its reader gives it. Empty where there is no such blueprint, or nothing in it.
 */
export function blueprintBlocks(records: Records, blueprintId: Id<'blueprint'>): readonly Block[] {
  const blueprint = records.get('blueprint', blueprintId);
  if (!blueprint || blueprint.archived) return [];
  const parts = partsOf(records, blueprintId);
  const picture = blueprintSvg(parts, blueprint.title);
  return [
    ...(picture ? [{ kind: 'picture' as const, ...picture }] : []),
    ...parts.sections.flatMap(({ title, text = '' }): readonly Block[] => [
      { kind: 'heading', level: 2, text: title },
      ...parseRichText(text).flatMap(blocksOf),
    ]),
    ...partsTable(parts.nodes, records),
  ];
}

function blocksOf(block: RichBlock): readonly Block[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: 3, text: block.runs.map(({ text }) => text).join('') }];
    case 'paragraph':
      return [{ kind: 'paragraph', runs: block.runs }];
    case 'list':
      return [{ kind: 'list', ordered: block.ordered, items: block.items }];
    case 'quote':
      return block.paragraphs.map((runs) => ({ kind: 'note', runs }));
  }
}

function partsTable(nodes: readonly BlueprintNode[], records: Records): readonly Block[] {
  const rows = BLUEPRINT_KINDS.flatMap((kind) => nodes.filter((node) => node.kind === kind).map((node) => rowOf(node, records)));
  if (rows.length === 0) return [];
  const columns = [
    { title: t('Part'), align: 'left', share: 0.3 },
    { title: t('What it does'), align: 'left', share: 0.45 },
    { title: t('Scope'), align: 'left', share: 0.25 },
  ] as const;
  return [
    { kind: 'heading', level: 2, text: t('Parts of the solution') },
    { kind: 'table', columns, rows },
  ];
}

function rowOf(node: BlueprintNode, records: Records): Row {
  const line = records.get('scopeLine', node.scopeLine);
  const must = mustOf(records, node);
  const said: readonly Runs[] = (node.description ?? '')
    .split('\n')
    .filter((text) => text.trim())
    .map((text) => [{ text }]);
  const bound: readonly Runs[] = must ? [[{ text: t('Must: '), bold: true }, { text: must.text }]] : [];
  return {
    cells: [
      [[{ text: labelOf(node), bold: true }], [{ text: KIND_NAMES[node.kind] }]],
      [...said, ...bound],
      line ? [[{ text: line.title }]] : [],
    ],
  };
}

/** What a kind of node is called in front of people. */
export const KIND_NAMES: Readonly<Record<BlueprintKind, string>> = {
  actor: t('Actor'),
  system: t('System'),
  process: t('Process'),
  data: t('Data'),
  integration: t('Integration'),
};

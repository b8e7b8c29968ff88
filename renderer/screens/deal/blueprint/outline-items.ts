import { labelOf, type BlueprintKind, type BlueprintParts } from '#shared/blueprint/parts';
import type { BlueprintEdge, BlueprintNode } from '#shared/records/registry';
import { KINDS } from './kinds';

/** One line of the outline, in the order in which they are read. */
export type OutlineItem = {
  readonly key: string;
  readonly level: 1 | 2 | 3;
  readonly size: number;
  readonly place: number;
} & (
  | { readonly kind: 'group'; readonly of: BlueprintKind; readonly name: string; readonly count: number; readonly open: boolean }
  | { readonly kind: 'node'; readonly node: BlueprintNode; readonly ways: number; readonly open: boolean }
  | { readonly kind: 'way'; readonly edge: BlueprintEdge; readonly to: string }
);

/**
 * The drawing as a tree: kinds, their nodes by name, and under each node where it leads. Everything that is drawn stands
 * in it once. `closed` holds the keys of lines that do not show what is below them.
 */
export function outlineItems(
  { nodes, edges }: Pick<BlueprintParts, 'nodes' | 'edges'>,
  closed: ReadonlySet<string>,
): readonly OutlineItem[] {
  const names = new Map(nodes.map((node) => [node.id, labelOf(node)]));
  const groups = KINDS.map(({ kind, name }) => ({
    kind,
    name,
    members: nodes.filter((node) => node.kind === kind).toSorted(byLabel),
  })).filter(({ members }) => members.length > 0);
  return groups.flatMap(({ kind, name, members }, at): OutlineItem[] => {
    const open = !closed.has(kind);
    const head: OutlineItem = {
      key: kind,
      level: 1,
      kind: 'group',
      of: kind,
      name,
      count: members.length,
      open,
      size: groups.length,
      place: at + 1,
    };
    if (!open) return [head];
    return [head, ...members.flatMap((node, place) => linesOfNode(node, { place: place + 1, size: members.length }, edges, names, closed))];
  });
}

function linesOfNode(
  node: BlueprintNode,
  where: { readonly place: number; readonly size: number },
  edges: readonly BlueprintEdge[],
  names: ReadonlyMap<string, string>,
  closed: ReadonlySet<string>,
): OutlineItem[] {
  const ways = edges.filter(({ from }) => from === node.id);
  const open = ways.length > 0 && !closed.has(node.id);
  const line: OutlineItem = { key: node.id, level: 2, kind: 'node', node, ways: ways.length, open, ...where };
  if (!open) return [line];
  return [
    line,
    ...ways.map((edge, at): OutlineItem => {
      const to = names.get(edge.to) ?? '';
      return { key: edge.id, level: 3, kind: 'way', edge, to, size: ways.length, place: at + 1 };
    }),
  ];
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const byLabel = (a: BlueprintNode, b: BlueprintNode): number => collator.compare(labelOf(a), labelOf(b)) || (a.id < b.id ? -1 : 1);

/** The line to which an arrow leads back: the node of a connection, the kind of a node. */
export function parentKey(items: readonly OutlineItem[], key: string): string | undefined {
  const at = items.findIndex((item) => item.key === key);
  const level = items[at]?.level ?? 1;
  return items.slice(0, Math.max(at, 0)).findLast((item) => item.level < level)?.key;
}

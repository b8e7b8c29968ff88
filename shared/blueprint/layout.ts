import { Graph, layout } from '@dagrejs/dagre';
import type { Command } from '../ledger/command';
import type { Blueprint, BlueprintEdge, BlueprintNode } from '../records/registry';
import { err, ok, type Result } from '../values/result';
import type { BlueprintError } from './blueprint-error';
import { moveNodes, type Move } from './drawing';
import { GRID, NODE_HEIGHT, NODE_WIDTH, positionOf, snapped, type Point } from './geometry';
import type { BlueprintParts } from './parts';
import { t } from '../values/texts';

const BETWEEN_RANKS = 80;
const BETWEEN_NODES = 48;
const LOOSE_IN_A_ROW = 4;

/**
 * Brings the drawing into order, from top to bottom along its connections: as it fits on a page and beside an outline.
 * Nodes without connections stand in rows below.
 */
export function layOut(blueprint: Blueprint, parts: BlueprintParts): Result<Command, BlueprintError> {
  if (parts.nodes.length === 0) return err({ message: t('There is nothing to lay out yet.') });
  return ok(moveNodes(blueprint, laidOut(parts), 'blueprint.layOut'));
}

/** The same parts always come to stand in the same places, snapped to the grid. */
export function laidOut({ nodes, edges }: Pick<BlueprintParts, 'nodes' | 'edges'>): readonly Move[] {
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const flowing = ranked(
    nodes.filter(({ id }) => joined.has(id)),
    edges,
  );
  const below = flowing.reduce((lowest, { y }) => Math.max(lowest, y + NODE_HEIGHT + 2 * BETWEEN_NODES), 0);
  const loose = nodes.filter(({ id }) => !joined.has(id)).map((node, at) => ({ node, ...snapped(placeInRows(at, { x: 0, y: below })) }));
  return [...flowing, ...loose];
}

const placeInRows = (at: number, { x, y }: Point): Point => ({
  x: x + (at % LOOSE_IN_A_ROW) * (NODE_WIDTH + BETWEEN_NODES),
  y: y + Math.floor(at / LOOSE_IN_A_ROW) * (NODE_HEIGHT + BETWEEN_NODES),
});

function ranked(nodes: readonly BlueprintNode[], edges: readonly BlueprintEdge[]): readonly Move[] {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', ranksep: BETWEEN_RANKS, nodesep: BETWEEN_NODES });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { width: NODE_WIDTH, height: NODE_HEIGHT });
  for (const { id, from, to } of edges) graph.setEdge(from, to, {}, id);
  layout(graph);
  return nodes.map((node) => {
    const { x = 0, y = 0 } = graph.node(node.id) as Partial<Point>;
    return { node, ...snapped({ x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 }) };
  });
}

/** A place for one more node: near `beside` or below what is drawn, and on nothing that is there. */
export function freePlace(nodes: readonly BlueprintNode[], beside?: BlueprintNode): Point {
  const taken = nodes.map(positionOf);
  const isFree = ({ x, y }: Point): boolean =>
    taken.every((other) => Math.abs(other.x - x) >= NODE_WIDTH + GRID || Math.abs(other.y - y) >= NODE_HEIGHT + GRID);
  const from = beside ? positionOf(beside) : undefined;
  const [step, drop] = [NODE_WIDTH + 4 * GRID, NODE_HEIGHT + 2 * GRID];
  const candidates = from
    ? Array.from({ length: 60 }, (_, at) => ({ x: from.x + step, y: from.y + (at % 2 ? -1 : 1) * Math.ceil(at / 2) * drop }))
    : Array.from({ length: 200 }, (_, at) => ({ x: (at % 4) * step, y: Math.floor(at / 4) * drop }));
  const found = candidates.find((place) => isFree(snapped(place)));
  return snapped(found ?? { x: 0, y: taken.reduce((lowest, { y }) => Math.max(lowest, y), 0) + drop });
}

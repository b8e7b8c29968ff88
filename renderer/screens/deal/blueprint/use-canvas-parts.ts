import type { EdgeChange, NodeChange, NodeHandle } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { mustOf } from '#shared/blueprint/coverage';
import { NODE_HEIGHT, NODE_WIDTH, positionOf, type Point } from '#shared/blueprint/geometry';
import { labelOf } from '#shared/blueprint/parts';
import type { BlueprintNode } from '#shared/records/registry';
import { useLive } from '../../../data/live';
import type { WayEdge } from './CanvasEdge';
import { HANDLE_ID, HANDLE_SIDE, type PartData, type PartNode } from './CanvasNode';
import { lookOf } from './kinds';
import type { Chosen, Drawing } from './use-drawing';
import { t } from '#shared/values/texts';

export type Since = ReadonlyMap<string, 'added' | 'changed'>;
const SIZE = { width: NODE_WIDTH, height: NODE_HEIGHT };
type Places = ReadonlyMap<string, Point>;
const NOWHERE: Places = new Map();

/** Sizes and handles are known beforehand, so what is out of sight needs no element to be measured. */
const HANDLES: NodeHandle[] = [
  { id: HANDLE_ID, type: 'source', position: HANDLE_SIDE, x: 0, y: 0, width: NODE_WIDTH, height: NODE_HEIGHT },
];

/** The drawing as the canvas wants it. While nodes are dragged only their places change; nothing is written. */
export function useCanvasParts(drawing: Drawing, since: Since) {
  const moving = useMoving(drawing);
  const still = useStillNodes(drawing, since);
  const nodes = useMemo(
    () =>
      moving.places.size === 0
        ? still
        : still.map((node) => {
            const position = moving.places.get(node.id);
            return position ? { ...node, position } : node;
          }),
    [still, moving.places],
  );
  const { take } = moving;
  const { choose } = drawing;
  // The same functions throughout: a new one wakes every node and connection of the canvas.
  const onNodesChange = useCallback(
    (changes: NodeChange<PartNode>[]): void => {
      take(changes);
      choose((was) => chosenAfter(was, changes));
    },
    [take, choose],
  );
  const onEdgesChange = useCallback((changes: EdgeChange<WayEdge>[]): void => choose((was) => chosenAfter(was, changes)), [choose]);
  return { nodes, edges: useWays(drawing), onNodesChange, onEdgesChange, onDrop: moving.drop };
}

function useStillNodes({ parts, chosen }: Drawing, since: Since): PartNode[] {
  const bound = useLive((records) => parts.nodes.filter((node) => mustOf(records, node)).map(({ id }) => id), [parts.nodes]);
  const data = useMemo(() => {
    const musts = new Set<string>(bound);
    return new Map(
      parts.nodes.map((node): [string, PartData] => [node.id, { node, since: since.get(node.id), isBound: musts.has(node.id) }]),
    );
  }, [parts.nodes, since, bound]);
  const plain = useMemo(
    () => parts.nodes.map((node) => partNode(node, data.get(node.id) ?? { node, since: undefined, isBound: false })),
    [parts.nodes, data],
  );
  return useMemo(() => plain.map((node) => (chosen.has(node.id) ? { ...node, selected: true } : node)), [plain, chosen]);
}

const partNode = (node: BlueprintNode, data: PartData): PartNode => ({
  id: node.id,
  type: 'part',
  position: positionOf(node),
  data,
  width: NODE_WIDTH,
  height: NODE_HEIGHT,
  measured: SIZE,
  handles: HANDLES,
  selected: false,
  ariaLabel: `${lookOf(node.kind).name}: ${labelOf(node)}`,
});

function useWays({ parts, chosen }: Drawing): WayEdge[] {
  return useMemo(() => {
    const joined = new Set(parts.edges.map(({ from, to }) => `${from} ${to}`));
    const names = new Map(parts.nodes.map((node) => [node.id, labelOf(node)]));
    return parts.edges.map((edge) => ({
      id: edge.id,
      type: 'way',
      source: edge.from,
      target: edge.to,
      selected: chosen.has(edge.id),
      ariaLabel: t('From {{from}} to {{to}}{{value}}', {
        from: names.get(edge.from) ?? '',
        to: names.get(edge.to) ?? '',
        value: edge.label ? `: ${edge.label}` : '',
      }),
      data: { edge, twin: joined.has(`${edge.to} ${edge.from}`) ? 'with twin' : 'alone' },
    }));
  }, [parts, chosen]);
}

/** Keys move a node step by step; a pause of this many milliseconds ends the move, and it is written as one. */
const PAUSE = 400;

/** Where nodes are while somebody moves them. Dropped, or after a pause, the move is written: one entry, however many. */
function useMoving({ parts, acts }: Drawing) {
  const [places, setPlaces] = useState<Places>(NOWHERE);
  const latest = useRef({ places, parts, acts });
  latest.current.parts = parts;
  latest.current.acts = acts;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const put = useCallback((next: Places): void => {
    latest.current.places = next;
    setPlaces(next);
  }, []);
  const drop = useCallback((): void => {
    clearTimeout(timer.current);
    const { places: moved, parts: drawn, acts: can } = latest.current;
    const moves = drawn.nodes.flatMap((node) => {
      const place = moved.get(node.id);
      return place ? [{ node, ...place }] : [];
    });
    if (moves.length === 0) return put(NOWHERE);
    // What was dropped stays where it is until the record says so too.
    void can.move(moves).then(() => {
      if (latest.current.places === moved) put(NOWHERE);
    });
  }, [put]);
  const take = useCallback(
    (changes: readonly NodeChange<PartNode>[]): void => {
      const next = new Map(latest.current.places);
      let isResting = false;
      for (const change of changes) {
        if (change.type !== 'position' || !change.position) continue;
        next.set(change.id, change.position);
        isResting ||= change.dragging !== true;
      }
      if (!changes.some(({ type }) => type === 'position')) return;
      put(next);
      clearTimeout(timer.current);
      if (isResting) timer.current = setTimeout(drop, PAUSE);
    },
    [put, drop],
  );
  // Leaving the drawing right after a move must not lose it.
  useEffect(() => () => drop(), [drop]);
  return { places, take, drop };
}

/** What is chosen after a click or a box. The canvas tells of nodes and of connections one after the other. */
function chosenAfter(was: Chosen, changes: readonly (NodeChange<PartNode> | EdgeChange<WayEdge>)[]): Chosen {
  const next = new Set(was);
  for (const change of changes) {
    if (change.type !== 'select') continue;
    if (change.selected) next.add(change.id);
    else next.delete(change.id);
  }
  return next.size === was.size && [...next].every((id) => was.has(id)) ? was : next;
}

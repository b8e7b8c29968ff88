import '@xyflow/react/dist/base.css';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import {
  ConnectionMode,
  MiniMap,
  Panel,
  ReactFlow,
  ViewportPortal,
  useReactFlow,
  useStore,
  type Connection,
  type ConnectionLineComponentProps,
  type EdgeTypes,
  type NodeTypes,
} from '@xyflow/react';
import { useCallback, useMemo, useRef, type MouseEvent } from 'react';
import { GRID, NODE_HEIGHT, NODE_WIDTH, sideTowards, snapped } from '#shared/blueprint/geometry';
import { isOfType } from '#shared/records/registry';
import { useBlueprintView } from '../../../ui-state/blueprint-view';
import { CanvasEdge, type WayEdge } from './CanvasEdge';
import { CanvasNode, type PartNode } from './CanvasNode';
import classes from './Canvas.module.css';
import { useCanvasParts, type Since } from './use-canvas-parts';
import { useGlide } from './use-glide';
import type { Drawing } from './use-drawing';
import { t } from '#shared/values/texts';

const NODE_TYPES: NodeTypes = { part: CanvasNode };
const EDGE_TYPES: EdgeTypes = { way: CanvasEdge };
/** From the middle of a node to its corner: a connection that is dropped on a node or close by is caught. */
const CATCH = Math.hypot(NODE_WIDTH, NODE_HEIGHT) / 2;
const SNAP: [number, number] = [GRID, GRID];
/** All of it, and not larger than life. */
const FIT = { padding: 0.08, maxZoom: 1 };
/** At first so much of it that it can be read. */
const FIRST = { ...FIT, minZoom: 0.4 };
/** So many nodes are all there at once, so that panning brings none into being. */
const MANY = 400;
/** Below this scale a letter is less than five pixels high, and no word is painted. */
const READABLE = 0.4;
/** The overview reckons with its size before it is laid out. */
const MAP = { width: 150, height: 96 };

/** What never changes about the canvas. */
const MANNERS = {
  nodeTypes: NODE_TYPES,
  edgeTypes: EDGE_TYPES,
  connectionMode: ConnectionMode.Loose,
  connectionRadius: CATCH,
  connectionLineComponent: NewLine,
  snapGrid: SNAP,
  minZoom: 0.1,
  maxZoom: 2,
  fitView: true,
  fitViewOptions: FIRST,
  zoomOnDoubleClick: false,
  deleteKeyCode: null,
  elevateNodesOnSelect: false,
  proOptions: { hideAttribution: true },
};

interface CanvasProps {
  readonly drawing: Drawing;
  readonly since: Since;
}

/** The drawing to look at and to draw in with the mouse. The outline beside it does all of this by keys. */
export function Canvas({ drawing, since }: CanvasProps) {
  const { nodes, edges, onNodesChange, onEdgesChange, onDrop } = useCanvasParts(drawing, since);
  const snaps = useBlueprintView((state) => state.snaps);
  const { screenToFlowPosition } = useReactFlow();
  const connect = useConnect(drawing);
  const glide = useGlide();
  const isFar = useStore(({ transform }) => transform[2] < READABLE);
  const drop = (): void => {
    glide.release();
    onDrop();
  };
  const nameHere = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || !event.target.classList.contains('react-flow__pane')) return;
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    drawing.name({ kind: 'process', at: snapped({ x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 }) });
  };
  return (
    <ReactFlow<PartNode, WayEdge>
      {...MANNERS}
      ref={glide.stage}
      className={classes.canvas}
      data-far={isFar || undefined}
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      viewport={glide.viewport}
      onViewportChange={glide.onViewportChange}
      onPointerDownCapture={glide.stand}
      onPointerUp={glide.stand}
      onNodeDragStart={glide.hold}
      onSelectionDragStart={glide.hold}
      onNodeDragStop={drop}
      onSelectionDragStop={drop}
      onConnect={connect}
      onDoubleClick={nameHere}
      snapToGrid={snaps}
      onlyRenderVisibleElements={nodes.length > MANY}
      aria-label={t('Drawing')}
    >
      <Ground nodes={nodes} />
      <MiniMap
        pannable
        zoomable
        className={classes.map}
        style={MAP}
        nodeClassName={mapClass}
        ariaLabel={t('Overview of the drawing')}
        nodeBorderRadius={8}
      />
      <Zoom />
      {nodes.length === 0 ? (
        <Panel position="top-center" className={classes.empty}>
          {t('Double-click here or press Add to draw the first node.')}
        </Panel>
      ) : null}
    </ReactFlow>
  );
}

/** The same function throughout: a new one wakes every node and connection of the canvas. */
function useConnect({ acts }: Drawing) {
  const latest = useRef(acts);
  latest.current = acts;
  return useCallback(({ source, target }: Connection): void => {
    if (isOfType('blueprintNode', source) && isOfType('blueprintNode', target)) void latest.current.connect(source, target);
  }, []);
}

/** A connection while it is drawn: from the side that faces the pointer. */
function NewLine({ fromNode, toX, toY }: ConnectionLineComponentProps<PartNode>) {
  const from = sideTowards(fromNode.internals.positionAbsolute, { x: toX, y: toY });
  return <path d={`M${from.x} ${from.y}L${toX} ${toY}`} className="react-flow__connection-path" fill="none" />;
}

/** Pixels of ground around everything that is drawn. */
const AROUND = 4_000;

/**
 * The dotted ground, which moves with the drawing. As it lies under all of it, the browser keeps one picture of it all; without,
 * it makes dozens of scattered nodes, and works out at each step which of them belong together.
 */
function Ground({ nodes }: { readonly nodes: readonly PartNode[] }) {
  const style = useMemo(() => {
    const xs = nodes.map(({ position }) => position.x);
    const ys = nodes.map(({ position }) => position.y);
    const from = snapped({ x: Math.min(0, ...xs) - AROUND, y: Math.min(0, ...ys) - AROUND });
    return { left: from.x, top: from.y, width: Math.max(0, ...xs) + AROUND - from.x, height: Math.max(0, ...ys) + AROUND - from.y };
  }, [nodes]);
  return (
    <ViewportPortal>
      <div className={classes.ground} style={style} />
    </ViewportPortal>
  );
}

const mapClass = ({ data }: PartNode): string => `${classes.mapNode} ${classes[data.node.kind]}`;

function Zoom() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const buttons = [
    { label: t('Zoom in'), icon: IconPlus, act: () => zoomIn() },
    { label: t('Zoom out'), icon: IconMinus, act: () => zoomOut() },
    { label: t('Show all of it'), icon: IconMaximize, act: () => fitView(FIT) },
  ];
  return (
    <Panel position="bottom-left" className={classes.zoom}>
      {buttons.map(({ label, icon: Symbol, act }) => (
        <Tooltip key={label} label={label} position="right">
          <ActionIcon variant="default" size={28} aria-label={label} onClick={() => void act()}>
            <Symbol size={15} />
          </ActionIcon>
        </Tooltip>
      ))}
    </Panel>
  );
}

import { BaseEdge, EdgeLabelRenderer, type Edge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { DASHES, edgeLine } from '#shared/blueprint/blueprint-svg';
import { NODE_HEIGHT, NODE_WIDTH, routeOf, type Point } from '#shared/blueprint/geometry';
import type { BlueprintEdge } from '#shared/records/registry';
import classes from './Canvas.module.css';

export interface WayData extends Record<string, unknown> {
  readonly edge: BlueprintEdge;
  readonly twin: 'alone' | 'with twin';
}

export type WayEdge = Edge<WayData, 'way'>;

/** One connection, from the side of one node that faces the other to the side that faces back. */
export const CanvasEdge = memo(function CanvasEdge({ id, sourceX, sourceY, targetX, targetY, data, selected }: EdgeProps<WayEdge>) {
  if (!data) return null;
  const { path, head, label } = routeOf(cornerOf(sourceX, sourceY), cornerOf(targetX, targetY), data.twin);
  const words = edgeLine(data.edge);
  const dashes = DASHES[data.edge.kind];
  return (
    <>
      <BaseEdge id={id} path={path} className={classes.line} interactionWidth={24} style={dashes ? { strokeDasharray: dashes } : {}} />
      <path d={head} className={classes.head} />
      {words ? (
        <EdgeLabelRenderer>
          <div className={classes.middle} style={{ left: label.x, top: label.y }}>
            <span className={classes.words} data-chosen={selected || undefined}>
              {words}
            </span>
          </div>
        </EdgeLabelRenderer>
      ) : null}
    </>
  );
});

/** Of the node whose handle, in the middle of its right side, is there. */
const cornerOf = (x: number, y: number): Point => ({ x: x - NODE_WIDTH, y: y - NODE_HEIGHT / 2 });

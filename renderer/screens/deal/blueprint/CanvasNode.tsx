import { IconLink, IconLock } from '@tabler/icons-react';
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { nodeLines } from '#shared/blueprint/blueprint-svg';
import { NODE_HEIGHT, NODE_WIDTH, shapeOf } from '#shared/blueprint/geometry';
import { KIND_NAMES } from '#shared/blueprint/blueprint-document';
import type { BlueprintNode } from '#shared/records/registry';
import { ClashMark } from '../../../components/ClashMark';
import classes from './Canvas.module.css';
import { t } from '#shared/values/texts';

/** What a node on the canvas shows beside its record. */
export interface PartData extends Record<string, unknown> {
  readonly node: BlueprintNode;
  /** Since the blueprint was approved. */
  readonly since: 'added' | 'changed' | undefined;
  /** The client insists on something here. */
  readonly isBound: boolean;
}

export type PartNode = Node<PartData, 'part'>;

const SIDES = ['top', 'right', 'bottom', 'left'] as const;
/** Where the canvas thinks that connections begin and end; they are drawn between the sides that face each other. */
export const HANDLE_SIDE = Position.Right;
export const HANDLE_ID = 'sides';

/** One node: its shape tells the kind without colour, its marks what is special about it. */
export const CanvasNode = memo(function CanvasNode({ data: { node, since, isBound }, selected }: NodeProps<PartNode>) {
  return (
    <div className={classes.node} data-kind={node.kind} data-chosen={selected || undefined}>
      <svg width={NODE_WIDTH} height={NODE_HEIGHT} aria-hidden className={classes.shape}>
        <path d={shapeOf(node.kind)} />
      </svg>
      <span className={classes.kind}>{KIND_NAMES[node.kind]}</span>
      <span className={classes.label}>{nodeLines(node).join('\n')}</span>
      <span className={classes.marks}>
        {since ? <span className={classes.since}>{since === 'added' ? t('new') : t('changed')}</span> : null}
        {isBound ? <IconLock size={13} aria-label={t('Bound by what the client insists on')} /> : null}
        {node.scopeLine ? <IconLink size={13} aria-label={t('Linked to the scope')} /> : null}
        <ClashMark record={node.id} variant="icon" />
      </span>
      {/* One handle for all four sides: a canvas of 300 nodes asks each of its handles at every step of a move. */}
      <Handle id={HANDLE_ID} type="source" position={HANDLE_SIDE} className={classes.handle} aria-hidden>
        {SIDES.map((side) => (
          <i key={side} className={classes.dot} data-side={side} />
        ))}
      </Handle>
    </div>
  );
});

import type { Command } from '../ledger/command';
import type { Blueprint, BlueprintNode } from '../records/registry';
import { err, ok, type Result } from '../values/result';
import type { BlueprintError } from './blueprint-error';
import { moveNodes } from './drawing';
import { positionOf, type Point } from './geometry';
import { t } from '../values/texts';

/** How chosen nodes are brought into line. All have one size, so middles align where edges do. */
export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom', 'spread across', 'spread down'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** Brings nodes into line in one step; at least two, or three to spread them evenly between the outermost. */
export function align(blueprint: Blueprint, nodes: readonly BlueprintNode[], how: Alignment): Result<Command, BlueprintError> {
  const spreads = how === 'spread across' || how === 'spread down';
  if (nodes.length < (spreads ? 3 : 2))
    return err({ message: t('Choose at least {{value}} nodes first.', { value: spreads ? t('three') : t('two') }) });
  const axis: keyof Point = how === 'left' || how === 'centre' || how === 'right' || how === 'spread across' ? 'x' : 'y';
  const values = nodes.map((node) => positionOf(node)[axis]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (spreads) {
    const inOrder = nodes.toSorted((a, b) => positionOf(a)[axis] - positionOf(b)[axis] || (a.id < b.id ? -1 : 1));
    const step = (most - least) / (nodes.length - 1);
    return ok(moved(blueprint, inOrder, axis, (at) => Math.round(least + at * step)));
  }
  const to = how === 'left' || how === 'top' ? least : how === 'right' || how === 'bottom' ? most : Math.round((least + most) / 2);
  return ok(moved(blueprint, nodes, axis, () => to));
}

const moved = (blueprint: Blueprint, nodes: readonly BlueprintNode[], axis: keyof Point, to: (at: number) => number): Command =>
  moveNodes(
    blueprint,
    nodes.map((node, at) => ({ node, ...positionOf(node), [axis]: to(at) })),
    'blueprint.align',
  );

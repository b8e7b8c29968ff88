import { z } from 'zod';
import type { Command } from '../ledger/command';
import { BLUEPRINT_KINDS } from '../records/blueprint';
import type { Id } from '../records/define-record';
import type { Blueprint } from '../records/registry';
import { err, type Result } from '../values/result';
import type { BlueprintError } from './blueprint-error';
import { draw } from './drawing';
import { positionOf, type Point } from './geometry';
import { labelOf, type BlueprintParts } from './parts';
import { t } from '../values/texts';

const name = z.string().max(10_000);
const idOf = <T extends string>(type: T) => z.templateLiteral([`${type}:`, z.string().max(200)]);
const links = { scopeLine: idOf('scopeLine').exactOptional(), constraint: idOf('constraint').exactOptional() };
const kind = z.enum(BLUEPRINT_KINDS);
const fragment = z.object({
  throughline: z.literal('blueprint fragment'),
  deal: idOf('deal'),
  nodes: z
    .array(z.object({ kind, label: name, description: z.string().max(100_000).exactOptional(), x: z.number(), y: z.number(), ...links }))
    .max(1_000),
  /** By the places of the nodes in the list. */
  edges: z.array(z.object({ kind, label: name.exactOptional(), from: z.int().nonnegative(), to: z.int().nonnegative() })).max(4_000),
});

/** Nodes with the connections between them, cut loose from their records: what a clipboard holds. */
export type Fragment = z.infer<typeof fragment>;

/** What is chosen of a drawing; undefined where no node is. */
export function fragmentOf(blueprint: Blueprint, parts: BlueprintParts, chosen: ReadonlySet<string>): Fragment | undefined {
  const nodes = parts.nodes.filter(({ id }) => chosen.has(id));
  if (nodes.length === 0) return undefined;
  const places = new Map<string, number>(nodes.map(({ id }, at) => [id, at]));
  return {
    throughline: 'blueprint fragment',
    deal: blueprint.deal,
    nodes: nodes.map((node) => ({
      kind: node.kind,
      label: labelOf(node),
      ...positionOf(node),
      ...(node.description ? { description: node.description } : {}),
      ...(node.scopeLine ? { scopeLine: node.scopeLine } : {}),
      ...(node.constraint ? { constraint: node.constraint } : {}),
    })),
    edges: parts.edges.flatMap(({ kind: of, label, ...ends }) => {
      const [from, to] = [places.get(ends.from), places.get(ends.to)];
      return from === undefined || to === undefined ? [] : [{ kind: of, from, to, ...(label ? { label } : {}) }];
    }),
  };
}

/** Reads what a clipboard holds. Anything else, and anything too large, is undefined. */
export function parseFragment(text: string): Fragment | undefined {
  if (text.length > LONGEST || !text.includes('blueprint fragment')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined; // words of somebody else on the clipboard
  }
  const parsed = fragment.safeParse(value);
  return parsed.success && parsed.data.nodes.length > 0 ? parsed.data : undefined;
}

const LONGEST = 2_000_000;

/** What pasting needs beside the fragment. */
export interface Pasting {
  readonly newId: <T extends 'blueprintNode' | 'blueprintEdge'>(type: T) => Id<T>;
  /** How far from where it was copied it is put down. */
  readonly by: Point;
}

/** Draws a fragment in one step. Links to scope and constraints go along within their deal only. */
export function pasteFragment(
  blueprint: Blueprint,
  { deal, nodes, edges }: Fragment,
  { newId, by }: Pasting,
): Result<Command, BlueprintError> {
  if (nodes.length === 0) return err({ message: t('Copy some nodes first.') });
  const made = nodes.map(({ scopeLine, constraint, ...node }) => ({
    ...node,
    ...(deal === blueprint.deal && scopeLine ? { scopeLine } : {}),
    ...(deal === blueprint.deal && constraint ? { constraint } : {}),
    x: node.x + by.x,
    y: node.y + by.y,
    id: newId('blueprintNode'),
  }));
  const joined = edges.flatMap(({ from, to, ...edge }) => {
    const [first, second] = [made[from]?.id, made[to]?.id];
    return first && second && first !== second ? [{ ...edge, id: newId('blueprintEdge'), from: first, to: second }] : [];
  });
  return draw(blueprint, { nodes: made, edges: joined }, 'blueprint.paste');
}

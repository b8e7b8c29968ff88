import type { Command } from '../ledger/command';
import type { Id } from '../records/define-record';
import type { Blueprint, BlueprintEdge, BlueprintNode, BlueprintSection } from '../records/registry';
import { archiveRecord, createRecord, editRecord, restoreRecord, together } from '../records/write';
import { err, ok, type Result } from '../values/result';
import type { BlueprintError } from './blueprint-error';
import { positionOf, type Point } from './geometry';
import type { BlueprintKind, BlueprintParts } from './parts';
import { t } from '../values/texts';

type Decided = Result<Command, BlueprintError>;

/** A node that is to be drawn. */
export interface NewNode extends Point {
  readonly id: Id<'blueprintNode'>;
  readonly kind: BlueprintKind;
  readonly label: string;
  readonly description?: string;
  readonly scopeLine?: Id<'scopeLine'>;
  readonly constraint?: Id<'constraint'>;
}

/** A connection that is to be drawn. */
export interface NewEdge {
  readonly id: Id<'blueprintEdge'>;
  readonly from: Id<'blueprintNode'>;
  readonly to: Id<'blueprintNode'>;
  readonly kind: BlueprintKind;
  readonly label?: string;
}

/** Draws nodes and connections, however many, in one step that one undo takes back. */
export function draw(
  blueprint: Blueprint,
  { nodes = [], edges = [] }: { readonly nodes?: readonly NewNode[]; readonly edges?: readonly NewEdge[] },
  act = 'blueprint.draw',
): Decided {
  if (nodes.some(({ label }) => !label.trim())) return err({ message: t('Give it a name.') });
  if (nodes.length + edges.length === 0) return err({ message: t('There is nothing to draw.') });
  const { deal, id } = blueprint;
  const made = nodes.map(({ id: node, label, x, y, ...values }) =>
    createRecord('blueprintNode', node, { ...values, blueprint: id, label: label.trim(), ...positionOf({ x, y }) }, { deal }),
  );
  const joined = edges.map(({ id: edge, ...values }) => createRecord('blueprintEdge', edge, { ...values, blueprint: id }, { deal }));
  return ok(together(act, [...made, ...joined]));
}

/** Connects two nodes of one drawing, once in each direction. */
export function connect(
  blueprint: Blueprint,
  parts: BlueprintParts,
  { id, from, to }: { readonly id: Id<'blueprintEdge'>; readonly from: Id<'blueprintNode'>; readonly to: Id<'blueprintNode'> },
): Decided {
  const [first, second] = [from, to].map((end) => parts.nodes.find((node) => node.id === end));
  if (!first || !second) return err({ message: t('One of the two is no longer drawn.') });
  if (from === to) return err({ message: t('A node is not connected with itself.') });
  if (parts.edges.some((edge) => edge.from === from && edge.to === to)) return err({ message: t('They are connected already.') });
  return draw(blueprint, { edges: [{ id, from, to, kind: kindOfConnection(first.kind, second.kind) }] });
}

/** What most likely runs between two kinds of node: data where something is kept, a joint between systems, else a step. */
export function kindOfConnection(from: BlueprintKind, to: BlueprintKind): BlueprintKind {
  if (from === 'data' || to === 'data') return 'data';
  const isTechnical = (kind: BlueprintKind): boolean => kind === 'system' || kind === 'integration';
  return isTechnical(from) && isTechnical(to) ? 'integration' : 'process';
}

/** Where a node is to stand. */
export interface Move extends Point {
  readonly node: BlueprintNode;
}

/** Moves nodes in one step. Positions are cosmetic: of two people who move one node, the later is followed and nobody is asked. */
export function moveNodes(blueprint: Blueprint, moves: readonly Move[], act = 'blueprint.move'): Command {
  const { deal } = blueprint;
  const commands = moves.map(({ node, x, y }) => editRecord('blueprintNode', node, positionOf({ x, y }), { deal }));
  return { ...together(act, commands), deal };
}

/** Takes nodes and connections out of the drawing, and every connection that ends at one of the nodes, in one step. */
export function removeParts(blueprint: Blueprint, parts: BlueprintParts, chosen: ReadonlySet<string>): Decided {
  const nodes = parts.nodes.filter(({ id }) => chosen.has(id));
  const edges = parts.edges.filter(({ id, from, to }) => chosen.has(id) || chosen.has(from) || chosen.has(to));
  const removed: readonly (BlueprintNode | BlueprintEdge)[] = [...nodes, ...edges];
  if (removed.length === 0) return err({ message: t('Choose what to remove first.') });
  const { deal } = blueprint;
  return ok(
    together(
      'blueprint.remove',
      removed.map((part) => archiveRecord(part, { deal })),
    ),
  );
}

/** Puts what was taken out back where it was. */
export function bringBack(blueprint: Blueprint, removed: readonly (BlueprintNode | BlueprintEdge | BlueprintSection)[]): Command {
  const { deal } = blueprint;
  return together(
    'blueprint.bringBack',
    removed.map((part) => restoreRecord(part, { deal })),
  );
}

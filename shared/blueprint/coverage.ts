import type { Command } from '../ledger/command';
import type { Records } from '../records/records';
import type { Blueprint, BlueprintNode, Constraint, ScopeLine } from '../records/registry';
import { editRecord } from '../records/write';
import { labelOf } from './parts';

/** Where drawing and scope do not answer to each other. */
export interface Unlinked {
  /** Drawn, and no line of scope says that it is sold. */
  readonly nodes: readonly BlueprintNode[];
  /** Sold or offered, and drawn in no blueprint of the deal. */
  readonly lines: readonly ScopeLine[];
}

/** A line that is still sold or offered. */
export const isLive = ({ status }: Pick<ScopeLine, 'status'>): boolean => status !== 'negotiated away';

/** Nodes of this blueprint without a line, and live lines of its deal without a node in any of the deal's blueprints. */
export function unlinkedOf(records: Records, blueprint: Blueprint): Unlinked {
  const isPresent = ({ scopeLine }: BlueprintNode): boolean => {
    const line = records.get('scopeLine', scopeLine);
    return line !== undefined && !line.archived;
  };
  const drawn = new Set(
    records
      .of('blueprint', 'deal', blueprint.deal)
      .flatMap(({ id }) => records.of('blueprintNode', 'blueprint', id))
      .flatMap(({ scopeLine }) => scopeLine ?? []),
  );
  return {
    nodes: records.of('blueprintNode', 'blueprint', blueprint.id).filter((node) => !isPresent(node)),
    lines: records.of('scopeLine', 'deal', blueprint.deal).filter((line) => isLive(line) && !drawn.has(line.id)),
  };
}

/** Says that a node is what a line of scope sells. */
export const linkNode = (blueprint: Blueprint, node: BlueprintNode, line: Pick<ScopeLine, 'id'>): Command =>
  editRecord('blueprintNode', node, { scopeLine: line.id }, { act: 'blueprintNode.link', deal: blueprint.deal });

/** The line whose words have most in common with the node's; undefined where none has any. */
export function likelyLine(node: BlueprintNode, lines: readonly ScopeLine[]): ScopeLine | undefined {
  const wanted = wordsOf(`${labelOf(node)} ${node.description ?? ''}`);
  const scored = lines.map((line) => ({
    line,
    score: 2 * common(wanted, wordsOf(line.title)) + common(wanted, wordsOf(line.included ?? '')),
  }));
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  return best && best.score > 0 ? best.line : undefined;
}

const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((word) => b.has(word)).length;
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 7)));

/** The constraint that a node meets, where the client insists on it. */
export function mustOf(records: Records, node: Pick<BlueprintNode, 'constraint'>): Constraint | undefined {
  const constraint = records.get('constraint', node.constraint);
  return constraint && !constraint.archived && constraint.strength === 'must' ? constraint : undefined;
}

import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import type { BlueprintEdge, BlueprintNode, BlueprintSection } from '../records/registry';
import type { BLUEPRINT_KINDS } from '../records/blueprint';
import { t } from '../values/texts';

/** What a node of a drawing is: somebody, a system, something done, something kept, or a joint between systems. */
export type BlueprintKind = (typeof BLUEPRINT_KINDS)[number];

/** What a blueprint consists of now. */
export interface BlueprintParts {
  /** Oldest first. */
  readonly nodes: readonly BlueprintNode[];
  readonly edges: readonly BlueprintEdge[];
  /** In reading order. */
  readonly sections: readonly BlueprintSection[];
}

/**
 * The parts of a blueprint. A connection is drawn while both of its ends are: somebody may have removed one of them
 * while somebody else connected it, and it comes back with its node.
 */
export function partsOf(records: Records, blueprint: Id<'blueprint'>): BlueprintParts {
  const nodes = records.of('blueprintNode', 'blueprint', blueprint);
  const drawn = new Set(nodes.map(({ id }) => id));
  return {
    nodes,
    edges: records.of('blueprintEdge', 'blueprint', blueprint).filter(({ from, to }) => drawn.has(from) && drawn.has(to)),
    sections: records.of('blueprintSection', 'blueprint', blueprint).toSorted(byRank),
  };
}

/** Equal ranks, of two people who put something in one place offline, are ordered by id. */
export function byRank(a: BlueprintSection, b: BlueprintSection): number {
  const [left, right] = [`${a.rank ?? ''} ${a.id}`, `${b.rank ?? ''} ${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** What a node is called where its label is empty or has not arrived yet. */
export const labelOf = ({ label }: Pick<BlueprintNode, 'label'>): string => label?.trim() || t('Without a name');

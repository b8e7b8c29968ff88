import { useCallback, useMemo, useState } from 'react';
import { align, type Alignment } from '#shared/blueprint/alignment';
import { bringBack, connect, draw, moveNodes, removeParts, type Move } from '#shared/blueprint/drawing';
import { pasteFragment, type Fragment } from '#shared/blueprint/fragment';
import { GRID, positionOf, type Point } from '#shared/blueprint/geometry';
import { freePlace, layOut } from '#shared/blueprint/layout';
import { partsOf, type BlueprintKind, type BlueprintParts } from '#shared/blueprint/parts';
import type { Id } from '#shared/records/define-record';
import type { Blueprint, BlueprintEdge, BlueprintNode, ScopeLine } from '#shared/records/registry';
import { notify } from '../../../components/notify';
import { useCommit, useLive, useWorkspace } from '../../../data/live';
import { t } from '#shared/values/texts';

/** What is chosen of a drawing: ids of nodes and connections. */
export type Chosen = ReadonlySet<string>;
export const NOTHING: Chosen = new Set();

/** The node that is being named before it is drawn. */
export interface Naming {
  readonly kind: BlueprintKind;
  readonly at?: Point;
}

/** A drawing as both of its views have it: what is in it, what is chosen, and what can be done with it. */
export interface Drawing {
  readonly blueprint: Blueprint;
  readonly parts: BlueprintParts;
  readonly chosen: Chosen;
  readonly choose: (ids: Iterable<string> | ((was: Chosen) => Chosen)) => void;
  readonly naming: Naming | undefined;
  readonly name: (naming: Naming | undefined) => void;
  readonly acts: DrawingActs;
}

export interface DrawingActs {
  /** Draws a node and chooses it. */
  add(node: Naming & { readonly label: string; readonly scopeLine?: ScopeLine }): Promise<boolean>;
  connect(from: Id<'blueprintNode'>, to: Id<'blueprintNode'>): Promise<boolean>;
  move(moves: readonly Move[]): Promise<boolean>;
  /** Moves what is chosen by steps of the grid. */
  nudge(across: number, down: number): Promise<boolean>;
  remove(): Promise<boolean>;
  align(how: Alignment): Promise<boolean>;
  layOut(): Promise<boolean>;
  paste(fragment: Fragment, by: Point): Promise<boolean>;
}

/** One blueprint of a deal, drawn. */
export function useDrawing(blueprint: Blueprint): Drawing {
  const parts = useLive((records) => partsOf(records, blueprint.id), [blueprint.id]);
  const [chosen, setChosen] = useState<Chosen>(NOTHING);
  const [naming, name] = useState<Naming>();
  const acts = useActs(blueprint, parts, chosen, setChosen);
  const choose: Drawing['choose'] = useCallback((ids) => setChosen(typeof ids === 'function' ? ids : new Set(ids)), []);
  return { blueprint, parts, chosen, choose, naming, name, acts };
}

function useActs(blueprint: Blueprint, parts: BlueprintParts, chosen: Chosen, choose: (ids: Chosen) => void): DrawingActs {
  const workspace = useWorkspace();
  const commit = useCommit();
  return useMemo(() => {
    const nodes = parts.nodes.filter(({ id }) => chosen.has(id));
    return {
      add: async ({ kind, label, at, scopeLine }) => {
        const id = workspace.newId('blueprintNode');
        const place = at ?? freePlace(parts.nodes, nodes[0]);
        const done = await commit(
          draw(blueprint, { nodes: [{ id, kind, label, ...place, ...(scopeLine ? { scopeLine: scopeLine.id } : {}) }] }),
        );
        if (done) choose(new Set([id]));
        return done;
      },
      connect: (from, to) => commit(connect(blueprint, parts, { id: workspace.newId('blueprintEdge'), from, to })),
      move: (moves) => commit(moveNodes(blueprint, moves)),
      nudge: (across, down) => {
        const moved = ({ x, y }: Point): Point => ({ x: x + across * GRID, y: y + down * GRID });
        return commit(
          moveNodes(
            blueprint,
            nodes.map((node) => ({ node, ...moved(positionOf(node)) })),
          ),
        );
      },
      remove: async () => {
        const removal = removeParts(blueprint, parts, chosen);
        const done = await commit(removal);
        if (!done || !removal.ok) return false;
        const gone = new Set<string>(removal.value.changes.map(({ record }) => record));
        const removed = [...parts.nodes, ...parts.edges].filter(({ id }) => gone.has(id));
        choose(NOTHING);
        notify.undoable(removedWords(nodes, chosen.size), () => void commit(bringBack(blueprint, removed)));
        return true;
      },
      align: (how) => commit(align(blueprint, nodes, how)),
      layOut: () => commit(layOut(blueprint, parts)),
      paste: async (fragment, by) => {
        const made: string[] = [];
        const newId = <T extends 'blueprintNode' | 'blueprintEdge'>(type: T): Id<T> => {
          const id = workspace.newId(type);
          made.push(id);
          return id;
        };
        const done = await commit(pasteFragment(blueprint, fragment, { newId, by }));
        if (done) choose(new Set(made));
        return done;
      },
    };
  }, [workspace, commit, blueprint, parts, chosen, choose]);
}

function removedWords(nodes: readonly BlueprintNode[], count: number): string {
  const [only] = nodes;
  if (only && count === 1) return t('“{{label}}” is removed from the drawing', { label: only.label ?? '' });
  return count === 1 ? t('The connection is removed') : t('{{number}} parts are removed from the drawing', { number: count });
}

/** The one node that is chosen, or the one connection. */
export function onlyChosen({ parts, chosen }: Drawing): BlueprintNode | BlueprintEdge | undefined {
  const [id] = chosen;
  if (id === undefined || chosen.size > 1) return undefined;
  return parts.nodes.find((node) => node.id === id) ?? parts.edges.find((edge) => edge.id === id);
}

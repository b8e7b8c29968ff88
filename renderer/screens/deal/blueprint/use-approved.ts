import { useMemo } from 'react';
import { approvalOf, changesSince, type PartChange } from '#shared/blueprint/changes';
import { asOf } from '#shared/ledger/as-of';
import type { Entry } from '#shared/ledger/entry';
import type { Records } from '#shared/records/records';
import { recordsFrom } from '#shared/records/records-from';
import { kindOf, type Blueprint } from '#shared/records/registry';
import { useLive } from '../../../data/live';
import type { Since } from './use-canvas-parts';

/** A blueprint as it was approved last, held against what it is now. */
export interface Approved {
  readonly act: Entry;
  readonly then: Records;
  readonly changes: readonly PartChange[];
}

/** The last approval of a blueprint, and what differs from it; undefined while it was never approved. */
export function useApproved(blueprint: Blueprint, history: readonly Entry[]): Approved | undefined {
  const act = useMemo(() => approvalOf(blueprint.id, history), [blueprint.id, history]);
  // What was approved never changes: it is folded once, whatever is drawn since.
  const then = useFrozen(act, history);
  const changes = useLive((records) => (then ? changesSince(then, records, blueprint.id) : NONE), [then, blueprint.id]);
  return useMemo(() => (act && then ? { act, then, changes } : undefined), [act, then, changes]);
}

const NONE: readonly PartChange[] = [];

function useFrozen(act: Entry | undefined, history: readonly Entry[]): Records | undefined {
  const id = act?.id;
  // A history that grew holds the same entries before the act; only another act is another past.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => (act ? recordsFrom(asOf(history, act, kindOf).records()) : undefined), [id]);
}

const FRESH: Since = new Map();

/** The parts that are new or reworded since the approval, for marks beside them. */
export function useSince(approved: Approved | undefined): Since {
  return useMemo(() => {
    if (!approved) return FRESH;
    return new Map(
      approved.changes.flatMap(({ id, difference }): (readonly [string, 'added' | 'changed'])[] =>
        difference === 'added' || difference === 'changed' ? [[id, difference]] : [],
      ),
    );
  }, [approved]);
}

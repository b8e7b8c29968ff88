import type { ImportPlan } from '#shared/exchange/import-plan';
import { RECORD_TYPES, type RecordType } from '#shared/records/registry';
import { importGroups, type ImportRow } from './import-groups';

/** How many records of a type an import made and changed. */
export interface Brought {
  readonly type: RecordType;
  readonly created: number;
  readonly updated: number;
}

/** The rows that made or changed something. */
export function broughtIn(plan: ImportPlan): readonly ImportRow[] {
  return importGroups(plan)
    .flatMap(({ rows }) => rows)
    .filter(({ row }) => row.action === 'create' || row.action === 'update');
}

/** The same by type, with what was made on the way (people of ours, contacts out of mail) and the figures kept beside ours. */
export function broughtByType(plan: ImportPlan): readonly Brought[] {
  const rows = broughtIn(plan).map(({ row }) => ({ type: row.type, created: row.action === 'create' }));
  const figures = plan.figures.map(() => ({ type: 'externalFigure' as const, created: true }));
  const all = [...rows, ...plan.also.map(({ type }) => ({ type, created: true })), ...figures];
  return RECORD_TYPES.map((type) => {
    const own = all.filter((one) => one.type === type);
    const created = own.filter((one) => one.created).length;
    return { type, created, updated: own.length - created };
  }).filter(({ created, updated }) => created + updated > 0);
}

import { isSignedDeal } from '../deal/phase';
import type { RecordId } from '../ledger/entry';
import type { Id } from '../records/define-record';
import type { Phase } from '../records/deal';
import type { FigureName, System } from '../records/external-figure';
import type { Records } from '../records/records';
import { isOfType } from '../records/registry';
import { sameValue } from '../records/write';
import { isDate, type CalendarDate } from '../values/calendar';
import { derivedId } from '../values/id';
import type { Money } from '../values/money';
import type { Draft } from './draft';
import { isAfterSignature } from './hubspot-stages';
import type { NewFigure } from './import-plan';
import type { MappedTable } from './mapped-table';

/** A row that comes in, with the record that it is and the table that it stands in. */
export interface BroughtRow {
  readonly table: MappedTable;
  readonly draft: Draft;
  readonly record: RecordId;
}

interface Figure {
  readonly deal: Id<'deal'>;
  readonly system: System;
  readonly field: FigureName;
  readonly value: { readonly value: Money } | { readonly quantity: number } | { readonly words: string };
  readonly file: string;
  readonly source: string;
}

/**
 * What an import says of deals, kept beside our own record: signed value, stage and close date of a CRM; hours and planned
 * hours of a project tool; billed and paid of finance. Sums are over everything that the source ever brought of a deal, so
 * that an export of one month does not look like all of it. A figure that says the same from the same file, or
 * as of the same day, is not written. `coming`: records that this import makes or brings back.
 */
export function planFigures(
  rows: readonly BroughtRow[],
  coming: ReadonlySet<string>,
  records: Records,
  today: CalendarDate,
): readonly NewFigure[] {
  const deals = rows.filter((row) => row.draft.type === 'deal' && !row.draft.isGone && isBehindSignature(row, records));
  const figures = [
    ...deals.flatMap(crmFigures),
    ...sums(rows, records, 'timeEntry', ({ deal, hours }) => quantities(deal, 'hours', hours)),
    ...sums(rows, records, 'ticket', ({ deal, estimateHours }) => quantities(deal, 'planned hours', estimateHours)),
    ...sums(rows, records, 'invoice', invoiceParts),
  ];
  return figures
    .filter(({ deal }) => coming.has(deal) || !records.get('deal', deal)?.archived)
    .flatMap((figure) => written(figure, records, today));
}

/** Before the signature a deal is nobody's but the CRM's: what is open on both sides is not compared. */
function isBehindSignature({ draft, record }: BroughtRow, records: Records): boolean {
  const ours = records.get('deal', record);
  const phase = draft.values['phase'] as Phase | undefined;
  return (phase !== undefined && isAfterSignature(phase)) || (ours !== undefined && isSignedDeal(ours));
}

type Brought = Readonly<Record<string, unknown>>;

function crmFigures({ table, draft, record }: BroughtRow): readonly Figure[] {
  const { amount, phase, signedAt, expectedClose } = draft.values as Brought & { readonly amount?: Money | null; readonly phase?: Phase };
  const at = { deal: record as Id<'deal'>, system: 'CRM' as const, file: table.file, source: table.source };
  const closes = signedAt ?? expectedClose;
  return [
    ...(amount && phase && isAfterSignature(phase) ? [{ ...at, field: 'signed value' as const, value: { value: amount } }] : []),
    ...(phase ? [{ ...at, field: 'stage' as const, value: { words: phase } }] : []),
    ...(typeof closes === 'string' ? [{ ...at, field: 'close date' as const, value: { words: closes } }] : []),
  ];
}

interface Part {
  readonly deal: Id<'deal'>;
  readonly system: System;
  readonly field: FigureName;
  readonly amount: number;
  readonly currency?: string;
}

const dealOf = (deal: unknown): deal is Id<'deal'> => typeof deal === 'string' && isOfType('deal', deal);

const quantities = (deal: unknown, field: FigureName, amount: unknown): readonly Part[] =>
  dealOf(deal) && typeof amount === 'number' ? [{ deal, system: 'project tool', field, amount }] : [];

function invoiceParts({ deal, kind, net, paid, currency }: Brought): readonly Part[] {
  if (!dealOf(deal) || typeof net !== 'string' || typeof currency !== 'string') return [];
  const at = { deal, system: 'finance' as const, currency };
  const billed: Part = { ...at, field: 'billed', amount: kind === 'credit note' ? -Number(net) : Number(net) };
  return typeof paid === 'string' ? [billed, { ...at, field: 'paid', amount: Number(paid) }] : [billed];
}

/** Sums of parts over what a source brought before, with what it brings now in its place, for the deals of the files. */
function sums(
  rows: readonly BroughtRow[],
  records: Records,
  type: Draft['type'],
  partsOf: (brought: Brought) => readonly Part[],
): readonly Figure[] {
  const now = rows.filter(({ draft }) => draft.type === type);
  const sources = new Map(now.map(({ table, draft }) => [draft.source ?? table.source, table.file]));
  return [...sources].flatMap(([source, file]) => {
    const said = new Map<string, Brought>();
    for (const row of records.all('importedRow')) if (row.source === source && row.target) said.set(row.target, row.brought ?? {});
    for (const { table, draft, record } of now)
      if ((draft.source ?? table.source) === source)
        said.set(record, { ...said.get(record), ...draft.values, ...draft.keeps, gone: draft.isGone });
    const touched = new Set(now.map(({ record }) => said.get(record)?.['deal']));
    const parts = [...said.values()].filter(({ gone, deal }) => !gone && touched.has(deal)).flatMap(partsOf);
    return totals(parts).map((total) => ({ ...total, file, source }));
  });
}

/** One figure per deal and name; a deal with sums in two currencies has no one figure. */
function totals(parts: readonly Part[]): readonly Omit<Figure, 'file' | 'source'>[] {
  const byKey = new Map<string, Part[]>();
  for (const part of parts) {
    const key = `${part.deal} ${part.field}`;
    const known = byKey.get(key);
    if (known) known.push(part);
    else byKey.set(key, [part]);
  }
  return [...byKey.values()].flatMap((all) => {
    const [first] = all;
    if (!first || all.some(({ currency }) => currency !== first.currency)) return [];
    const { deal, system, field, currency } = first;
    const amount = all.reduce((sum, part) => sum + part.amount, 0);
    const value = currency === undefined ? { quantity: Math.round(amount * 1e6) / 1e6 } : { value: { amount, currency } };
    return [{ deal, system, field, value }];
  });
}

function written({ deal, system, field, value, file, source }: Figure, records: Records, today: CalendarDate): readonly NewFigure[] {
  const id = derivedId('externalFigure', source, `${deal}/${field}`);
  const known = records.get('externalFigure', id);
  const asOf = dayOfFile(file, today);
  if (known && !known.archived) {
    const [[name, said] = []] = Object.entries(value) as [string, unknown][];
    const isSame = sameValue(known[name as 'value'], said);
    if ((isSame && (known.file === file || known.asOf === asOf)) || known.asOf > asOf) return [];
  }
  return [{ id, values: { deal, system, field, ...value, asOf, file } }];
}

/** The day that the name of an export says, as most do; else the day on which it is read. */
function dayOfFile(file: string, today: CalendarDate): CalendarDate {
  const named = /\d{4}-\d{2}-\d{2}/.exec(file)?.[0];
  return named !== undefined && isDate(named) && named <= today ? named : today;
}

import { recordAt, traceOf, type Trace } from '#shared/evidence/trace';
import { stepOf, type TraceStep } from '#shared/evidence/trace-step';
import type { RecordId } from '#shared/ledger/entry';
import type { Id } from '#shared/records/define-record';
import type { Records } from '#shared/records/records';
import { recordTitle } from '#shared/records/title';
import { t } from '#shared/values/texts';

/** A trace with the words for each of its nodes, in the order of the nodes. */
export interface ToldTrace extends Trace {
  /** What the trace begins with, in words; undefined where it is not in this workspace. */
  readonly title: string | undefined;
  readonly steps: readonly TraceStep[];
}

export function toldTrace(records: Records, start: RecordId): ToldTrace {
  const trace = traceOf(start, records);
  const record = recordAt(start, records);
  return { ...trace, title: record && recordTitle(record), steps: trace.nodes.map((node) => stepOf(node, records)) };
}

/** Records from which a trace of the deal can begin, by what people start from. */
export interface TraceStarts {
  readonly group: string;
  readonly starts: readonly { readonly id: RecordId; readonly title: string }[];
}

export function traceStarts(records: Records, deal: Id<'deal'>): readonly TraceStarts[] {
  const invoices = records.of('invoice', 'deal', deal).toSorted((a, b) => (a.number < b.number ? -1 : 1));
  const lines = invoices.flatMap(({ id, number }) =>
    records.of('invoiceLine', 'invoice', id).map((line) => ({ id: line.id, title: `${number} · ${recordTitle(line)}` })),
  );
  const titled = (all: readonly Parameters<typeof recordTitle>[0][]) =>
    all.map((record) => ({ id: record.id, title: recordTitle(record) }));
  const groups: readonly TraceStarts[] = [
    { group: t('Invoice lines'), starts: lines },
    { group: t('Scope lines and work packages'), starts: titled(records.of('scopeLine', 'deal', deal)) },
    { group: t('Change orders'), starts: titled(records.of('changeOrder', 'deal', deal)) },
    { group: t('Commitments'), starts: titled(records.of('commitment', 'deal', deal)) },
    { group: t('Constraints'), starts: titled(records.of('constraint', 'deal', deal)) },
    { group: t('Tickets'), starts: titled(records.of('ticket', 'deal', deal)) },
    { group: t('Milestones'), starts: titled(records.of('milestone', 'deal', deal)) },
  ];
  return groups.filter(({ starts }) => starts.length > 0);
}

import { useMemo, useState } from 'react';
import { issueInvoice, type DraftLine } from '#shared/invoicing/issue';
import { nextInvoiceNumber } from '#shared/invoicing/number';
import { readyToBill, type ReadyItem, type ReadyToBill } from '#shared/invoicing/ready';
import { taxOf, usualTaxPercent } from '#shared/invoicing/tax';
import type { Id, MoneyValue } from '#shared/records/define-record';
import type { Deal } from '#shared/records/registry';
import { addDays } from '#shared/values/calendar';
import { useLive, useWorkspace, useCommit } from '../../data/live';
import { useUndecided } from '../ticket/use-undecided';
import { useToday } from '../use-today';

/** A line as it is typed. Off: it stays for another bill. */
export interface DraftRow {
  readonly id: Id<'invoiceLine'>;
  readonly from?: ReadyItem;
  readonly on: boolean;
  readonly text: string;
  readonly net: MoneyValue | null;
  /** As it is typed: it may end in a point. */
  readonly percent: number | string;
}

interface Head {
  readonly number: string;
  readonly issuedAt: string;
  readonly dueAt: string;
  readonly reference: string;
}

export interface InvoiceDraftState {
  readonly head: Head;
  readonly setHead: (to: Partial<Head>) => void;
  readonly rows: readonly DraftRow[];
  /** `null` takes the line out. */
  readonly change: (id: string, to: Partial<DraftRow> | null) => void;
  readonly addFree: () => void;
  readonly ready: ReadyToBill;
  /** The lines that would be on the bill. */
  readonly chosen: readonly DraftLine[];
  readonly problem: string | undefined;
  /** Gives the id of the bill; undefined where it was refused: then `problem` says why. */
  readonly issue: () => Promise<Id<'invoice'> | undefined>;
}

const DAYS_TO_PAY = 30;

/** A bill that is being made: what was ready when it was begun, and what its maker changed of it. */
export function useInvoiceDraft(deal: Deal): InvoiceDraftState {
  const workspace = useWorkspace();
  const today = useToday();
  const commit = useCommit();
  const undecided = useUndecided();
  const ready = useLive((records) => readyToBill(records, deal, today), [deal, today]);
  const [usual] = useState(() => usualTaxPercent(workspace.records, deal));
  const [head, setHead] = useState<Head>(() => ({
    number: nextInvoiceNumber(workspace.records, 'invoice', today),
    issuedAt: today,
    dueAt: addDays(today, DAYS_TO_PAY),
    reference: '',
  }));
  const [rows, setRows] = useState<readonly DraftRow[]>(() =>
    ready.items.map((from) => ({ id: workspace.newId('invoiceLine'), from, on: true, text: from.text, net: from.net, percent: usual })),
  );
  const [problem, setProblem] = useState<string>();
  const chosen = useMemo(() => rows.flatMap(lineOf), [rows]);
  const issue = async (): Promise<Id<'invoice'> | undefined> => {
    const id = workspace.newId('invoice');
    const { dueAt, reference, ...rest } = head;
    const draft = { id, ...rest, lines: chosen, ...(dueAt ? { dueAt } : {}), ...(reference ? { reference } : {}) };
    const command = issueInvoice(workspace.records, deal, draft, { today, undecided });
    setProblem(command.ok || command.error.kind ? undefined : command.error.message);
    if (!command.ok && !command.error.kind) return undefined;
    return (await commit(command)) ? id : undefined;
  };
  return {
    head,
    setHead: (to) => setHead((was) => ({ ...was, ...to })),
    rows,
    change: (id, to) =>
      setRows((was) => (to ? was.map((row) => (row.id === id ? { ...row, ...to } : row)) : was.filter((row) => row.id !== id))),
    addFree: () => setRows((was) => [...was, { id: workspace.newId('invoiceLine'), on: true, text: '', net: null, percent: usual }]),
    ready,
    chosen,
    problem,
    issue,
  };
}

function lineOf({ id, from, on, text, net, percent }: DraftRow): readonly DraftLine[] {
  if (!on || !net) return [];
  const rate = Number(percent) || 0;
  return [{ id, text, net, ...(rate > 0 ? { tax: taxOf(net, rate) } : {}), ...(from ? { from } : {}) }];
}

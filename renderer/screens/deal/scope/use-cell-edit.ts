import { useState } from 'react';
import type { EntryId } from '#shared/ledger/entry';
import type { Values } from '#shared/records/parse';
import type { Deal, ScopeLine } from '#shared/records/registry';
import { editRecord } from '#shared/records/write';
import { addLine, finishLine, placeLine } from '#shared/scope/lifecycle';
import { readTyped } from '#shared/scope/line-cells';
import type { Place } from '#shared/scope/line-order';
import { scopeLinesOf } from '#shared/scope/live-line';
import { useUsualCurrency } from '../../../components/currencies';
import { useCommit, useWorkspace } from '../../../data/live';
import type { AskedOfLine } from './LineDialogs';
import type { Cell } from './grid-keys';
import { NEW } from './grid-items';
import { DECIMAL, typedText, type CellField } from './scope-columns';

/** A cell while it is typed into. `saw` is what was current when it began. */
export interface CellEdit {
  readonly cell: Cell;
  readonly field: CellField;
  readonly draft: string;
  readonly saw: readonly EntryId[];
  readonly problem?: string;
}

interface CellEditNeeds {
  readonly deal: Deal;
  /** The line below which a new one goes; the end when left out. */
  readonly addBelow: string | undefined;
  /** A status that asks why before it is set. */
  readonly onAsk: (asked: AskedOfLine) => void;
}

/** What is being typed into the table, and how it becomes a change: at once on the screen, then for good. */
export function useCellEdit({ deal, addBelow, onAsk }: CellEditNeeds) {
  const workspace = useWorkspace();
  const { records } = workspace;
  const commit = useCommit();
  const usual = useUsualCurrency();
  const [edit, setEdit] = useState<CellEdit>();

  const begin = (cell: Cell, field: CellField, typed?: string): void => {
    const line = records.get('scopeLine', cell.row);
    const saw = line ? records.heads(line.id, field) : [];
    setEdit({ cell, field, draft: typed ?? (line ? typedText(line, field) : ''), saw });
  };

  /** The key of the row that holds it now, or undefined where it was refused: then the cell stays open and says why. */
  const put = (asked: CellEdit): string | undefined => {
    const line = records.get('scopeLine', asked.cell.row);
    const currency = line?.price?.currency ?? deal.amount?.currency ?? usual;
    const read = readTyped(asked.field, asked.draft, { currency, decimal: DECIMAL });
    if (!read.ok) {
      setEdit({ ...asked, problem: read.error });
      return undefined;
    }
    setEdit(undefined);
    if (asked.cell.row === NEW) return write(asked, read.value as string);
    if (!line) return undefined;
    if (asked.field === 'status') setStatus(line, read.value as ScopeLine['status']);
    else void orReopen(asked, commit(editRecord('scopeLine', line, { [asked.field]: read.value }, { saw: { [asked.field]: asked.saw } })));
    return line.id;
  };

  const orReopen = async (asked: CellEdit, done: Promise<boolean>): Promise<void> => {
    if (!(await done)) setEdit((was) => was ?? asked);
  };

  const write = (asked: CellEdit, title: string): string => {
    const lines = scopeLinesOf(records, deal.id);
    const above = lines.find(({ id }) => id === addBelow);
    const place: Place = above ? { after: above } : endOfSold(lines);
    const id = workspace.newId('scopeLine');
    const values: Values<'scopeLine'> = { title, origin: 'assumption' };
    void orReopen(asked, commit(addLine({ id, values }, { deal: deal.id, lines, place })));
    return id;
  };

  const setStatus = (line: ScopeLine, status: ScopeLine['status']): void => {
    if (status === line.status) return;
    const view = { undecided: records.undecided(line.id) };
    if (status === 'negotiated away' || status === 'courtesy') onAsk({ line, to: status });
    else void commit(status === 'done' ? finishLine(line, view) : placeLine(line, status, view));
  };

  return { edit, begin, put, change: setEdit, cancel: (): void => setEdit(undefined) };
}

/** New lines come after the last one that is sold, not after what was taken out. */
export function endOfSold(lines: readonly ScopeLine[]): Place {
  const last = lines.findLast(({ status }) => status !== 'negotiated away' && status !== 'courtesy');
  return last ? { after: last } : 'end';
}

import { useState } from 'react';
import type { EntryId } from '#shared/ledger/entry';
import { parseField, type Values } from '#shared/records/parse';
import type { FieldOf, RecordOf, RecordType } from '#shared/records/registry';
import { editRecord } from '#shared/records/write';
import { useCommit, useWorkspace } from '../data/live';

/** Reading a field, or changing it. `saw` is what was current when the change began. */
type EditState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'editing'; readonly draft: unknown; readonly saw: readonly EntryId[]; readonly problem?: string };

/** One field of one record on its way from read to written. */
export function useFieldEdit<T extends RecordType>(type: T, record: RecordOf<T> | undefined, field: FieldOf<T>) {
  const workspace = useWorkspace();
  const commit = useCommit();
  const [state, setState] = useState<EditState>({ kind: 'reading' });
  const current = (record as Readonly<Record<string, unknown>> | undefined)?.[field];

  const begin = (): void => {
    if (record) setState({ kind: 'editing', draft: current, saw: workspace.records.heads(record.id, field) });
  };
  const cancel = (): void => setState({ kind: 'reading' });
  const change = (draft: unknown): void => setState((was) => (was.kind === 'editing' ? { kind: 'editing', draft, saw: was.saw } : was));

  /** Writes the draft, or a value picked this moment. Stays open where the value is refused. */
  const save = async (picked?: { readonly value: unknown }): Promise<void> => {
    if (state.kind !== 'editing' || !record) return;
    const parsed = parseField(type, field, picked ? picked.value : (state.draft ?? null));
    if (!parsed.ok) {
      setState({ ...state, problem: parsed.error.message });
      return;
    }
    const values = { [field]: parsed.value } as Values<T>;
    const command = editRecord(type, record, values, { saw: { [field]: state.saw } });
    const settles = workspace.records.undecided(record.id).includes(field);
    if ((command.changes.length === 0 && !settles) || (await commit(command))) cancel();
  };

  return { state, current, begin, cancel, change, save };
}

import { createRecord } from '#shared/records/write';
import type { Values } from '#shared/records/parse';
import type { RecordType } from '#shared/records/registry';
import { useCommit, useWorkspace } from '../data/live';

/** What may be made from nothing but a name, while something else is being filled in. */
const NAMED: ReadonlySet<RecordType> = new Set(['account', 'contact', 'person']);

/** Makes a record of this type with only a name (and `seeds`), and gives its id; undefined for types that need more. */
export function useCreateNamed<T extends RecordType>(
  type: T,
  seeds: Readonly<Record<string, unknown>> = {},
): ((name: string) => Promise<string | undefined>) | undefined {
  const workspace = useWorkspace();
  const commit = useCommit();
  if (!NAMED.has(type)) return undefined;
  return async (name) => {
    const id = workspace.newId(type);
    const values = { ...seeds, name } as unknown as Values<T>;
    return (await commit(createRecord(type, id, values))) ? id : undefined;
  };
}

import type { Values } from '#shared/records/parse';
import type { RecordType } from '#shared/records/registry';
import { createRecord } from '#shared/records/write';
import { useCommit, useWorkspace } from '../data/live';

/** What may be made from nothing but a name, while something else is being filled in. */
const NAMED: ReadonlySet<RecordType> = new Set(['account', 'contact', 'person']);

/**
 * Makes a record of this type with only a name (and `seeds`); undefined for types that need more. `put` hears its id
 * at once, so that a form sent in the same moment refers to it (commits go in one after the other), and null where
 * it did not go in after all.
 */
export function useCreateNamed<T extends RecordType>(
  type: T,
  seeds: Readonly<Record<string, unknown>> = {},
): ((name: string, put: (id: string | null) => void) => void) | undefined {
  const workspace = useWorkspace();
  const commit = useCommit();
  if (!NAMED.has(type)) return undefined;
  return (name, put) => {
    const id = workspace.newId(type);
    put(id);
    void commit(createRecord(type, id, { ...seeds, name } as unknown as Values<T>)).then((done) => {
      if (!done) put(null);
    });
  };
}

import { useLive, useWorkspace } from '../data/live';
import { RecordList } from './RecordList';

/** The records with edits that are not sent yet, as ways to them. */
export function UnsentRecords({ onOpen }: { readonly onOpen: () => void }) {
  const { sync } = useWorkspace();
  const unsent = useLive(() => sync.unsentRecords(), [sync]);
  return <RecordList ids={unsent} onOpen={onOpen} />;
}

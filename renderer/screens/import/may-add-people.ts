import { mayWrite } from '../../components/may-write';
import type { Workspace } from '../../data/workspace';

/** Whether who sits here may add people of ours: owners in a file who are nobody yet. */
export function mayAddPeople({ records, me }: Pick<Workspace, 'records' | 'me'>): boolean {
  return mayWrite('person', records.get('person', me));
}

import type { Role } from '#shared/records/define-record';
import { useMe, useRecord, useSync } from '../data/live';

/** What I am in this firm: as the server says where there is one, else as my own record does. */
export function useMyRoles(): readonly Role[] {
  const { link } = useSync();
  const me = useRecord('person', useMe());
  return link?.roles ?? me?.roles ?? [];
}

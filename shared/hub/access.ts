import type { LedgerName } from '../ledger/entry';
import { ROLES, type Role } from '../records/define-record';
import { isWorkspaceName, ledgerOfDatabase, type DatabaseKind, type WorkspaceName } from './protocol';

/** Who reads, and so holds, which ledger (product.md, "Access"). Who writes what stands at each noun. */
export const READERS: Readonly<Record<LedgerName, readonly Role[]>> = {
  team: ROLES,
  finance: ['PM', 'finance', 'partner'],
};

/** A role in one workspace as the server knows it: `halden_pryce:AE`. */
export const serverRole = (workspace: WorkspaceName, role: Role): string => `${workspace}:${role}`;

/** A workspace that a signed-in user belongs to, and as what. */
export interface Membership {
  readonly workspace: WorkspaceName;
  readonly roles: readonly Role[];
}

/** What the roles of a server session say: one membership for each workspace, by name. */
export function membershipsOf(serverRoles: readonly string[]): readonly Membership[] {
  const byWorkspace = new Map<WorkspaceName, Role[]>();
  for (const text of serverRoles) {
    const [workspace = '', name] = text.split(':');
    const role = ROLES.find((known) => known === name);
    if (role === undefined || !isWorkspaceName(workspace)) continue;
    byWorkspace.set(workspace, [...(byWorkspace.get(workspace) ?? []), role]);
  }
  return [...byWorkspace].map(([workspace, roles]) => ({ workspace, roles })).toSorted((a, b) => (a.workspace < b.workspace ? -1 : 1));
}

/** The ledgers that a person with these roles holds. */
export const ledgersOf = (roles: readonly Role[]): readonly LedgerName[] =>
  (['team', 'finance'] as const).filter((ledger) => READERS[ledger].some((reader) => roles.includes(reader)));

/** A database's `_security`: members by role, no administrator but the server's own. */
export interface SecurityDocument {
  readonly admins: { readonly names: readonly string[]; readonly roles: readonly string[] };
  readonly members: { readonly names: readonly string[]; readonly roles: readonly string[] };
}

export const securityOf = (workspace: WorkspaceName, kind: DatabaseKind): SecurityDocument => ({
  admins: { names: [], roles: ['_admin'] },
  members: { names: [], roles: READERS[ledgerOfDatabase(kind)].map((role) => serverRole(workspace, role)) },
});

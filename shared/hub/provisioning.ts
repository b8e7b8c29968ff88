import { ROLES, type Role } from '../records/define-record';
import { securityOf, serverRole, type SecurityDocument } from './access';
import { DATABASE_KINDS, databaseOf, DESIGN_ID, type DatabaseKind, type WorkspaceName } from './protocol';
import { validationSource } from './validate';

/** What provisioning writes into each database: its rules, and what the workspace is called. */
export interface DesignDocument {
  readonly _id: string;
  readonly language: 'javascript';
  readonly workspace: WorkspaceName;
  /** What people call the workspace. */
  readonly title: string;
  readonly validate_doc_update: string;
}

export const designDocument = (workspace: WorkspaceName, kind: DatabaseKind, title: string): DesignDocument => ({
  _id: DESIGN_ID,
  language: 'javascript',
  workspace,
  title,
  validate_doc_update: validationSource(kind, workspace),
});

/** What the workspace is called, by the design document of one of its databases. */
export function titleOf(design: unknown): string | undefined {
  const title = isObject(design) ? design['title'] : undefined;
  return typeof title === 'string' && title !== '' ? title : undefined;
}

/** A person who is to have access, and as what. */
export interface UserWish {
  readonly name: string;
  /** Needed for somebody whom the server does not know yet. For somebody it knows: their new password. */
  readonly password?: string;
  readonly roles: readonly Role[];
}

export interface Wanted {
  readonly workspace: WorkspaceName;
  readonly title: string;
  readonly users: readonly UserWish[];
}

/** What a server was found to have. */
export interface Found {
  readonly version: string;
  /** True where whoever is not signed in learns nothing, not even which server this is (`require_valid_user`). */
  readonly asksEverybody: boolean;
  readonly hasUsers: boolean;
  /** The databases of the workspace that exist. */
  readonly databases: ReadonlyMap<DatabaseKind, { readonly security: unknown; readonly design: unknown }>;
  /** Users whom the wish names and the server knows: their roles in all workspaces. */
  readonly users: ReadonlyMap<string, readonly string[]>;
}

/** One thing to do, so that a server has what is wanted. */
export type Step =
  | { readonly do: 'make users database' }
  | { readonly do: 'make database'; readonly database: string }
  | { readonly do: 'write rules'; readonly database: string; readonly design: DesignDocument; readonly because: string }
  | { readonly do: 'set members'; readonly database: string; readonly security: SecurityDocument }
  | { readonly do: 'make user'; readonly name: string; readonly password: string; readonly roles: readonly string[] }
  | { readonly do: 'set roles'; readonly name: string; readonly roles: readonly string[]; readonly before: readonly string[] }
  | { readonly do: 'set password'; readonly name: string; readonly password: string };

/**
 * The steps from what is found to what is wanted; none when it is there already. Rules come before members: nobody but
 * administrators can write to a database until both are in place.
 */
export function planSteps({ workspace, title, users }: Wanted, found: Found): readonly Step[] {
  const usersDatabase: readonly Step[] = found.hasUsers ? [] : [{ do: 'make users database' }];
  const databases = DATABASE_KINDS.flatMap((kind) => databaseSteps(workspace, kind, title, found));
  return [...usersDatabase, ...databases, ...users.flatMap((user) => userSteps(workspace, user, found.users.get(user.name)))];
}

function databaseSteps(workspace: WorkspaceName, kind: DatabaseKind, title: string, { databases }: Found): readonly Step[] {
  const database = databaseOf(workspace, kind);
  const there = databases.get(kind);
  const design = designDocument(workspace, kind, title);
  const security = securityOf(workspace, kind);
  const because = ruleDrift(there?.design, design);
  return [
    ...(there ? [] : [{ do: 'make database', database } as const]),
    ...(because === undefined ? [] : [{ do: 'write rules', database, design, because } as const]),
    ...(sameSecurity(there?.security, security) ? [] : [{ do: 'set members', database, security } as const]),
  ];
}

/** In what the rules that are there differ; undefined when they are the ones wanted. */
function ruleDrift(there: unknown, wanted: DesignDocument): string | undefined {
  if (!isObject(there)) return 'there are none';
  if (there['validate_doc_update'] !== wanted.validate_doc_update || there['language'] !== wanted.language) return 'they differ';
  if (there['title'] !== wanted.title) return `the workspace is called “${titleOf(there) ?? ''}”`;
  return there['workspace'] === wanted.workspace ? undefined : 'they are those of another workspace';
}

function userSteps(workspace: WorkspaceName, { name, password, roles }: UserWish, known: readonly string[] | undefined): readonly Step[] {
  const wanted = rolesAfter(known ?? [], workspace, roles);
  if (!known) return password === undefined ? [] : [{ do: 'make user', name, password, roles: wanted }];
  return [
    ...(sameNames(known, wanted) ? [] : [{ do: 'set roles', name, roles: wanted, before: known } as const]),
    ...(password === undefined ? [] : [{ do: 'set password', name, password } as const]),
  ];
}

/** A user's roles on the server, when these are their roles in this workspace: what they are in others stays. */
export function rolesAfter(known: readonly string[], workspace: WorkspaceName, roles: readonly Role[]): readonly string[] {
  const elsewhere = known.filter((role) => !role.startsWith(`${workspace}:`));
  return [...elsewhere, ...ROLES.filter((role) => roles.includes(role)).map((role) => serverRole(workspace, role))];
}

/** What an administrator of the server ought to mend; provisioning itself leaves the settings of a server alone. */
export function concernsOf({ version, asksEverybody }: Found): readonly string[] {
  const oldest = [3, 3];
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < (oldest[0] ?? 0) || (major === oldest[0] && minor < (oldest[1] ?? 0));
  return [
    ...(isOld ? [`The server is version ${version}; Throughline needs 3.3 or newer.`] : []),
    ...(asksEverybody ? [] : ['Whoever is not signed in may ask this server what it is. Set [chttpd] require_valid_user = true.']),
  ];
}

/** A step in words. */
export function stepText(step: Step): string {
  switch (step.do) {
    case 'make users database':
      return 'make the database of users, _users';
    case 'make database':
      return `make the database ${step.database}`;
    case 'write rules':
      return `write the rules of ${step.database} (${step.because})`;
    case 'set members':
      return `open ${step.database} to ${step.security.members.roles.join(', ')}`;
    case 'make user':
      return `make the user ${step.name} (${step.roles.join(', ')})`;
    case 'set roles':
      return `give ${step.name} the roles ${step.roles.join(', ') || 'none'} (were ${step.before.join(', ') || 'none'})`;
    case 'set password':
      return `set the password of ${step.name}`;
  }
}

function sameSecurity(there: unknown, wanted: SecurityDocument): boolean {
  const namesOf = (part: 'admins' | 'members', key: 'names' | 'roles'): readonly unknown[] => {
    const group = isObject(there) ? there[part] : undefined;
    const list = isObject(group) ? group[key] : undefined;
    return Array.isArray(list) ? list : [];
  };
  return (['admins', 'members'] as const).every((part) =>
    (['names', 'roles'] as const).every((key) => sameNames(namesOf(part, key), wanted[part][key])),
  );
}

const sameNames = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && b.every((one) => a.includes(one));

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

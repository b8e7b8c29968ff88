import { forbidden, unauthorized } from './problem';

/** Who asks. `name` is null for somebody who did not sign in. */
export interface User {
  readonly name: string | null;
  readonly roles: readonly string[];
}

export const ANYBODY: User = { name: null, roles: [] };

export interface Group {
  readonly names: readonly string[];
  readonly roles: readonly string[];
}

/** A database's `_security`. Members read and write; administrators also write design documents. */
export interface Security {
  readonly admins: Group;
  readonly members: Group;
}

/** A new database: nobody but the server's administrators, until members are set. */
export const NEW_DATABASE: Security = { admins: { names: [], roles: ['_admin'] }, members: { names: [], roles: ['_admin'] } };

const isIn = (user: User, group: Group): boolean =>
  (user.name !== null && group.names.includes(user.name)) || user.roles.some((role) => group.roles.includes(role));

export const isServerAdmin = (user: User): boolean => user.roles.includes('_admin');
export const isDatabaseAdmin = (user: User, security: Security): boolean => isServerAdmin(user) || isIn(user, security.admins);

/** Throws unless the user may read and write here. A database without any member named is everybody's. */
export function checkMember(user: User, security: Security): void {
  const { names, roles } = security.members;
  if ((names.length === 0 && roles.length === 0) || isIn(user, security.members) || isDatabaseAdmin(user, security)) return;
  if (user.name === null) throw unauthorized('You are not authorized to access this db.');
  throw forbidden('You are not allowed to access this db.');
}

export function checkServerAdmin(user: User): void {
  if (!isServerAdmin(user)) throw unauthorized('You are not a server admin.');
}

export function checkDatabaseAdmin(user: User, security: Security): void {
  if (isDatabaseAdmin(user, security)) return;
  if (user.name === null) throw unauthorized('You are not authorized to access this db.');
  throw forbidden(NOT_ADMIN);
}

export const NOT_ADMIN = 'You are not a db or server admin.';

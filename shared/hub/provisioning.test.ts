import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { law } from '../../test/law';
import { ROLES } from '../records/define-record';
import { membershipsOf, securityOf } from './access';
import { DATABASE_KINDS, type DatabaseKind } from './protocol';
import { concernsOf, designDocument, planSteps, rolesAfter, stepText, titleOf, type Found, type Wanted } from './provisioning';

const WANTED: Wanted = { workspace: 'halden_pryce', title: 'Halden & Pryce', users: [{ name: 'ann', password: 'a', roles: ['partner'] }] };
const EMPTY: Found = { version: '3.5.0', asksEverybody: true, hasUsers: false, databases: new Map(), users: new Map() };

/** A server on which a plan was carried out. */
function after(wanted: Wanted, before: Found): Found {
  const databases = new Map(before.databases);
  const users = new Map(before.users);
  const kindOf = (database: string) => database.slice(wanted.workspace.length + 1) as DatabaseKind;
  for (const step of planSteps(wanted, before)) {
    if (step.do === 'make database') databases.set(kindOf(step.database), { security: {}, design: undefined });
    if (step.do === 'write rules') databases.set(kindOf(step.database), { ...databases.get(kindOf(step.database))!, design: step.design });
    if (step.do === 'set members')
      databases.set(kindOf(step.database), { ...databases.get(kindOf(step.database))!, security: step.security });
    if (step.do === 'make user' || step.do === 'set roles') users.set(step.name, step.roles);
  }
  return { ...before, hasUsers: true, databases, users };
}

describe('provisioning', () => {
  test('an empty server gets users, four databases with rules before members, and the first user', () => {
    const steps = planSteps(WANTED, EMPTY).map(stepText);
    expect(steps.slice(0, 4)).toEqual([
      'make the database of users, _users',
      'make the database halden_pryce-team',
      'write the rules of halden_pryce-team (there are none)',
      `open halden_pryce-team to ${ROLES.map((role) => `halden_pryce:${role}`).join(', ')}`,
    ]);
    expect(steps).toContain('open halden_pryce-finance to halden_pryce:PM, halden_pryce:finance, halden_pryce:partner');
    expect(steps.at(-1)).toBe('make the user ann (halden_pryce:partner)');
    expect(steps).toHaveLength(1 + 4 * 3 + 1);
  });

  test('the second time there is nothing to do', () => {
    const users = [{ name: 'ann', roles: ['partner' as const] }];
    expect(planSteps({ ...WANTED, users }, after(WANTED, EMPTY))).toEqual([]);
  });

  test('drift is named: a database gone, rules altered, members let in, another title, a role taken', () => {
    const ready = after(WANTED, EMPTY);
    const team = ready.databases.get('team')!;
    const drifted = (change: Partial<Found>, wanted: Partial<Wanted> = { users: [] }) =>
      planSteps({ ...WANTED, ...wanted }, { ...ready, ...change }).map(stepText);
    const withTeam = (change: object) => ({ databases: new Map([...ready.databases, ['team', { ...team, ...change }]] as const) });
    expect(drifted({ databases: new Map([...ready.databases].filter(([kind]) => kind !== 'finance')) })[0]).toBe(
      'make the database halden_pryce-finance',
    );
    expect(drifted(withTeam({ design: { ...(team.design as object), validate_doc_update: 'function () {}' } }))).toEqual([
      'write the rules of halden_pryce-team (they differ)',
    ]);
    const { admins, members } = securityOf('halden_pryce', 'team');
    expect(drifted(withTeam({ security: { admins, members: { ...members, names: ['eve'] } } }))[0]).toContain('open halden_pryce-team to');
    expect(drifted(withTeam({ security: { admins: { names: [], roles: [] }, members } }))[0]).toContain('open halden_pryce-team to');
    expect(drifted({}, { title: 'Halden Pryce Ltd', users: [] })).toHaveLength(4);
    expect(drifted({ users: new Map([['ann', ['other:PM']]]) }, { users: [{ name: 'ann', roles: ['partner'] }] })).toEqual([
      'give ann the roles other:PM, halden_pryce:partner (were other:PM)',
    ]);
  });

  law(
    'what somebody is in other workspaces, or to other programs, stays',
    fc.property(
      fc.uniqueArray(fc.constantFrom('other:PM', 'other:AE', 'replicator', 'halden_pryce:AE', 'halden_pryce:finance', 'halden_prycex:AE')),
      fc.subarray([...ROLES]),
      (known, roles) => {
        const now = rolesAfter(known, 'halden_pryce', roles);
        expect(now.filter((role) => !role.startsWith('halden_pryce:'))).toEqual(known.filter((role) => !role.startsWith('halden_pryce:')));
        expect(membershipsOf(now).find(({ workspace }) => workspace === 'halden_pryce')?.roles ?? []).toEqual(roles);
        expect(new Set(now).size).toBe(now.length);
      },
    ),
  );

  test('an old version and an open door are for the administrator of the server to mend', () => {
    expect(concernsOf({ ...EMPTY, version: '3.5.0' })).toEqual([]);
    expect(concernsOf({ ...EMPTY, version: '3.3.0' })).toEqual([]);
    expect(concernsOf({ ...EMPTY, version: '3.2.3' })[0]).toContain('3.2.3');
    expect(concernsOf({ ...EMPTY, version: '10.0.0' })).toEqual([]);
    expect(concernsOf({ ...EMPTY, asksEverybody: false })[0]).toContain('require_valid_user');
  });

  test('members read what the workspace is called from the rules', () => {
    for (const kind of DATABASE_KINDS) expect(titleOf(designDocument('halden_pryce', kind, 'Halden & Pryce'))).toBe('Halden & Pryce');
    expect([undefined, null, 'x', {}, { title: 7 }, { title: '' }].map(titleOf)).toEqual(Array.from({ length: 6 }, () => undefined));
  });
});

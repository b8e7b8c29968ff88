import type { Id } from '#shared/records/define-record';
import { createRecord } from '#shared/records/write';
import { mintId } from '#shared/values/id';
import { HubFailure } from './asking';
import type { SyncHost } from './host';
import type { ServerLink } from '../sync-state';

/** Nobody sits here yet: a workspace that was just brought from a server, or from a file. */
export const NOBODY: Id<'person'> = 'person:nobody';

/** By this act a person says who they are on a server. */
const JOIN = 'person.join';

/**
 * Makes whoever sits here the person whom the server's user names. Where the team knows that user as somebody already, the
 * person who began here joins them and writes as them from now on; where it does not, the person here is that user. To be
 * called when all of the team's records are in; doing it again changes nothing.
 */
export async function settleIdentity(host: SyncHost, { user }: ServerLink, now: number): Promise<void> {
  const me = host.me();
  const mine = host.records.get('person', me);
  // Two who joined at once, each not knowing of the other: everybody chooses the same one. Somebody put away is still who
  // they are, but not before one who is here.
  const [first] = host.records
    .idsOf('person')
    .flatMap((id) => host.records.get('person', id) ?? [])
    .filter((person) => person.user === user && person.joinedAs === undefined)
    .toSorted((a, b) => Number(a.archived ?? false) - Number(b.archived ?? false) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  if (first === me) return;
  if (first !== undefined) {
    if (mine !== undefined && mine.joinedAs !== first) await said(host, { act: JOIN, changes: [{ record: me, set: { joinedAs: first } }] });
    await host.become(first);
  } else if (mine === undefined) {
    const id = me === NOBODY ? mintId('person', { now, random: host.random(10) }) : me;
    // First this: whoever says their own name must be the one who says it.
    await host.become(id);
    await said(host, createRecord('person', id, { name: user, user }, { act: JOIN }));
  } else {
    // The name is said again, so that it stands also where the server does not take the entry that made this person; by
    // itself, since a server lets nobody take a user's name over anything.
    const name = { name: mine.name, ...(mine.email !== undefined && { email: mine.email }) };
    await said(host, { act: JOIN, changes: [{ record: me, set: { user } }] }, { act: JOIN, changes: [{ record: me, set: name }] });
  }
}

async function said(host: SyncHost, ...commands: Parameters<SyncHost['commitOwn']>[0]): Promise<void> {
  const written = await host.commitOwn(commands);
  if (!written.ok) throw new HubFailure('busy', written.error.message);
}

import { ledgersOf } from '#shared/hub/access';
import type { LedgerName } from '#shared/ledger/entry';
import type { Role } from '#shared/records/define-record';
import { LEDGERS } from '../ledger-store';
import type { ServerLink } from '../sync-state';
import type { FileSync } from './file-sync';
import type { SyncHost } from './host';
import type { LedgerState } from './ledger-state';
import type { SealedRow, SyncShelf } from './ports';
import type { Refusals } from './refusals';
import { t } from '#shared/values/texts';

interface Holding {
  readonly host: SyncHost;
  readonly shelf: SyncShelf;
  readonly refusals: Refusals;
  readonly ledgers: Readonly<Record<LedgerName, LedgerState>>;
  readonly files: Readonly<Record<LedgerName, FileSync>>;
  readonly now: () => number;
}

/**
 * Goes on with other roles. What they no longer give leaves this device: first what could no longer be sent is sealed into a
 * file for somebody who holds the role, then the roles are kept, then the ledger is forgotten. Broken off anywhere, the next
 * start does it again. Without any role nothing is taken away: that is for the person who signs out to decide.
 */
export async function takeUpRoles(link: ServerLink, holding: Holding): Promise<void> {
  const { host, refusals } = holding;
  const lost = link.roles.length === 0 ? [] : LEDGERS.filter((name) => !ledgersOf(link.roles).includes(name) && isHeld(name, holding));
  for (const name of lost) await seal(name, holding);
  await host.relink(link);
  for (const name of lost) {
    await refusals.forgetLedger(holding.ledgers[name]);
    await host.forgetLedger(name);
    await holding.ledgers[name].forget();
    await holding.files[name].forget();
  }
}

/** Whether something is here that these roles do not give. */
export const holdsMoreThan = (roles: readonly Role[], holding: Pick<Holding, 'ledgers'>): boolean =>
  roles.length > 0 && LEDGERS.some((name) => !ledgersOf(roles).includes(name) && isHeld(name, holding));

const isHeld = (name: LedgerName, { ledgers }: Pick<Holding, 'ledgers'>): boolean => ledgers[name].ledger.index.pages.length > 0;

async function seal(name: LedgerName, { host, shelf, ledgers, refusals, now }: Holding): Promise<void> {
  const unsent = [...ledgers[name].unsent.ids()].toSorted();
  const refused = refusals.standing().flatMap(({ ledger, entry }) => (ledger === name ? entry : []));
  const entries = [...new Set([...unsent, ...refused])];
  const [first] = entries;
  if (first === undefined) return;
  const file = await host.bundle(entries, [name]);
  const row: SealedRow = { id: `${name}-${first}`, name: SEALED[name], ledger: name, entries: entries.length, sealedAt: now(), file };
  await shelf.keepSealed(row);
}

const SEALED: Readonly<Record<LedgerName, string>> = {
  team: t('Work that could not be sent'),
  finance: t('Money that could not be sent'),
};

import type { ContactProposal, ImportChoices, PlannedMail } from '#shared/exchange/import-plan';
import type { ImportRow } from './import-groups';

const isNew = ({ row }: ImportRow): boolean => row.action === 'create';

/** The other new messages of a conversation that nobody has filed. */
export function unfiledOfConversation(rows: readonly ImportRow[], row: ImportRow, { deals }: ImportChoices): readonly ImportRow[] {
  return rows.filter((other) => other.key !== row.key && other.mail?.thread === row.mail?.thread && isNew(other) && !deals[other.file]);
}

/** Mail file → deal, for every message that nobody has filed and that names its deal beyond what a firm or a domain says. */
export function strongSuggestions(rows: readonly ImportRow[], { deals }: ImportChoices): Readonly<Record<string, string>> {
  const unfiled = rows.filter((row) => isNew(row) && !deals[row.file]);
  return Object.fromEntries(
    unfiled.flatMap(({ file, mail }) => {
      const strong = mail?.suggestions.filter(({ strength }) => strength === 'strong') ?? [];
      return strong.length === 1 && strong[0] ? [[file, strong[0].deal] as const] : [];
    }),
  );
}

/** Addresses of people in new messages who are not contacts and not chosen to become one. */
export function unknownAddresses(rows: readonly ImportRow[], { newContacts }: ImportChoices): readonly string[] {
  const found = rows.filter(isNew).flatMap(({ mail }) => mail?.proposals.map(({ email }) => email) ?? []);
  return [...new Set(found)].filter((email) => !newContacts.includes(email));
}

/** People of a message who can become contacts, those included for whom that is chosen: it can be unchosen. */
export function offeredContacts({ mail, proposals }: PlannedMail, { newContacts }: ImportChoices): readonly ContactProposal[] {
  const proposed = new Set(proposals.map(({ email }) => email));
  const chosen = new Map(
    [...mail.from, ...mail.to, ...mail.cc].map(({ name, address }) => [address, { name: name || address, email: address }]),
  );
  return [...proposals, ...[...chosen.values()].filter(({ email }) => newContacts.includes(email) && !proposed.has(email))];
}

import type { ContactRow } from '../../data/reads/contacts';

/** What narrows the list of contacts; kept in the address, so that Back finds it again. */
export interface ContactFilter {
  readonly words: string;
  readonly role: string | null;
  readonly account: string | null;
}

export function contactFilterOf(address: URLSearchParams): ContactFilter {
  return { words: address.get('q') ?? '', role: address.get('role'), account: address.get('account') };
}

/** Rows that pass: every word stands in the name, e-mail, title, department, phone or the account's name. */
export function filteredContacts(rows: readonly ContactRow[], filter: ContactFilter): readonly ContactRow[] {
  const words = filter.words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (filter.role === null || row.contact.buyingRole === filter.role) &&
      (filter.account === null || row.contact.account === filter.account) &&
      (words.length === 0 || hasWords(row, words)),
  );
}

function hasWords({ contact, account }: ContactRow, words: readonly string[]): boolean {
  const text = [contact.name, contact.email, contact.title, contact.department, contact.phone, account].join(' ').toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

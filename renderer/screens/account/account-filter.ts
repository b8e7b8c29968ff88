import type { AccountRow } from '../../data/reads/accounts';

/** What narrows the list of accounts; kept in the address, so that Back finds it again. */
export interface AccountFilter {
  readonly words: string;
  readonly owner: string | null;
  readonly industry: string | null;
  /** Only accounts with a deal that is neither lost nor closed. */
  readonly open: boolean;
}

export function accountFilterOf(address: URLSearchParams): AccountFilter {
  return {
    words: address.get('q') ?? '',
    owner: address.get('owner'),
    industry: address.get('industry'),
    open: address.get('show') === 'open',
  };
}

/** Rows that pass: every word stands in the name, the domain, the industry or the owner's name. */
export function filteredAccounts(rows: readonly AccountRow[], filter: AccountFilter): readonly AccountRow[] {
  const words = filter.words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (!filter.open || row.openDeals > 0) &&
      (filter.owner === null || row.ownedBy === filter.owner) &&
      (filter.industry === null || row.account.industry === filter.industry) &&
      (words.length === 0 || hasWords(row, words)),
  );
}

function hasWords({ account, owner }: AccountRow, words: readonly string[]): boolean {
  const text = [account.name, account.domain, account.industry, owner].join(' ').toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

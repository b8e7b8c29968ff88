import type { Records } from '../records/records';
import type { Deal } from '../records/registry';

/** What stands for a deal in a file, such as a project, is not filed anywhere yet. */
export const NO_DEAL = 'none';

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
/** Shorter names stand inside too many others to say anything. */
const TELLING_LENGTH = 4;

/**
 * The deal that a name in a file means: the only one of that name, beyond doubt; else, as a guess, the only one whose name
 * or client holds the name or stands in it. Undefined where none or several fit.
 */
export function dealNamedLike(records: Records, name: string): { readonly deal: Deal; readonly certain: boolean } | undefined {
  const wanted = fold(name);
  if (wanted === '') return undefined;
  const deals = records.all('deal');
  const named = deals.filter((deal) => fold(deal.name) === wanted);
  if (named.length === 1 && named[0]) return { deal: named[0], certain: true };
  if (named.length > 1) return undefined;
  const alike = deals.filter(
    (deal) => deal.phase !== 'lost' && (isAlike(fold(deal.name), wanted) || isAlike(clientOf(records, deal), wanted)),
  );
  return alike.length === 1 && alike[0] ? { deal: alike[0], certain: false } : undefined;
}

const clientOf = (records: Records, { account }: Deal): string => fold(records.get('account', account)?.name ?? '');

function isAlike(name: string, wanted: string): boolean {
  if (name === wanted) return true;
  const [short, long] = name.length < wanted.length ? [name, wanted] : [wanted, name];
  return short.length >= TELLING_LENGTH && ` ${long} `.includes(` ${short} `);
}

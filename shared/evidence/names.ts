import type { Id } from '../records/define-record';
import type { Records } from '../records/records';
import { foldWord, WORD } from '../values/words';
import type { Scope } from './scope';

/** Somebody whom a claim names: one of us, one of theirs, or a client firm. */
export interface Named {
  readonly id: Id<'person'> | Id<'contact'> | Id<'account'>;
  readonly name: string;
  /** The words of the claim that name them. */
  readonly said: string;
  readonly start: number;
  readonly end: number;
}

/** Titles before a name belong to it. */
const TITLES = new Set(['mr', 'mrs', 'ms', 'dr', 'herr', 'herrn', 'frau', 'prof']);
/** Words of a firm's name that are no name by themselves. */
const FIRM_WORDS = new Set([
  'gmbh',
  'ag',
  'ltd',
  'inc',
  'llc',
  'co',
  'kg',
  'se',
  'plc',
  'group',
  'the',
  'of',
  'and',
  'und',
  'systems',
  'services',
  'partners',
  'foods',
  'health',
  'finance',
]);
const SHORTEST = 3;

/**
 * Names in a claim, the longest reading first: people of ours, contacts of the accounts in scope, those accounts. A word counts as
 * a name only with a capital letter, since Weber may be a name and a weaver.
 */
export function namesIn(text: string, scope: Scope, records: Records): readonly Named[] {
  const known = knownNames(scope, records);
  const words = [...text.matchAll(WORD)].map((found) => ({ word: found[0], start: found.index, end: found.index + found[0].length }));
  const named: Named[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const title = TITLES.has(foldWord(words[at]?.word ?? '')) ? 1 : 0;
    const found = nameAt(
      words.slice(at + title).map(({ word }) => word),
      known,
    );
    if (!found) continue;
    const [first, last] = [words[at], words[at + title + found.length - 1]];
    if (!first || !last) continue;
    for (const { id, name } of found.bearers)
      named.push({ id, name, said: text.slice(first.start, last.end), start: first.start, end: last.end });
    at += title + found.length - 1;
  }
  return named;
}

type Bearer = Pick<Named, 'id' | 'name'>;
type Known = ReadonlyMap<string, readonly Bearer[]>;

function nameAt(words: readonly string[], known: Known): { readonly bearers: readonly Bearer[]; readonly length: number } | undefined {
  for (let length = Math.min(4, words.length); length > 0; length -= 1) {
    const run = words.slice(0, length);
    if (!run.every((word) => /^[\p{Lu}\d]/u.test(word))) continue;
    const bearers = known.get(run.map(foldWord).join(' '));
    if (bearers) return { bearers, length };
  }
  return undefined;
}

/** Whole names, first names and last names, folded, with everybody who bears them. */
function knownNames(scope: Scope, records: Records): Known {
  const known = new Map<string, Bearer[]>();
  const note = (name: string, bearer: Bearer): void => {
    if (name.length >= SHORTEST) known.set(name, [...(known.get(name) ?? []), bearer]);
  };
  const people: readonly Bearer[] = [...records.all('person'), ...contactsIn(scope, records)];
  for (const bearer of people) {
    const parts = bearer.name.split(/\s+/u).map(foldWord);
    const last = parts.at(-1);
    note([...bearer.name.matchAll(WORD)].map(([word]) => foldWord(word)).join(' '), bearer);
    if (parts.length > 1 && last) for (const part of new Set([parts[0] ?? '', last])) note(part, bearer);
  }
  for (const account of accountsIn(scope, records)) {
    const parts = [...account.name.matchAll(WORD)].map(([word]) => foldWord(word)).filter((word) => !FIRM_WORDS.has(word));
    note(parts.join(' '), account);
    if (parts[0] && parts.length > 1) note(parts[0], account);
  }
  return known;
}

function contactsIn(scope: Scope, records: Records): readonly Bearer[] {
  const accounts = accountsIn(scope, records);
  return scope.kind === 'all' ? records.all('contact') : accounts.flatMap(({ id }) => records.of('contact', 'account', id));
}

function accountsIn(scope: Scope, records: Records): readonly { readonly id: Id<'account'>; readonly name: string }[] {
  if (scope.kind === 'all') return records.all('account');
  const id = scope.kind === 'account' ? scope.account : records.get('deal', scope.deal)?.account;
  const account = records.get('account', id);
  return account ? [account] : [];
}

import type { Id } from '../records/define-record';
import type { Records } from '../records/records';

/** Where to look: one deal, every deal of an account, or everything that is here. */
export type Scope =
  | { readonly kind: 'deal'; readonly deal: Id<'deal'> }
  | { readonly kind: 'account'; readonly account: Id<'account'> }
  | { readonly kind: 'all' };

/** The deals in a scope. */
export function dealsIn(scope: Scope, records: Records): readonly Id<'deal'>[] {
  if (scope.kind === 'deal') return [scope.deal];
  return (scope.kind === 'account' ? records.of('deal', 'account', scope.account) : records.all('deal')).map(({ id }) => id);
}

/** Where records must be filed to be in the scope; undefined: anywhere. An account holds what is filed under none of its deals too. */
export function homesOf(scope: Scope, records: Records): readonly string[] | undefined {
  if (scope.kind === 'all') return undefined;
  return scope.kind === 'deal' ? [scope.deal] : [scope.account, ...dealsIn(scope, records)];
}
